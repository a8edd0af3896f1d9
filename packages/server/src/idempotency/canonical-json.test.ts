import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, MAX_DEPTH } from './canonical-json.js'

/** By the definition, one value after the other. */
function writeSorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeSorted(member)}`).join(',')}}`
}

const NAMES = ['a', 'b', '10', '9', '__proto__', 'constructor', 'toJSON', 'é', '"', '']
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('json')), { maxLength: 4 }).map((members) => {
      // As a parser makes it, where `__proto__` is a member like any other.
      const text = members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`).join()
      return JSON.parse(`{${text}}`) as unknown
    })
  )
}))

it('writes any parsed JSON with its members sorted, whatever they are called', () => {
  fc.assert(
    fc.property(json, (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(parsed)).toBe(writeSorted(parsed))
    }),
    { numRuns: 500 }
  )
})

it('writes null for a member that is not there, as it always has: fingerprints are kept', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1,"b":null}')
  expect(canonicalJson(undefined)).toBe('null')
})

it('looks at each member a few times at most, also where every object has names of its own', () => {
  let reads = 0
  const watched = (members: object) =>
    new Proxy(members, {
      get(target, name) {
        reads += 1
        return Reflect.get(target, name)
      }
    })
  const objects = Array.from({ length: 2_000 }, (_, index) => ({ [`note_${index}`]: 'x', amount: index }))
  expect(canonicalJson(objects.map(watched))).toBe(writeSorted(objects))
  expect(reads).toBeLessThan(10 * objects.length)
})

it('refuses what is nested too deep, in either way of writing', () => {
  const nest = (name: string, depth: number) => JSON.parse(`${`{"${name}":`.repeat(depth)}1${'}'.repeat(depth)}`) as unknown
  for (const name of ['a', 'constructor']) {
    expect(canonicalJson(nest(name, MAX_DEPTH))).toContain(name)
    expect(() => canonicalJson(nest(name, MAX_DEPTH + 1))).toThrow(RangeError)
  }
})
