import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as webhookTables from '../generated/webhook-tables.js'
import * as tables from '../generated/widget-tables.js'
import { anyModelAndJson, MODELS } from '../testing/any-model-value.js'
import { fromJson } from './from-json.js'
import { toJson } from './to-json.js'

describe('fromJson', () => {
  it('reads the fields of the model and drops unknown ones', () => {
    const json = {
      unknownField: 1,
      responseCode: '2005400',
      responseMessage: 'Successful',
      partnerReferenceNo: 'ref-0002',
      additionalInfo: { debugMessage: 'x' }
    }
    expect(fromJson(tables.WIDGET_PAYMENT_RESPONSE, json)).toStrictEqual({
      responseCode: '2005400',
      responseMessage: 'Successful',
      partnerReferenceNo: 'ref-0002',
      additionalInfo: { debugMessage: 'x' }
    })
  })

  it('leaves out optional fields that are null, and keeps null in mandatory ones', () => {
    const json = { responseCode: null, referenceNo: null, userResources: null, additionalInfo: null }
    expect(fromJson(tables.APPLY_OTT_RESPONSE, json)).toStrictEqual({ responseCode: null, userResources: null })
    expect(fromJson(tables.AMOUNT_DETAIL, { orderAmount: null, payAmount: null })).toStrictEqual({ orderAmount: null })
  })

  it('reads a key that has another name in TypeScript under that one, and drops a key that is spelt like that', () => {
    const json = { 'extendInfo.closedReason': 'EXPIRED', extendInfoClosedReason: 'forged' }
    const value = { extendInfoClosedReason: 'EXPIRED' }
    expect(fromJson(webhookTables.FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, json)).toStrictEqual(value)
    expect(fromJson(webhookTables.FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, value)).toStrictEqual({})
    expect(toJson(webhookTables.FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, value)).toStrictEqual({
      'extendInfo.closedReason': 'EXPIRED'
    })
  })

  it('hands through what is neither an object nor a list where it should be one', () => {
    expect(fromJson(tables.APPLY_OTT_RESPONSE, { userResources: 'none' })).toStrictEqual({ userResources: 'none' })
    expect(fromJson(tables.APPLY_OTT_RESPONSE, { userResources: [null, 5] })).toStrictEqual({ userResources: [null, 5] })
    expect(fromJson(tables.QUERY_PAYMENT_RESPONSE, { amount: '10000' })).toStrictEqual({ amount: '10000' })
    for (const json of [null, undefined, 'text', 5, true]) expect(fromJson(tables.MONEY, json)).toBe(json)
  })

  it('reads own properties only, and is not led astray by __proto__', () => {
    expect(fromJson(tables.MONEY, Object.create({ value: '1.00' }))).toStrictEqual({})
    const value = fromJson(tables.MONEY, JSON.parse('{"__proto__":{"currency":"USD"},"value":"1.00"}')) as { currency?: string }
    expect(value).toStrictEqual({ value: '1.00' })
    expect(value.currency).toBeUndefined()
  })

  it('reads the variant of a union whose mandatory fields are there', () => {
    const json = { grantType: 'REFRESH_TOKEN', refreshToken: 'r', other: 1 }
    expect(fromJson(tables.APPLY_TOKEN_REQUEST, json)).toStrictEqual({ grantType: 'REFRESH_TOKEN', refreshToken: 'r' })
    expect(fromJson(tables.APPLY_TOKEN_REQUEST, { grantType: 'REFRESH_TOKEN' })).toStrictEqual({})
  })

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MODELS, tables.APPLY_TOKEN_REQUEST), fc.jsonValue(), (model, json) => {
        fromJson(model, json)
      })
    )
  })

  it('never throws, whatever stands where the fields of a model should', () => {
    const anyFields = fc.constantFrom(...MODELS).chain((model) => {
      const fields = model.fields.map(({ wireName }) => [wireName, fc.jsonValue({ maxDepth: 2 })])
      return fc.tuple(fc.constant(model), fc.record(Object.fromEntries(fields), { requiredKeys: [] }))
    })
    fc.assert(
      fc.property(anyFields, ([model, json]) => {
        toJson(model, fromJson(model, json))
      })
    )
  })

  it('reads what toJson wrote, and toJson writes again what it read', () => {
    fc.assert(
      fc.property(anyModelAndJson(), ([model, json]) => {
        const value = fromJson(model, json)
        const written = toJson(model, value)
        expect(fromJson(model, JSON.parse(JSON.stringify(written)))).toStrictEqual(value)
        expect(toJson(model, fromJson(model, written))).toStrictEqual(written)
        for (const key of Object.keys(written as object)) expect(Object.keys(json)).toContain(key)
      })
    )
  })
})
