import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeEach(async () => {
  api = await startApi()
})
afterEach(() => api.close())

const create = () => api.call(WIDGET_PAYMENT, api.payment())
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: Error) => error.constructor.name
  )

it('delays a request', async () => {
  api.faults.add({ kind: 'delay', delayMs: 2_000 })
  const delayed = create()
  await expect.poll(() => api.faults.list()).toEqual([])
  await create()
  expect(api.requestLog.list()).toHaveLength(1)
  expect((await delayed).status).toBe(200)
  expect(api.requestLog.list()[0]).toMatchObject({ fault: 'delay', httpStatus: 200, signature: 'ok' })
})

it('does the work and then answers nobody', async () => {
  api.faults.add({ kind: 'timeout_after_work', delayMs: 50 })
  const payment = api.payment()
  expect(await failureOf(api.call(WIDGET_PAYMENT, payment))).toBe('TypeError')
  const order = api.engine.findOrderByPartnerReference(api.merchantId, payment.partnerReferenceNo)
  expect(order?.status).toBe('INIT')
  expect((await api.call(WIDGET_PAYMENT, payment)).body.referenceNo).toBe(order?.referenceNo)
  expect(api.requestLog.list()[1]).toMatchObject({ fault: 'timeout_after_work', httpStatus: 0, signature: 'ok' })
})

it('holds the connection for longer than a merchant waits', async () => {
  api.faults.add({ kind: 'timeout_after_work' })
  const patience = new AbortController()
  const failure = failureOf(api.call(WIDGET_PAYMENT, api.payment(), { signal: patience.signal }))
  await expect.poll(() => api.engine.listOrders().length).toBe(1)
  patience.abort()
  expect(await failure).toBe('DOMException')
})

describe.each([
  [false, 0],
  [true, 1]
])('with the work done: %s', (afterWork, orders) => {
  it('answers 502 in HTML', async () => {
    api.faults.add({ kind: 'html_502', afterWork })
    const answer = await create()
    expect(answer.status).toBe(502)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.text).toContain('<h1>502 Bad Gateway</h1>')
    expect(api.engine.listOrders()).toHaveLength(orders)
  })

  it('answers 500 with nothing', async () => {
    api.faults.add({ kind: 'empty_500', afterWork })
    expect(await create()).toMatchObject({ status: 500, text: '' })
    expect(api.engine.listOrders()).toHaveLength(orders)
  })

  it('drops the connection', async () => {
    api.faults.add({ kind: 'drop', afterWork })
    expect(await failureOf(create())).toBe('TypeError')
    expect(api.engine.listOrders()).toHaveLength(orders)
  })
})

it('refuses with 429 and says when to come again', async () => {
  api.faults.add({ kind: 'rate_limited', retryAfterSeconds: 7, operation: 'widgetPayment', times: 2 })
  for (let time = 0; time < 2; time++) {
    const answer = await create()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7'])
    expect(answer.body).toEqual({ responseCode: '4295400', responseMessage: 'Too Many Requests' })
  }
  expect((await create()).status).toBe(200)
})

it("answers the code that is wanted, with the operation's own service", async () => {
  api.faults.add({ kind: 'answer', responseCode: '5000001' })
  expect((await create()).body).toEqual({ responseCode: '5005401', responseMessage: 'Internal Server Error' })
})

it('hits Open API too', async () => {
  api.faults.add({ kind: 'html_502', operation: 'queryUserProfile' })
  const answer = await api.callOpenApi('/dana/member/query/queryUserProfile.htm', {}, {})
  expect(answer.status).toBe(502)
})

it('lets the sandbox stop while connections are held and requests wait', async () => {
  api.faults.add({ kind: 'timeout_after_work', delayMs: 600_000 })
  api.faults.add({ kind: 'delay', delayMs: 600_000 })
  const held = failureOf(create())
  await expect.poll(() => api.engine.listOrders().length).toBe(1)
  const waiting = create().catch(() => undefined)
  await expect.poll(() => api.faults.list().length).toBe(0)
  const other = await startApi()
  await Promise.all([api.close(), held, waiting])
  api = other
})
