/**
 * Real processes under real faults: see docs/chaos.md.
 *
 *     npm run chaos -- --seed 7 --seconds 120 --bank books-repeats
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { describeRun } from './report/describe-run.js'
import { judgeRun } from './report/judge-run.js'
import { runChaos } from './run-chaos.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    seconds: { type: 'string', default: '120' },
    bank: { type: 'string', default: 'refuses-repeats' }
  }
})

function readWholeNumber(name: 'seed' | 'seconds', least: number, most: number): number {
  const value = /^\d{1,9}$/.test(values[name]) ? Number(values[name]) : Number.NaN
  if (value >= least && value <= most) return value
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${values[name]}"`)
}

function readBank(): boolean {
  if (values.bank === 'refuses-repeats') return true
  if (values.bank === 'books-repeats') return false
  throw new Error(`--bank must be refuses-repeats or books-repeats, not "${values.bank}"`)
}

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort(new Error(`stopped: ${signal}`)))

const seed = readWholeNumber('seed', 0, 999_999_999)
const moment = new Date().toISOString().replace(/[:.]/g, '-')
const folder = fileURLToPath(new URL(`../../.arus/chaos/${moment}-${seed}`, import.meta.url))
const run = await runChaos({
  seed,
  seconds: readWholeNumber('seconds', 5, 3600),
  refusesRepeats: readBank(),
  folder,
  tell: (line) => console.error(line),
  signal: interruption.signal
})
await writeFile(join(folder, 'report.json'), JSON.stringify(run, undefined, 1))
console.log(describeRun(run))
process.exitCode = judgeRun(run).length === 0 ? 0 : 1
