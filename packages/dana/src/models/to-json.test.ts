import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as tables from '../generated/widget-tables.js'
import { anyModelAndProperties } from '../testing/any-model-value.js'
import type { Model } from './model.js'
import { toJson } from './to-json.js'

const keysInWireOrder = (model: Model) => model.fields.map(({ wireName }) => wireName)

describe('toJson', () => {
  it('writes the fields in the order of the wire, whatever the order they were given in, and drops unknown ones', () => {
    const request = {
      additionalInfo: {
        envInfo: { terminalType: 'SYSTEM', sourcePlatform: 'IPG' },
        mcc: '5732',
        order: { orderTitle: 'Kopi', goods: [{ quantity: '1', name: 'Kopi', color: 'black' }] },
        productCode: '51051000100000000001'
      },
      note: 'unknown',
      amount: { currency: 'IDR', value: '1.00' },
      partnerReferenceNo: 'ref-0002'
    }
    expect(JSON.stringify(toJson(tables.WIDGET_PAYMENT_REQUEST, request))).toBe(
      '{"partnerReferenceNo":"ref-0002","amount":{"value":"1.00","currency":"IDR"},' +
        '"additionalInfo":{"productCode":"51051000100000000001",' +
        '"order":{"orderTitle":"Kopi","goods":[{"name":"Kopi","quantity":"1"}]},' +
        '"mcc":"5732","envInfo":{"sourcePlatform":"IPG","terminalType":"SYSTEM"}}}'
    )
  })

  it('keeps null in simple fields and in objects, and leaves out undefined and lists of models that are null', () => {
    const json = toJson(tables.WIDGET_PAYMENT_REQUEST, {
      subMerchantId: null,
      amount: null,
      merchantId: undefined,
      additionalInfo: undefined,
      urlParams: null,
      payOptionDetails: [null, {}]
    })
    expect(json).toStrictEqual({ subMerchantId: null, amount: null, payOptionDetails: [null, {}] })
    expect(toJson(tables.BALANCE_INQUIRY_REQUEST, { balanceTypes: null })).toStrictEqual({ balanceTypes: null })
  })

  it('hands texts, lists of texts and free objects through as they are', () => {
    const additionalInfo = { envInfo: { b: 1, a: [2] }, refundOptionBill: [{ z: 1 }] }
    const json = toJson(tables.REFUND_ORDER_REQUEST, { additionalInfo }) as { additionalInfo: typeof additionalInfo }
    expect(json.additionalInfo.envInfo).toBe(additionalInfo.envInfo)
    expect(json.additionalInfo.refundOptionBill).toBe(additionalInfo.refundOptionBill)
  })

  it('writes a property that has another name on the wire under that one', () => {
    const head = { _function: 'dana.member.query.queryUserProfile', function: 'dropped', version: '2.0' }
    expect(JSON.stringify(toJson(tables.QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, head))).toBe(
      '{"version":"2.0","function":"dana.member.query.queryUserProfile"}'
    )
  })

  it('gives nothing back as nothing, and what is no object as an empty one, as dana-node does', () => {
    expect(toJson(tables.MONEY, null)).toBeNull()
    expect(toJson(tables.MONEY, undefined)).toBeUndefined()
    expect(toJson(tables.MONEY, '10000')).toStrictEqual({})
    expect(toJson(tables.ORDER, { goods: 'no list' })).toStrictEqual({ goods: 'no list' })
  })

  it('writes the first variant of a union whose mandatory fields are there, and nothing when none is', () => {
    const write = (request: object) => JSON.stringify(toJson(tables.APPLY_TOKEN_REQUEST, request))
    expect(write({ refreshToken: 'r', grantType: 'REFRESH_TOKEN' })).toBe('{"grantType":"REFRESH_TOKEN","refreshToken":"r"}')
    expect(write({ refreshToken: 'r', authCode: '', grantType: 'REFRESH_TOKEN', additionalInfo: {} })).toBe(
      '{"additionalInfo":{},"grantType":"REFRESH_TOKEN","authCode":"","refreshToken":"r"}'
    )
    expect(write({ grantType: 'AUTHORIZATION_CODE' })).toBe('{}')
  })

  it('writes no key that the model does not have, and those it has in their order', () => {
    fc.assert(
      fc.property(anyModelAndProperties(), ([model, value]) => {
        const keys = Object.keys(toJson(model, value) as object)
        expect(keys).toEqual(keysInWireOrder(model).filter((key) => keys.includes(key)))
      })
    )
  })

  it('leaves what it is given as it was', () => {
    fc.assert(
      fc.property(anyModelAndProperties(), ([model, value]) => {
        const before = JSON.stringify(value)
        toJson(model, value)
        expect(JSON.stringify(value)).toBe(before)
      })
    )
  })
})
