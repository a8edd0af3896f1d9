import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

it('creates an order and tells how it stands', async () => {
  const payment = api.payment()
  const created = await api.call(WIDGET_PAYMENT, payment)
  expect(created.body).toMatchObject({
    responseCode: '2005400',
    responseMessage: 'Successful',
    referenceNo: expect.stringMatching(/^\d{37}$/),
    partnerReferenceNo: payment.partnerReferenceNo
  })
  expect(String(created.body.webRedirectUrl)).toContain(`${api.url}/m/portal/cashier/checkout?bizNo=${created.body.referenceNo}`)
  const queried = await api.call('/rest/v1.1/debit/status', {
    originalPartnerReferenceNo: payment.partnerReferenceNo,
    serviceCode: '54',
    merchantId: api.merchantId
  })
  expect(queried.status).toBe(200)
  expect(queried.body).toMatchObject({ responseCode: '2005500', latestTransactionStatus: '01', transactionStatusDesc: 'INIT' })
})
