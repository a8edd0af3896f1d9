import { describe, expect, it } from 'vitest'
import * as tables from '../generated/widget-tables.js'
import { instanceOf } from './instance-of.js'

describe('instanceOf', () => {
  it('wants all mandatory fields, of which null is one and undefined is none', () => {
    expect(instanceOf(tables.MONEY, { value: '1.00', currency: 'IDR', other: 1 })).toBe(true)
    expect(instanceOf(tables.MONEY, { value: null, currency: null })).toBe(true)
    expect(instanceOf(tables.MONEY, { value: '1.00', currency: undefined })).toBe(false)
    expect(instanceOf(tables.MONEY, { value: '1.00' })).toBe(false)
    expect(instanceOf(tables.BUYER, {})).toBe(true)
  })

  it('does not look into the fields', () => {
    expect(instanceOf(tables.AMOUNT_DETAIL, { orderAmount: {} })).toBe(true)
  })

  it('takes what is no object for no model', () => {
    for (const value of [null, undefined, 'text', 5]) expect(instanceOf(tables.BUYER, value)).toBe(false)
  })

  it('takes for a union what is one of its variants', () => {
    expect(instanceOf(tables.APPLY_TOKEN_REQUEST, { grantType: 'REFRESH_TOKEN', refreshToken: 'r' })).toBe(true)
    expect(instanceOf(tables.APPLY_TOKEN_REQUEST, { grantType: 'REFRESH_TOKEN' })).toBe(false)
  })
})
