import { SNAP_CASES } from '@arus/snap-bi'
import { expect, it } from 'vitest'
import { findMagicOutcome } from './find-magic-outcome.js'

const rupiah = (value: string) => ({ value, currency: 'IDR' })
const outcome = (operationId: string, body: object) => {
  const found = findMagicOutcome(operationId, body)
  return found === undefined ? undefined : [found.httpStatus, found.caseCode]
}

it("takes the values that DANA's own suites use", () => {
  expect(outcome('widgetPayment', { amount: rupiah('505400.00') })).toEqual([500, '00'])
  expect(outcome('widgetPayment', { amount: rupiah('505401.00') })).toEqual([500, '01'])
  expect(outcome('widgetPayment', { amount: rupiah('445408.00') })).toEqual([404, '08'])
  expect(outcome('widgetPayment', { amount: rupiah('435415.00') })).toEqual([403, '15'])
  expect(outcome('queryPayment', { serviceCode: 'AZ' })).toEqual([500, '01'])
  for (const code of ['4035705', '4045708', '4035700', '4035715', '4035714', '5005701', '2025700', '4045700', '4045701'])
    expect(outcome('cancelOrder', { originalPartnerReferenceNo: code })).toEqual([Number(code.slice(0, 3)), code.slice(5)])
  for (const value of ['505801', '445808', '435815', '435814', '225800'])
    expect(outcome('refundOrder', { refundAmount: rupiah(`${value}.00`) })).toEqual([
      Number(`${value[0]}0${value[1]}`),
      value.slice(4)
    ])
})

it('takes any other case of the standard for this service, unless its status has another middle digit than 0', () => {
  for (const { httpStatus, caseCode } of SNAP_CASES.filter((known) => known.httpStatus !== 200)) {
    const status = String(httpStatus)
    expect(outcome('cancelOrder', { originalPartnerReferenceNo: `${status}57${caseCode}` })).toEqual([httpStatus, caseCode])
    if (status[1] !== '0') continue
    expect(outcome('widgetPayment', { amount: rupiah(`${status[0]}${status[2]}54${caseCode}.00`) })).toEqual([
      httpStatus,
      caseCode
    ])
    expect(outcome('refundOrder', { refundAmount: rupiah(`${status[0]}${status[2]}58${caseCode}.00`) })).toEqual([
      httpStatus,
      caseCode
    ])
  }
})

it('takes no other value', () => {
  const amounts = [
    // Another service's; a success; no case; not six digits; sen.
    '505800.00',
    '205400.00',
    '435499.00',
    '5054000.00',
    '50540.00',
    '0505400.00',
    '505400.01',
    '505400',
    '655400.00'
  ]
  for (const value of amounts) expect(outcome('widgetPayment', { amount: rupiah(value) })).toBeUndefined()
  for (const value of ['505400.00', '205800.00']) expect(outcome('refundOrder', { refundAmount: rupiah(value) })).toBeUndefined()
  for (const reference of ['4035405', '2005700', '4035799', '403570', '40357055', 'order-4035705', undefined, 4035705])
    expect(outcome('cancelOrder', { originalPartnerReferenceNo: reference })).toBeUndefined()
  for (const serviceCode of ['54', 'az', 'AZ ', undefined]) expect(outcome('queryPayment', { serviceCode })).toBeUndefined()
})

it('takes a value only where it means something', () => {
  const all = {
    amount: rupiah('505400.00'),
    refundAmount: rupiah('505801.00'),
    originalPartnerReferenceNo: '4035705',
    serviceCode: 'AZ'
  }
  for (const operationId of ['applyToken', 'applyOTT', 'balanceInquiry', 'accountUnbinding', 'queryUserProfile'])
    expect(outcome(operationId, all)).toBeUndefined()
  expect(outcome('widgetPayment', { amount: null })).toBeUndefined()
  expect(outcome('widgetPayment', { amount: { value: 505400 } })).toBeUndefined()
})
