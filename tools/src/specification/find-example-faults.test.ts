import { describe, expect, it } from 'vitest'
import { findExampleFaults } from './find-example-faults.js'
import type { Schema } from './specification.js'

const code: Schema = { type: 'string', maxLength: 4, minLength: 2, pattern: '^[a-z=]+$', 'x-forbidden-characters': '=' }
const schemas: Record<string, Schema> = {
  Money: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
  ByCode: { type: 'object', required: ['code'], properties: { code } },
  ByKind: { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['A', 'B'] } } },
  Either: { oneOf: [{ $ref: '#/components/schemas/ByCode' }, { $ref: '#/components/schemas/ByKind' }] },
  Order: {
    type: 'object',
    properties: {
      amount: { $ref: '#/components/schemas/Money' },
      kinds: { type: 'array', minItems: 1, items: { type: 'string', enum: ['A', 'B'] } },
      version: { type: 'string', const: '2.0' },
      isPaid: { type: 'boolean' },
      extra: { type: 'object', additionalProperties: true }
    }
  }
}
const faultsOf = (name: string, value: unknown) => findExampleFaults(schemas, { $ref: `#/components/schemas/${name}` }, value)

describe('the faults of an example', () => {
  it('are none where every field is described and within its limits', () => {
    const order = { amount: { value: '1.00' }, kinds: ['A'], version: '2.0', isPaid: true, extra: { anything: [1, null] } }
    expect(faultsOf('Order', order)).toEqual([])
    expect(faultsOf('Either', { code: 'abc' })).toEqual([])
    expect(faultsOf('Either', { kind: 'A' })).toEqual([])
  })

  it('name the path of each', () => {
    expect(faultsOf('Order', { amount: { currency: 'IDR' }, kinds: ['A', 'C'], version: '1', isPaid: 'yes' })).toEqual([
      '.amount.value is missing',
      '.amount.currency is not described',
      '.kinds[1] is none of the values',
      '.version is none of the values',
      '.isPaid is of type string, not boolean'
    ])
    expect(faultsOf('Order', { amount: null, kinds: [] })).toEqual([
      '.amount is of type null, not object',
      '.kinds has less than 1 items'
    ])
    expect(faultsOf('Order', ['a'])).toEqual([' is of type array, not object'])
  })

  it('are found in the length, the pattern and the forbidden characters of a text', () => {
    expect(faultsOf('ByCode', { code: 'abcde' })).toEqual(['.code is longer than 4'])
    expect(faultsOf('ByCode', { code: 'a' })).toEqual(['.code is shorter than 2'])
    expect(faultsOf('ByCode', { code: 'AB' })).toEqual(['.code does not match ^[a-z=]+$'])
    expect(faultsOf('ByCode', { code: 'a=b' })).toEqual(['.code has one of ='])
  })

  it('are told of every form where none fits', () => {
    expect(faultsOf('Either', { kind: 'C' })).toEqual([
      ' fits no form: .code is missing; .kind is not described; .kind is none of the values'
    ])
  })
})
