import { deepStrictEqual } from 'node:assert'
import { describe, expect, it } from 'vitest'
import { MONEY } from '../generated/widget-tables.js'
import { constructible } from './constructible.js'

const Money = constructible<{ value: string; currency: string }>(MONEY)

describe('a model that can be constructed', () => {
  it('is a plain object with the fields that were given', () => {
    deepStrictEqual(new Money({ value: '1.00', currency: 'IDR' }), { value: '1.00', currency: 'IDR' })
    deepStrictEqual(new Money(), {})
    expect(Object.keys(new Money({ currency: 'IDR' }))).toEqual(['currency'])
  })

  it('is a copy: what it was made from stays apart', () => {
    const init = { value: '1.00' }
    new Money(init).value = '2.00'
    expect(init.value).toBe('1.00')
  })

  it('lets instanceof ask for the mandatory fields, wherever the object came from', () => {
    expect(new Money({ value: '1.00', currency: 'IDR' })).toBeInstanceOf(Money)
    expect(JSON.parse('{"value":"1.00","currency":"IDR"}')).toBeInstanceOf(Money)
    expect(new Money({ value: '1.00' }) instanceof Money).toBe(false)
  })
})
