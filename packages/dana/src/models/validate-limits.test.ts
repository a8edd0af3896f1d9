import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as tables from '../generated/widget-tables.js'
import { MODELS } from '../testing/any-model-value.js'
import { validateLimits } from './validate-limits.js'

// Recorded from dana-node 2.1.10 with its clock at this time; the order and the texts are its own.
const NOW = Date.parse('2026-01-15T03:04:05.678Z')
const SANDBOX = { now: NOW, production: false }
const payment = (validUpTo: string) => ({
  partnerReferenceNo: 'ref-0002',
  merchantId: '216620000000000000001',
  amount: { value: '1.00', currency: 'IDR' },
  validUpTo,
  additionalInfo: {
    productCode: '51051000100000000001',
    mcc: '5732',
    order: { orderTitle: 'DANA Widget Test Order' },
    envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' }
  }
})

describe('validateLimits', () => {
  it('names each field that is too long in the order of the wire, those of objects in it by their bare names', () => {
    const request = {
      merchantId: 'm'.repeat(65),
      originalPartnerReferenceNo: 'x'.repeat(65),
      amount: { currency: 'IDRX', value: '1'.repeat(20) }
    }
    expect(validateLimits(tables.CANCEL_ORDER_REQUEST, request, SANDBOX)).toEqual([
      { field: 'originalPartnerReferenceNo', message: 'must be at most 64 characters long' },
      { field: 'merchantId', message: 'must be at most 64 characters long' },
      { field: 'value', message: 'must be at most 19 characters long' },
      { field: 'currency', message: 'must be at most 3 characters long' }
    ])
  })

  it('reports a time that is not written as DANA wants it, and only that', () => {
    for (const validUpTo of ['2026-01-15 10:20:00', '2026-01-15T03:20:00Z', '2027-01-15T03:20:00.000+07:00'])
      expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, payment(validUpTo), SANDBOX)).toEqual([
        { field: 'validUpTo', message: 'must match required pattern' }
      ])
  })

  it('lets an order be payable for 30 minutes, and for longer only in production', () => {
    const late = payment('2026-01-15T10:35:06+07:00')
    expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, payment('2026-01-15T10:34:05+07:00'), SANDBOX)).toEqual([])
    expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, late, SANDBOX)).toEqual([
      {
        field: 'validUpTo',
        message: 'validUpTo validation failed: validUpTo date cannot be more than 30 minutes in the future'
      }
    ])
    expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, late, { now: NOW, production: true })).toEqual([])
  })

  it('says it once when an order is payable for days, where dana-node 2.1.10 said it twice', () => {
    expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, payment('2026-01-20T10:35:06+07:00'), SANDBOX)).toHaveLength(1)
  })

  it('lets a time pass that fits the pattern and is no date: DANA refuses it', () => {
    expect(validateLimits(tables.WIDGET_PAYMENT_REQUEST, payment('2026-99-99T99:99:99+07:00'), SANDBOX)).toEqual([])
  })

  it('refuses an authorization code that was cut out of the URL with too much', () => {
    const fault = { field: 'authCode', message: "authCode must not contain URL query delimiter characters ('&' or '=')" }
    const request = { grantType: 'AUTHORIZATION_CODE', authCode: 'abc&state=1' }
    expect(validateLimits(tables.APPLY_TOKEN_REQUEST, request, SANDBOX)).toEqual([fault])
    const refresh = { grantType: 'REFRESH_TOKEN', refreshToken: 'r', authCode: ' ' }
    expect(validateLimits(tables.APPLY_TOKEN_REFRESH_TOKEN_REQUEST, refresh, SANDBOX)).toEqual([])
    expect(validateLimits(tables.APPLY_TOKEN_REFRESH_TOKEN_REQUEST, { ...refresh, authCode: 'a=' }, SANDBOX)).toEqual([fault])
    expect(validateLimits(tables.APPLY_TOKEN_REQUEST, { grantType: 'AUTHORIZATION_CODE' }, SANDBOX)).toEqual([])
  })

  it('wants at least one profile resource', () => {
    const request = { userResources: [], accessToken: 't' }
    expect(validateLimits(tables.QUERY_USER_PROFILE_REQUEST, request, SANDBOX)).toEqual([
      { field: 'userResources', message: 'must have at least 1 items' }
    ])
  })

  it('does not look at the elements of lists, nor at missing fields, null and values of a wrong type', () => {
    const tooLong = 'x'.repeat(9999)
    const orders = [{ goods: [{ name: tooLong }] }, { orderTitle: null }, {}, { orderTitle: 5, buyer: tooLong }]
    for (const order of orders) expect(validateLimits(tables.ORDER, order, SANDBOX)).toEqual([])
    for (const value of [null, undefined, tooLong, 5]) expect(validateLimits(tables.ORDER, value, SANDBOX)).toEqual([])
  })

  it("takes Jakarta's longitude, which dana-node refuses, and three whole digits in no latitude", () => {
    const fault = (field: string) => ({ field, message: 'must match required pattern' })
    const validate = (place: object) => validateLimits(tables.APPLY_OTT_REQUEST_ADDITIONAL_INFO, place, SANDBOX)
    expect(validate({ latitude: '-6.2088', longitude: '106.8456' })).toEqual([])
    expect(validate({ latitude: '106.8456', longitude: '1068.456' })).toEqual([fault('latitude'), fault('longitude')])
  })

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MODELS, tables.APPLY_TOKEN_REQUEST), fc.jsonValue(), (model, value) => {
        validateLimits(model, value, SANDBOX)
      })
    )
  })
})
