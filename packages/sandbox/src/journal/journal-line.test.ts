import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLine, writeLine } from './journal-line.js'
import { readValue, writeValue } from './value-text.js'

it('writes any value as one line and reads the same', () => {
  const keyed = fc.dictionary(fc.constantFrom('$bigint', '$map', '$set', '$object', '$', '__proto__', 'a'), fc.jsonValue())
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), keyed, fc.bigInt(), fc.array(fc.oneof(fc.bigInt(), keyed))), (value) => {
      const line = writeLine(value)
      expect(line.indexOf('\n')).toBe(line.length - 1)
      expect(readLine(line.slice(0, -1))).toEqual({ value: JSON.parse(JSON.stringify({ value }, asText), fromText).value })
    })
  )
  const map = new Map<string, unknown>([
    ['a', 1n],
    ['b', new Map([['c', new Set(['d'])]])]
  ])
  expect(readValue(writeValue(map))).toEqual(map)
})

/** JSON turns -0 into 0; everything else is compared as it was. */
const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? `bigint:${value}` : value)
const fromText = (_key: string, value: unknown) =>
  typeof value === 'string' && /^bigint:-?\d+$/.test(value) ? BigInt(value.slice(7)) : value

it('knows a line with one character changed, added or left out', () => {
  const line = writeLine({ type: 'order.paid', amountSen: 100n }).trimEnd()
  expect(readLine(line)).toBeDefined()
  for (let index = 0; index < line.length; index++) {
    expect(readLine(`${line.slice(0, index)}~${line.slice(index + 1)}`)).toBeUndefined()
    expect(readLine(line.slice(0, index) + line.slice(index + 1))).toBeUndefined()
    expect(readLine(`${line.slice(0, index)}~${line.slice(index)}`)).toBeUndefined()
  }
})
