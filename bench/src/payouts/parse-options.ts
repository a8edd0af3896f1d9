import { parseArgs } from 'node:util'
import { ROUND_WAYS } from './measure-rounds.js'

export type Options = {
  items: number
  usualItems: number
  rounds: number
  ways: readonly string[]
  workerCount: number
  eventSeconds: number
  endpoints: number
  parts: { name: string; isDumping: boolean }[]
}

const DUMP_SUFFIX = '+dump'

/**
 * Reads the command line. Without `--only`, every part runs, and then once more while the database is dumped.
 *
 * @param names of the parts
 * @throws Error that names what is wrong
 *
 * @example
 * parseOptions(['--items', '50000', '--only', 'rounds,callers+dump'], ['rounds', 'callers'])
 */
export function parseOptions(words: string[], names: readonly string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      items: { type: 'string' },
      'usual-items': { type: 'string' },
      rounds: { type: 'string' },
      workers: { type: 'string' },
      only: { type: 'string' },
      ways: { type: 'string', default: ROUND_WAYS.join(',') },
      quick: { type: 'boolean', default: false }
    }
  })
  const read = (name: 'items' | 'usual-items' | 'rounds' | 'workers', usually: number, quickly: number) => {
    const text = values[name] ?? String(values.quick ? quickly : usually)
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${name}: a whole number from 1 is expected, not "${text}"`)
    return Number(text)
  }
  const all = [...names, ...names.map((name) => name + DUMP_SUFFIX)]
  const wanted = values.only?.split(',') ?? all
  const unknown = wanted.find((name) => !all.includes(name))
  if (unknown !== undefined) throw new Error(`--only: "${unknown}" is none of ${all.join(', ')}`)
  const ways = values.ways.split(',')
  const strange = ways.find((way) => !ROUND_WAYS.some((known) => known === way))
  if (strange !== undefined) throw new Error(`--ways: "${strange}" is none of ${ROUND_WAYS.join(', ')}`)
  return {
    ways,
    items: read('items', 100_000, 3_000),
    usualItems: read('usual-items', 20_000, 1_000),
    rounds: read('rounds', 5, 1),
    workerCount: read('workers', 2, 2),
    eventSeconds: values.quick ? 5 : 30,
    endpoints: values.quick ? 1_500 : 10_000,
    parts: wanted.map((name) => ({ name: name.replace(DUMP_SUFFIX, ''), isDumping: name.endsWith(DUMP_SUFFIX) }))
  }
}
