import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OrderRequest } from '../state/order.js'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'
import { resumeMagic } from './obey-magic.js'

let api: TestApi
beforeEach(async () => {
  api = await startApi()
})
afterEach(() => api.close())

const rupiah = (value: string) => ({ value, currency: 'IDR' })
const query = async (originalPartnerReferenceNo: string, serviceCode = '54') =>
  (await api.call('/rest/v1.1/debit/status', { originalPartnerReferenceNo, serviceCode, merchantId: api.merchantId })).body
const refund = async (originalPartnerReferenceNo: string, value: string) =>
  (
    await api.call('/v1.0/debit/refund.htm', {
      merchantId: api.merchantId,
      originalPartnerReferenceNo,
      partnerRefundNo: 'refund-1',
      refundAmount: rupiah(value)
    })
  ).body
const cancel = async (originalPartnerReferenceNo: string) =>
  (await api.call('/v1.0/debit/cancel.htm', { merchantId: api.merchantId, originalPartnerReferenceNo })).body

it.each([
  ['505400.00', '5005400', 'General Error'],
  ['505401.00', '5005401', 'Internal Server Error'],
  ['445408.00', '4045408', 'Invalid Merchant'],
  ['435415.00', '4035415', 'Transaction Not Permitted'],
  ['435403.00', '4035403', 'Suspected Fraud']
])('refuses a payment of %s by %s and stores nothing', async (value, responseCode, responseMessage) => {
  const payment = api.payment({ amount: rupiah(value) })
  const { status, body } = await api.call(WIDGET_PAYMENT, payment)
  expect(status).toBe(Number(responseCode.slice(0, 3)))
  expect(body).toEqual({ responseCode, responseMessage, partnerReferenceNo: payment.partnerReferenceNo })
  expect(api.engine.listOrders()).toEqual([])
  expect((await api.call(WIDGET_PAYMENT, { ...payment, amount: rupiah('1000.00') })).body.responseCode).toBe('2005400')
})

it('answers a magic value before it looks for the order, and after it has looked at the form', async () => {
  const { partnerReferenceNo } = await api.payOrder({ amount: rupiah('600000.00') })
  expect(await refund('unknown', '225800.00')).toMatchObject({ responseCode: '2025800', responseMessage: 'Request In Progress' })
  expect(await refund(partnerReferenceNo, '505801.00')).toMatchObject({ responseCode: '5005801' })
  expect(await cancel('5005701')).toMatchObject({ responseCode: '5005701', originalPartnerReferenceNo: '5005701' })
  expect(await query('unknown', 'AZ')).toMatchObject({ responseCode: '5005501', responseMessage: 'Internal Server Error' })
  expect(await query('', '')).toMatchObject({ responseCode: '4005502' })
  expect(api.engine.findOrderByPartnerReference(api.merchantId, partnerReferenceNo)?.refunds).toEqual([])
  // Neither that amount for a refund nor that for a payment means the other.
  expect(await refund(partnerReferenceNo, '505400.00')).toMatchObject({ responseCode: '2005800' })
})

it('makes an order of 205502.00 one that is being paid', async () => {
  const payment = api.payment({ amount: rupiah('205502.00') })
  for (let time = 0; time < 2; time++) expect((await api.call(WIDGET_PAYMENT, payment)).body.responseCode).toBe('2005400')
  expect(await query(payment.partnerReferenceNo)).toMatchObject({
    latestTransactionStatus: '02',
    transactionStatusDesc: 'PAYING',
    additionalInfo: { statusDetail: { acquirementStatus: 'PAYING' } }
  })
})

it.each(['11011.00', '11012.00'])('pays an order of %s from outside by itself, soon', async (value) => {
  const payment = api.payment({ amount: rupiah(value) })
  const paid = new Promise<void>((resolve) => {
    api.engine.subscribe(({ type }) => type === 'order.paid' && resolve())
  })
  await api.call(WIDGET_PAYMENT, payment)
  expect(await query(payment.partnerReferenceNo)).toMatchObject({ latestTransactionStatus: '01' })
  await paid
  expect(await query(payment.partnerReferenceNo)).toMatchObject({
    latestTransactionStatus: '00',
    additionalInfo: { paymentViews: [{ payOptionInfos: [{ payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_CIMB' }] }] }
  })
  expect(api.engine.verify()).toEqual([])
})

it('goes on where an order was created and nothing came of its amount yet', async () => {
  const request = (value: string) => api.payment({ amount: rupiah(value) }) as unknown as OrderRequest
  const create = async (value: string, magic: boolean) => {
    const created = await api.engine.createOrder({ partnerId: api.partnerId, request: request(value), magic })
    if (created.refused) throw new Error(created.reason)
    return created.order.referenceNo
  }
  const [paying, paid, off] = [await create('205502.00', true), await create('11011.00', true), await create('11011.00', false)]
  const later: (() => Promise<unknown>)[] = []
  await resumeMagic({ engine: api.engine, after: (_delayMs, action) => later.push(action) })
  for (const action of later) await action()
  expect([paying, paid, off].map((referenceNo) => api.engine.findOrder(referenceNo)?.status)).toEqual([
    'PAYING',
    'SUCCESS',
    'INIT'
  ])
})

it('means nothing by any value once magic is off', async () => {
  api.settings.magic = false
  for (const value of ['505400.00', '205502.00', '11011.00'])
    expect((await api.call(WIDGET_PAYMENT, api.payment({ amount: rupiah(value) }))).body.responseCode).toBe('2005400')
  expect(api.engine.listOrders().map(({ status }) => status)).toEqual(['INIT', 'INIT', 'INIT'])
  expect(await cancel('5005701')).toMatchObject({ responseCode: '4045701' })
  expect(await refund('unknown', '225800.00')).toMatchObject({ responseCode: '4045812' })
  expect(await query('unknown', 'AZ')).toMatchObject({
    responseCode: '4005501',
    responseMessage: 'Invalid Field Format serviceCode'
  })
})
