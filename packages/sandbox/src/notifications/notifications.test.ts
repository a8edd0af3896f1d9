import { Buffer } from 'node:buffer'
import { createHash, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must, startApi, TEST_PHONE, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'
import { createNotifier } from './create-notifier.js'

type Received = { path: string; headers: IncomingHttpHeaders; text: string; body: Record<string, unknown> }
type Answer = (response: ServerResponse, received: Received) => void

let api: TestApi
let received: Received[]
let answer: Answer
let receiverUrl: string
let stopReceiver: () => Promise<void>

const TAKEN = '{"responseCode":"2005600","responseMessage":"Successful"}'
const take: Answer = (response) => response.end(TAKEN)

beforeEach(async () => {
  received = []
  answer = take
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body = JSON.parse(text) as Record<string, unknown>
      const seen = { path: request.url ?? '', headers: request.headers, text, body }
      received.push(seen)
      answer(response, seen)
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/v1.0/debit/notify?shop=1`
  stopReceiver = async () => {
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
  }
  api = await startApi({ notificationRetriesMs: [10, 20] })
})
afterEach(async () => {
  await api.close()
  await stopReceiver()
})

const notifiedAt = (url: string) => ({ urlParams: [{ url, type: 'NOTIFICATION', isDeeplink: 'N' }] })
const pay = (changes: object = {}) => api.payOrder({ ...notifiedAt(receiverUrl), ...changes })
const isSigned = ({ path, headers, text }: Received) => {
  const hash = createHash('sha256').update(text).digest('hex')
  const signed = `POST:${path.split('?')[0]}:${hash}:${headers['x-timestamp']}`
  const signature = Buffer.from(String(headers['x-signature']), 'base64')
  return verify('RSA-SHA256', Buffer.from(signed), api.sandboxPublicKey, signature)
}
const settled = () => api.notifier.idle({ all: true })
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/

it('tells of a payment, signed for the path that is called', async () => {
  const { partnerReferenceNo, referenceNo } = await pay({ externalStoreId: 'store-1', subMerchantId: 'division-1' })
  await settled()
  expect(received).toHaveLength(1)
  const [{ headers, body, path }] = received as [Received]
  expect(path).toBe('/v1.0/debit/notify?shop=1')
  expect(isSigned(received[0]!)).toBe(true)
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    origin: api.url,
    'x-partner-id': api.partnerId,
    'channel-id': '95221',
    'x-timestamp': expect.stringMatching(TIME),
    'x-external-id': expect.stringMatching(/^\S{1,36}$/)
  })
  const money = { value: '10000.00', currency: 'IDR' }
  expect(body).toEqual({
    originalPartnerReferenceNo: partnerReferenceNo,
    originalReferenceNo: referenceNo,
    merchantId: api.merchantId,
    subMerchantId: 'division-1',
    amount: money,
    latestTransactionStatus: '00',
    transactionStatusDesc: 'SUCCESS',
    createdTime: expect.stringMatching(TIME),
    finishedTime: expect.stringMatching(TIME),
    externalStoreId: 'store-1',
    additionalInfo: {
      paymentInfo: {
        cashierRequestId: expect.any(String),
        paidTime: expect.stringMatching(TIME),
        payOptionInfos: [
          { payMethod: 'BALANCE', payAmount: money, transAmount: money, chargeAmount: { value: '0.00', currency: 'IDR' } }
        ],
        payRequestExtendInfo: '{}',
        extendInfo: '{}'
      },
      shopInfo: { externalShopId: 'store-1', externalDivisionId: 'division-1', shopName: 'Toko Arus' },
      extendInfo: '{}',
      paidTime: expect.stringMatching(TIME)
    }
  })
  expect(api.notifier.list()).toMatchObject([
    { kind: 'finishNotify', state: 'delivered', status: '00', referenceNo, url: receiverUrl }
  ])
  const [attempt] = api.notifier.list()[0]!.attempts
  expect(attempt).toMatchObject({ number: 1, status: 200, answer: TAKEN, isDelivered: true, signature: headers['x-signature'] })
  expect(attempt!.stringToSign).toBe(
    `POST:/v1.0/debit/notify:${createHash('sha256').update(received[0]!.text).digest('hex')}:${headers['x-timestamp']}`
  )
})

it('tells of a cancellation and of an order that ran out', async () => {
  const [cancelled, closed] = [api.payment(notifiedAt(receiverUrl)), api.payment(notifiedAt(receiverUrl))]
  for (const payment of [cancelled, closed]) await api.call(WIDGET_PAYMENT, payment)
  const { merchantId } = api
  must(await api.engine.cancelOrder({ merchantId, partnerReferenceNo: cancelled.partnerReferenceNo, reason: 'sold out' }))
  await settled()
  await api.engine.moveClock(30 * 60_000)
  await api.engine.closeExpired()
  await settled()
  expect(received.every(isSigned)).toBe(true)
  expect(received.map(({ body }) => body)).toMatchObject([
    {
      originalPartnerReferenceNo: cancelled.partnerReferenceNo,
      latestTransactionStatus: '05',
      transactionStatusDesc: 'CANCELLED',
      additionalInfo: { 'extendInfo.closedReason': 'sold out' }
    },
    {
      originalPartnerReferenceNo: closed.partnerReferenceNo,
      latestTransactionStatus: '05',
      transactionStatusDesc: 'CLOSED',
      additionalInfo: { 'extendInfo.closedReason': expect.any(String) }
    }
  ])
  expect(received[0]!.body.additionalInfo).not.toHaveProperty('paymentInfo')
})

it('says nothing where the order names no address, nor of refunds', async () => {
  const silent = await api.payOrder()
  const told = await pay()
  const refundAmount = { value: '1.00', currency: 'IDR' }
  for (const { partnerReferenceNo } of [silent, told])
    must(
      await api.engine.refundOrder({
        merchantId: api.merchantId,
        partnerReferenceNo,
        partnerRefundNo: partnerReferenceNo,
        refundAmount
      })
    )
  await settled()
  expect(received).toHaveLength(1)
})

it('tries again until the merchant takes it, signed anew and under another id each time, at real time', async () => {
  await api.engine.moveClock(-7 * 86_400_000)
  answer = (response) => {
    if (received.length === 3) response.end(TAKEN)
    else response.writeHead(received.length === 1 ? 500 : 200).end('{"responseCode":"5005601"}')
  }
  await pay()
  await settled()
  expect(received).toHaveLength(3)
  expect(received.every(isSigned)).toBe(true)
  expect(new Set(received.map(({ headers }) => headers['x-external-id'])).size).toBe(3)
  expect(new Set(received.map(({ text }) => text)).size).toBe(1)
  for (const { headers, body } of received) {
    expect(Math.abs(Date.parse(String(headers['x-timestamp'])) - Date.now())).toBeLessThan(60_000)
    expect(Date.parse(String(body.finishedTime))).toBeLessThan(Date.now() - 6 * 86_400_000)
  }
  const [{ state, attempts }] = api.notifier.list() as [ReturnType<typeof api.notifier.list>[number]]
  expect([state, attempts.map(({ error }) => error)]).toEqual([
    'delivered',
    ['answered with 500', 'answered with responseCode 5005601, not 2005600', undefined]
  ])
})

it('gives up when the schedule is over, and sends it again when asked', async () => {
  answer = (response) => response.end('no JSON')
  await pay()
  await settled()
  const [{ id, state, attempts }] = api.notifier.list() as [ReturnType<typeof api.notifier.list>[number]]
  expect([state, attempts.length]).toEqual(['failed', 3])
  answer = take
  expect(await api.notifier.resend(id)).toMatchObject({ number: 4, isDelivered: true })
  expect(api.notifier.find(id)).toMatchObject({ state: 'delivered', attempts: { length: 4 } })
  expect(await api.notifier.resend('unknown')).toBeUndefined()
})

it('drops the attempts to come once one by hand is taken', async () => {
  api.settings.notificationRetriesMs = [600_000]
  answer = (response) => response.writeHead(503).end()
  await pay()
  await api.notifier.idle()
  const { id } = api.notifier.list()[0]!
  expect(api.notifier.find(id)?.nextAttemptAt).toBeGreaterThan(Date.now())
  answer = take
  await api.notifier.resend(id)
  expect(api.notifier.find(id)).toMatchObject({ state: 'delivered' })
  expect(api.notifier.find(id)).not.toHaveProperty('nextAttemptAt')
})

describe('fails an attempt', () => {
  beforeEach(() => {
    api.settings.notificationRetriesMs = []
  })
  const errorOf = async (changes: object = {}) => {
    await pay(changes)
    await settled()
    const [{ state, attempts }] = api.notifier.list() as [ReturnType<typeof api.notifier.list>[number]]
    expect([state, attempts.length]).toEqual(['failed', 1])
    return attempts[0]!
  }

  it('that is answered with a redirect, which it does not follow', async () => {
    answer = (response, { path }) => response.writeHead(307, { location: `${path}&again=1` }).end(TAKEN)
    expect(await errorOf()).toMatchObject({ status: 307, error: expect.stringContaining('redirect') })
    expect(received).toHaveLength(1)
  })

  it('that is answered with success under another status', async () => {
    answer = (response) => response.writeHead(201).end(TAKEN)
    expect((await errorOf()).error).toBe('answered with 201')
  })

  it('that is not answered in time', async () => {
    api.settings.notificationTimeoutMs = 50
    answer = () => undefined
    expect((await errorOf()).error).toBe('no answer within 50 ms')
  })

  it('whose answer is begun and never ended', async () => {
    api.settings.notificationTimeoutMs = 50
    answer = (response) => response.write('{')
    expect((await errorOf()).error).toBe('no answer within 50 ms')
  })

  it('whose answer never ends', async () => {
    answer = (response) => {
      const more = () => response.write('x'.repeat(65_536), () => response.destroyed || setImmediate(more))
      more()
    }
    const { answer: kept } = await errorOf()
    expect(kept!.length).toBeLessThan(70_000)
  })

  it('whose connection is dropped', async () => {
    answer = (response) => response.destroy()
    const { error, status } = await errorOf()
    expect([status, error]).toEqual([undefined, expect.stringContaining('fetch failed')])
  })

  it.each(['ftp://127.0.0.1/notify', 'file:///etc/passwd', 'nowhere', 'javascript:alert(1)'])('at %s', async (url) => {
    expect((await errorOf(notifiedAt(url))).error).toContain('no http or https URL')
  })
})

it('follows the faults that are wanted', async () => {
  const send = (kind: 'duplicate_notification' | 'wrong_notification_signature' | 'late_notification') => {
    api.faults.add({ kind, delayMs: 2_000 })
    return pay()
  }
  const { referenceNo } = await send('duplicate_notification')
  await settled()
  expect(received.map(({ body }) => body.originalReferenceNo)).toEqual([referenceNo, referenceNo])
  expect(received.every(isSigned)).toBe(true)

  received = []
  answer = (response, seen) => response.writeHead(isSigned(seen) ? 200 : 401).end(TAKEN)
  await send('wrong_notification_signature')
  await settled()
  expect(received.map(isSigned)).toEqual([false, true])

  received = []
  const late = await send('late_notification')
  expect(api.notifier.list()[0]).toMatchObject({ fault: 'late_notification', attempts: [], nextAttemptAt: expect.any(Number) })
  await settled()
  expect(received.map(({ body }) => body.originalReferenceNo)).toEqual([late.referenceNo])
})

it('sends a notification after the next one, where they are reordered', async () => {
  api.faults.add({ kind: 'reordered_notifications' })
  const first = await pay()
  await api.notifier.idle()
  expect(received).toEqual([])
  const second = await pay()
  await settled()
  expect(received.map(({ body }) => body.originalReferenceNo)).toEqual([second.referenceNo, first.referenceNo])
})

it('tells of a binding that the user ended, in a signed envelope', async () => {
  answer = (response) =>
    response.end(
      '{"response":{"head":{},"body":{"resultInfo":{"resultStatus":"S","resultCodeId":"00000000","resultCode":"SUCCESS"}}}}'
    )
  await api.engine.changeMerchant(api.partnerId, { unbindNotifyUrl: receiverUrl })
  const accessToken = await api.bind()
  const userId = api.engine.findUserByPhone(TEST_PHONE)!.id
  must(await api.engine.unbindByUser({ userId, partnerId: api.partnerId }))
  await settled()
  expect(received).toHaveLength(1)
  const { text, body } = received[0]!
  expect(body.request).toEqual({
    head: {
      version: '2.0',
      function: 'dana.oauth.unbind.notify',
      clientId: api.partnerId,
      reqTime: expect.stringMatching(TIME),
      reqMsgId: expect.any(String)
    },
    body: { unbindAccessToken: [accessToken], unbindTime: expect.stringMatching(TIME) }
  })
  const signed = text.slice('{"request":'.length, text.lastIndexOf(',"signature"'))
  expect(verify('RSA-SHA256', Buffer.from(signed), api.sandboxPublicKey, Buffer.from(String(body.signature), 'base64'))).toBe(
    true
  )
  expect(api.notifier.list()).toMatchObject([{ kind: 'unbindNotify', userId, state: 'delivered' }])
})

it('repeats what is not answered with 00000000, and says nothing of what the merchant ended itself', async () => {
  answer = (response) => response.end('{"resultInfo":{"resultCodeId":"00000900"}}')
  await api.engine.changeMerchant(api.partnerId, { unbindNotifyUrl: receiverUrl })
  const [own, accessToken] = [await api.bind('081200000001'), await api.bind()]
  must(await api.engine.unbind({ partnerId: api.partnerId, accessToken: own }))
  must(await api.engine.unbindByUser({ userId: api.engine.findToken(accessToken)!.userId, partnerId: api.partnerId }))
  await settled()
  expect(received).toHaveLength(3)
  expect(new Set(received.map(({ body }) => (body.request as { head: { reqMsgId: string } }).head.reqMsgId)).size).toBe(3)
  expect(api.notifier.list()[0]!.attempts[0]!.error).toBe('answered with resultCodeId 00000900, not 00000000')
})

it('forgets all when the sandbox is reset', async () => {
  api.settings.notificationRetriesMs = [600_000]
  answer = (response) => response.writeHead(503).end()
  await pay()
  await api.notifier.idle()
  await api.engine.reset()
  expect(api.notifier.list()).toEqual([])
  await settled()
})

it('ends an attempt that is on its way when it is stopped, and sends nothing any more', async () => {
  answer = () => undefined
  await pay()
  await expect.poll(() => received.length).toBe(1)
  await api.notifier.stop()
  await pay()
  const waiting = api.notifier.list()
  // They count as not yet tried, and are sent when another process goes on with the journal.
  expect(waiting.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['waiting', []],
    ['waiting', []]
  ])
  expect(await api.notifier.resend(waiting[0]!.id)).toBeUndefined()
  expect(received.length).toBe(1)
})

it('calls with what came of each attempt', async () => {
  const heard: unknown[] = []
  await api.notifier.stop()
  const other = createNotifier({
    engine: api.engine,
    signer: { sign: async () => 'signature', signSync: () => 'signature' },
    settings: api.settings,
    fetch: async () => new Response(TAKEN),
    onAttempt: ({ number, isDelivered }, { kind }) => heard.push([kind, number, isDelivered])
  })
  await pay()
  await other.idle()
  expect(heard).toEqual([['finishNotify', 1, true]])
  await other.stop()
})
