import { describe, expect, it } from 'vitest'
import * as tables from '../generated/widget-tables.js'
import { findMissing } from './find-missing.js'

describe('findMissing', () => {
  it('names mandatory fields that are undefined or null by their path, in the order of the wire', () => {
    const request = { merchantId: null, amount: { currency: 'IDR' }, validUpTo: '', additionalInfo: { order: {}, envInfo: null } }
    expect(findMissing(tables.WIDGET_PAYMENT_REQUEST, request)).toEqual([
      'partnerReferenceNo',
      'merchantId',
      'amount.value',
      'additionalInfo.productCode',
      'additionalInfo.order.orderTitle',
      'additionalInfo.mcc',
      'additionalInfo.envInfo'
    ])
  })

  it('looks into optional objects only when they are there, and never into the elements of lists', () => {
    expect(findMissing(tables.ORDER, { orderTitle: 'Kopi' })).toEqual([])
    expect(findMissing(tables.ORDER, { orderTitle: 'Kopi', goods: [{}], internationalOrderInfo: { totalAmount: {} } })).toEqual([
      'internationalOrderInfo.totalAmount.value',
      'internationalOrderInfo.totalAmount.currency'
    ])
  })

  it('finds all fields missing in what is no object: toJson would write none of them', () => {
    for (const value of [undefined, null, 'text', 5]) expect(findMissing(tables.MONEY, value)).toEqual(['value', 'currency'])
    expect(findMissing(tables.CANCEL_ORDER_REQUEST, { originalPartnerReferenceNo: 'r', merchantId: 'm', amount: '1' })).toEqual([
      'amount.value',
      'amount.currency'
    ])
  })

  it('asks of a union what the variant needs that is meant', () => {
    const missing = (request: object) => findMissing(tables.APPLY_TOKEN_REQUEST, request)
    expect(missing({})).toEqual(['grantType'])
    expect(missing({ authCode: 'a' })).toEqual(['grantType'])
    expect(missing({ grantType: 'AUTHORIZATION_CODE' })).toEqual(['authCode'])
    expect(missing({ grantType: 'REFRESH_TOKEN' })).toEqual(['refreshToken'])
    expect(missing({ grantType: 'SOMETHING_ELSE' })).toEqual(['authCode'])
  })

  it('finds nothing missing in a union when one variant is complete, and takes an empty text for one that is there', () => {
    const missing = (request: object) => findMissing(tables.APPLY_TOKEN_REQUEST, request)
    expect(missing({ grantType: 'REFRESH_TOKEN', authCode: '', refreshToken: 'r' })).toEqual([])
    expect(missing({ grantType: 'REFRESH_TOKEN', authCode: null, refreshToken: 'r' })).toEqual([])
    expect(missing({ grantType: 'AUTHORIZATION_CODE', authCode: '' })).toEqual([])
  })
})
