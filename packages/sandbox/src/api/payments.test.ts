import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi, TEST_PHONE, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const STATUS = '/rest/v1.1/debit/status'
const CANCEL = '/v1.0/debit/cancel.htm'
const REFUND = '/v1.0/debit/refund.htm'
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/
const rupiah = (value: string) => ({ value, currency: 'IDR' })
const query = async (partnerReferenceNo: string, changes: object = {}) =>
  (
    await api.call(STATUS, {
      originalPartnerReferenceNo: partnerReferenceNo,
      serviceCode: '54',
      merchantId: api.merchantId,
      ...changes
    })
  ).body
const cancel = async (partnerReferenceNo: string, changes: object = {}) =>
  (await api.call(CANCEL, { originalPartnerReferenceNo: partnerReferenceNo, merchantId: api.merchantId, ...changes })).body
const refund = async (partnerReferenceNo: string, partnerRefundNo: string, value: string, changes: object = {}) =>
  (
    await api.call(REFUND, {
      merchantId: api.merchantId,
      originalPartnerReferenceNo: partnerReferenceNo,
      partnerRefundNo,
      refundAmount: rupiah(value),
      additionalInfo: { envInfo: {} },
      ...changes
    })
  ).body

it('answers an identical repeat with the same order, and another content with 4045418', async () => {
  const payment = api.payment()
  const [first, second] = [await api.call(WIDGET_PAYMENT, payment), await api.call(WIDGET_PAYMENT, payment)]
  expect(second.body).toEqual(first.body)
  const other = await api.call(WIDGET_PAYMENT, { ...payment, amount: rupiah('10001.00') })
  expect(other.body).toEqual({
    responseCode: '4045418',
    responseMessage: 'Inconsistent Request',
    partnerReferenceNo: payment.partnerReferenceNo
  })
})

it('creates one order of fifty identical requests at once', async () => {
  const payment = api.payment()
  const answers = await Promise.all(Array.from({ length: 50 }, () => api.call(WIDGET_PAYMENT, payment)))
  expect(new Set(answers.map(({ body }) => body.referenceNo)).size).toBe(1)
  expect(new Set(answers.map(({ body }) => body.responseCode))).toEqual(new Set(['2005400']))
})

it.each([
  [{ amount: rupiah('20000000.01') }, '4035402', 'Exceeds Transaction Amount Limit'],
  [{ amount: rupiah('21000000.00') }, '4035402', 'Exceeds Transaction Amount Limit'],
  [{ amount: rupiah('10000.0000') }, '4005401', 'Invalid Field Format amount'],
  [{ amount: rupiah('0.00') }, '4005401', 'Invalid Field Format amount'],
  [{ validUpTo: '2001-01-01T00:00:00+07:00' }, '4005401', 'Invalid Field Format validUpTo'],
  [{ merchantId: '1' }, '4045408', 'Invalid Merchant'],
  [{ amount: undefined }, '4005402', 'Invalid Mandatory Field amount']
])('refuses a payment with %j by %s', async (changes, responseCode, responseMessage) => {
  const payment = api.payment(changes)
  const { body, status } = await api.call(WIDGET_PAYMENT, payment)
  expect(body).toEqual({ responseCode, responseMessage, partnerReferenceNo: payment.partnerReferenceNo })
  expect(status).toBe(Number(responseCode.slice(0, 3)))
})

it('tells all about a paid order', async () => {
  const order = {
    orderTitle: 'Dua bungkus kopi',
    orderMemo: 'memo',
    buyer: { externalUserId: 'buyer-1', externalUserType: 'SHOP' },
    seller: { userId: 'seller-1' },
    goods: [
      { name: 'Kopi', merchantGoodsId: 'g-1', description: 'Kopi', category: 'drinks', price: rupiah('5000.00'), quantity: '2' }
    ]
  }
  const basic = api.payment()
  const additionalInfo = { ...(basic.additionalInfo as object), order }
  const { partnerReferenceNo, referenceNo } = await api.payOrder({ additionalInfo })
  const answer = await query(partnerReferenceNo, { originalReferenceNo: referenceNo, originalExternalId: 'external-1' })
  expect(answer).toEqual({
    responseCode: '2005500',
    responseMessage: 'Successful',
    originalPartnerReferenceNo: partnerReferenceNo,
    originalReferenceNo: referenceNo,
    originalExternalId: 'external-1',
    serviceCode: '54',
    latestTransactionStatus: '00',
    transactionStatusDesc: 'SUCCESS',
    originalResponseCode: '2005400',
    originalResponseMessage: 'Successful',
    transAmount: rupiah('10000.00'),
    amount: rupiah('10000.00'),
    feeAmount: rupiah('0.00'),
    paidTime: expect.stringMatching(TIME),
    title: 'Dua bungkus kopi',
    additionalInfo: {
      merchantId: api.merchantId,
      buyer: { ...order.buyer, nickname: expect.any(String), userId: 'sandbox-public-user-0001' },
      seller: order.seller,
      amountDetail: {
        orderAmount: rupiah('10000.00'),
        payAmount: rupiah('10000.00'),
        voidAmount: rupiah('0.00'),
        confirmAmount: rupiah('10000.00'),
        refundAmount: rupiah('0.00'),
        chargebackAmount: rupiah('0.00'),
        chargeAmount: rupiah('0.00')
      },
      timeDetail: {
        createdTime: expect.stringMatching(TIME),
        expiryTime: expect.stringMatching(TIME),
        paidTimes: [expect.stringMatching(TIME)],
        confirmedTimes: [expect.stringMatching(TIME)]
      },
      goods: order.goods,
      orderMemo: 'memo',
      paymentViews: [
        {
          cashierRequestId: expect.stringContaining(referenceNo),
          paidTime: expect.stringMatching(TIME),
          payOptionInfos: [
            {
              payMethod: 'BALANCE',
              payAmount: rupiah('10000.00'),
              transAmount: rupiah('10000.00'),
              chargeAmount: rupiah('0.00')
            }
          ],
          payRequestExtendInfo: '{}',
          extendInfo: '{}'
        }
      ],
      statusDetail: { acquirementStatus: 'SUCCESS', frozen: 'false', cancelled: 'false' }
    }
  })
})

it('finds an order by either reference, and none by two of different orders', async () => {
  const [one, other] = [await api.payOrder(), await api.payOrder()]
  expect(await query('', { originalReferenceNo: one.referenceNo })).toMatchObject({ responseCode: '2005500' })
  expect(await query(one.partnerReferenceNo, { originalReferenceNo: other.referenceNo })).toEqual({
    responseCode: '4045501',
    responseMessage: 'Transaction Not Found',
    originalPartnerReferenceNo: one.partnerReferenceNo,
    originalReferenceNo: other.referenceNo,
    serviceCode: '54',
    latestTransactionStatus: '07'
  })
})

it('finds an order by the X-EXTERNAL-ID that it was created with, where nothing else says which', async () => {
  const created: string[] = []
  for (const externalId of ['external-1', 'external-2', 'external-2']) {
    const { body } = await api.call(WIDGET_PAYMENT, api.payment(), { headers: { 'X-EXTERNAL-ID': externalId } })
    created.push(String(body.referenceNo))
  }
  const [one, , newest] = created
  expect(await query('', { originalExternalId: 'external-1' })).toMatchObject({
    responseCode: '2005500',
    originalReferenceNo: one,
    originalExternalId: 'external-1'
  })
  expect(await query('', { originalExternalId: 'external-2' })).toMatchObject({ originalReferenceNo: newest })
  expect(await query('', { originalExternalId: 'external-2', originalReferenceNo: one })).toMatchObject({
    originalReferenceNo: one
  })
  expect(await query('', { originalExternalId: 'external-3' })).toMatchObject({ responseCode: '4045501' })
  expect(await query('', { originalExternalId: ' ' })).toMatchObject({ responseCode: '4005502' })
})

it('refuses queries of what it does not have', async () => {
  const { partnerReferenceNo } = await api.payOrder()
  expect(await query('test123')).toMatchObject({ responseCode: '4045501', responseMessage: 'Transaction Not Found' })
  expect(await query(partnerReferenceNo, { merchantId: '1' })).toMatchObject({ responseCode: '4045501' })
  expect(await query(partnerReferenceNo, { serviceCode: '47' })).toMatchObject({ responseCode: '4045501' })
  expect(await query(partnerReferenceNo, { serviceCode: '5' })).toMatchObject({
    responseMessage: 'Invalid Field Format serviceCode'
  })
  expect(await query('')).toMatchObject({ responseMessage: 'Invalid Mandatory Field originalPartnerReferenceNo' })
})

it('closes an order that nobody paid in time', async () => {
  const payment = api.payment()
  await api.call(WIDGET_PAYMENT, payment)
  await api.engine.moveClock(21 * 60_000)
  expect(await query(payment.partnerReferenceNo)).toMatchObject({
    latestTransactionStatus: '05',
    transactionStatusDesc: 'CLOSED',
    additionalInfo: { statusDetail: { acquirementStatus: 'CLOSED', cancelled: 'false' }, closeReason: expect.any(String) }
  })
  await api.engine.resetClock()
})

it('cancels an unpaid order, and again', async () => {
  const payment = api.payment()
  const { body } = await api.call(WIDGET_PAYMENT, payment)
  const cancelled = await cancel(payment.partnerReferenceNo, { originalExternalId: 'external-1', reason: 'out of coffee' })
  expect(cancelled).toEqual({
    responseCode: '2005700',
    responseMessage: 'Successful',
    originalReferenceNo: body.referenceNo,
    originalPartnerReferenceNo: payment.partnerReferenceNo,
    originalExternalId: 'external-1',
    cancelTime: expect.stringMatching(TIME),
    transactionDate: expect.stringMatching(TIME),
    additionalInfo: {}
  })
  expect(await cancel(payment.partnerReferenceNo)).toMatchObject({ responseCode: '2005700' })
  expect(await query(payment.partnerReferenceNo)).toMatchObject({
    latestTransactionStatus: '05',
    transactionStatusDesc: 'CANCELLED',
    additionalInfo: {
      statusDetail: { acquirementStatus: 'CANCELLED', cancelled: 'true' },
      closeReason: 'out of coffee',
      timeDetail: { cancelledTime: expect.stringMatching(TIME) }
    }
  })
})

it('gives the money of a cancelled order back, for a day', async () => {
  const [early, late] = [await api.payOrder(), await api.payOrder()]
  expect(await cancel(early.partnerReferenceNo)).toMatchObject({ responseCode: '2005700' })
  expect(await query(early.partnerReferenceNo)).toMatchObject({
    additionalInfo: { amountDetail: { voidAmount: rupiah('10000.00'), confirmAmount: rupiah('0.00') } }
  })
  await api.engine.moveClock(25 * 3_600_000)
  expect(await cancel(late.partnerReferenceNo)).toMatchObject({ responseCode: '4035700', responseMessage: 'Transaction Expired' })
  await api.engine.resetClock()
})

it('refuses cancellations in words of DANA', async () => {
  const refunded = await api.payOrder()
  await refund(refunded.partnerReferenceNo, 'refund-before', '1.00')
  expect(await cancel(refunded.partnerReferenceNo)).toMatchObject({
    responseCode: '4045700',
    responseMessage: 'Invalid Transaction Status',
    originalPartnerReferenceNo: refunded.partnerReferenceNo
  })
  expect(await cancel('unknown')).toMatchObject({ responseCode: '4045701', responseMessage: 'Transaction Not Found' })
  expect(await cancel('unknown', { merchantId: '1' })).toMatchObject({ responseCode: '4045708' })
  expect(await cancel('')).toMatchObject({
    responseCode: '4005702',
    responseMessage: 'Invalid Mandatory Field originalPartnerReferenceNo'
  })
  expect(await cancel('x', { amount: rupiah('1') })).toMatchObject({ responseMessage: 'Invalid Field Format amount' })
})

it('refunds in parts up to what was paid, each once', async () => {
  const { partnerReferenceNo, referenceNo } = await api.payOrder()
  const first = await refund(partnerReferenceNo, 'refund-1', '4000.00', { originalCaptureNo: 'capture-1' })
  expect(first).toEqual({
    responseCode: '2005800',
    responseMessage: 'Successful',
    originalReferenceNo: referenceNo,
    originalPartnerReferenceNo: partnerReferenceNo,
    originalCaptureNo: 'capture-1',
    refundNo: expect.stringMatching(/^\d+$/),
    partnerRefundNo: 'refund-1',
    refundAmount: rupiah('4000.00'),
    refundTime: expect.stringMatching(TIME),
    additionalInfo: {}
  })
  expect(await refund(partnerReferenceNo, 'refund-1', '4000.00')).toMatchObject({
    responseCode: '2005800',
    refundNo: first.refundNo
  })
  expect(await refund(partnerReferenceNo, 'refund-1', '5000.00')).toEqual({
    responseCode: '4045818',
    responseMessage: 'Inconsistent Request',
    originalPartnerReferenceNo: partnerReferenceNo,
    partnerRefundNo: 'refund-1',
    refundAmount: rupiah('5000.00')
  })
  expect(await refund(partnerReferenceNo, 'refund-2', '6000.01')).toMatchObject({
    responseCode: '4035815',
    responseMessage: 'Transaction Not Permitted'
  })
  expect(await refund(partnerReferenceNo, 'refund-3', '6000.00')).toMatchObject({ responseCode: '2005800' })
  expect(await query(partnerReferenceNo)).toMatchObject({
    latestTransactionStatus: '00',
    additionalInfo: { amountDetail: { refundAmount: rupiah('10000.00') } }
  })
})

it('refuses refunds in words of DANA', async () => {
  const unpaid = api.payment()
  await api.call(WIDGET_PAYMENT, unpaid)
  expect(await refund(unpaid.partnerReferenceNo, 'r', '1.00')).toMatchObject({ responseCode: '4045800' })
  expect(await refund('123123123123123', 'r', '1.00')).toMatchObject({
    responseCode: '4045812',
    responseMessage: 'Invalid Bill'
  })
  expect(await refund('x', 'r', '10000')).toMatchObject({ responseMessage: 'Invalid Field Format refundAmount' })
  expect(await refund('x', '', '10000.00')).toMatchObject({ responseMessage: 'Invalid Mandatory Field partnerRefundNo' })
  expect(await refund('x', 'r', '1.00', { merchantId: '1' })).toMatchObject({ responseCode: '4045808' })
})

it('refuses what a merchant who was switched off asks for', async () => {
  const { partnerReferenceNo } = await api.payOrder()
  await api.engine.changeMerchant(api.partnerId, { status: 'inactive' })
  expect((await api.call(WIDGET_PAYMENT, api.payment())).body).toMatchObject({ responseCode: '4045408' })
  expect(await cancel(partnerReferenceNo)).toMatchObject({ responseCode: '4045708' })
  expect(await refund(partnerReferenceNo, 'r', '1.00')).toMatchObject({ responseCode: '4045808' })
  await api.engine.changeMerchant(api.partnerId, { status: 'active' })
})

it('keeps the books right', () => {
  expect(api.engine.verify()).toEqual([])
  expect(api.engine.findUserByPhone(TEST_PHONE)).toBeDefined()
})
