import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REASONS_OF_A_LIST, UNEXPLAINED } from '../request-log/create-request-log.js'
import type { Sandbox } from '../sandbox.js'
import { startSandbox } from '../start-sandbox.js'
import { bareClient } from '../testing/bare-client.js'
import { startMerchant } from '../testing/start-merchant.js'
import { type ControlClient, connectControl } from './control-client.js'

let sandbox: Sandbox
let client: ControlClient

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, notificationRetriesMs: [] })
  client = connectControl({ url: sandbox.url })
})
afterEach(() => sandbox.stop())

/** `fetch` sends no Host of one's own. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = ''
): Promise<{ status: number; text: string; headers: object }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.url}/_sandbox/api${path}`, { method, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode!, text, headers: response.headers })
    })
    sent.on('error', reject).end(body)
  })
}

describe('the control API', () => {
  it.each([
    ['another name that points here', { host: 'evil.example' }],
    ['another name with our port', { host: 'evil.example:4190' }],
    ['a name that begins as ours does', { host: '127.0.0.1.evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }]
  ])('answers nobody who comes by %s', async (_who, headers) => {
    for (const [method, path] of [
      ['GET', '/users'],
      ['GET', '/nowhere'],
      ['POST', '/reset'],
      ['OPTIONS', '/users']
    ] as const) {
      const answer = await send(method, path, { 'content-type': 'application/json', ...headers }, method === 'POST' ? '{}' : '')
      expect(answer.status).toBe(403)
      expect(answer.text).not.toContain('phone')
      expect(Object.keys(answer.headers)).not.toContain('access-control-allow-origin')
    }
  })

  it.each(['localhost', '127.0.0.1', '[::1]'])('answers who calls this computer %s', async (name) => {
    expect((await send('GET', '/users', { host: `${name}:4190` })).status).toBe(200)
  })

  it('answers its own pages, and tells no browser that others may read it', async () => {
    const answer = await send('GET', '/users', { origin: sandbox.url })
    expect(answer.status).toBe(200)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])('takes no change as %j', async (type) => {
    await client.addFault({ kind: 'drop' })
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
    expect((await send('POST', '/reset', headers, '{}')).status).toBe(415)
    expect((await send('DELETE', '/faults', headers)).status).toBe(415)
    expect(await client.listFaults()).toHaveLength(1)
  })

  it.each([
    ['POST', '/users', '{', 400, 'the body is no JSON'],
    ['POST', '/users', '[]', 400, 'must be a JSON object'],
    ['POST', '/users', '{"pin":"123456"}', 400, 'phone is missing'],
    ['POST', '/users', '{"phone":"0811","pin":"1"}', 400, 'pin must be six digits'],
    ['POST', '/users', '{"phone":"081234567890","saldo":1}', 400, 'saldo is unknown'],
    ['POST', '/users', '{"phone":"081234567890","balance":-1}', 400, 'balance must be rupiah'],
    ['POST', '/users', '{"phone":"081234567890","answers":{"49":1}}', 400, 'answers must be'],
    ['PATCH', '/users/081299999999', '{"name":"x"}', 404, 'there is no user 081299999999'],
    ['POST', '/merchants', '{"name":"x"}', 400, 'publicKey is missing'],
    ['POST', '/merchants', '{"publicKey":"x","unbindNotifyUrl":"ftp://x"}', 400, 'unbindNotifyUrl must be'],
    ['POST', '/faults', '{"kind":"fire"}', 400, 'no such fault: fire'],
    ['POST', '/faults', '{"kind":"drop","times":"2"}', 400, 'times must be a number'],
    ['POST', '/clock', '{}', 400, 'one of moveMs, setTo and reset'],
    ['POST', '/clock', '{"moveMs":1.5}', 400, 'moveMs must be a whole number'],
    ['POST', '/triggers/payment.lost', '{}', 400, 'event must be payment.paid'],
    ['POST', '/triggers/payment.paid', '{"reference":"x"}', 404, 'there is no order x'],
    ['POST', '/triggers/unbind', '{}', 404, 'there is no binding'],
    ['POST', '/notifications/x/resend', '{}', 404, 'there is no notification x'],
    ['GET', '/requests/7', '', 404, 'there is no request 7'],
    ['GET', '/nowhere', '', 404, 'there is no GET']
  ])('refuses %s %s of %s with %i and says why', async (method, path, body, status, words) => {
    const answer = await send(method, path, method === 'GET' ? {} : { 'content-type': 'application/json' }, body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).error.message).toContain(words)
  })
})

describe('the control client', () => {
  it('adds and changes users, who are there for the pages and the API at once', async () => {
    const user = await client.addUser({ phone: '0812-3456-7890', pin: '111111', name: 'Tono', balance: 250_000 })
    expect(user).toMatchObject({ phone: '6281234567890', balance: '250000.00' })
    expect(await client.changeUser('081234567890', { status: 'frozen', balance: '1.50' })).toMatchObject({ balance: '1.50' })
    expect(sandbox.users.find(({ id }) => id === user.id)).toMatchObject({ status: 'frozen', name: 'Tono' })
    await expect(client.addUser({ phone: '081234567890' })).rejects.toMatchObject({ name: 'ControlError', status: 409 })
  })

  it('adds and changes merchants', async () => {
    const { publicKey } = sandbox.credentials
    expect(await client.addMerchant({ partnerId: 'p-2', publicKey })).toMatchObject({ partnerId: 'p-2', balance: '0.00' })
    expect(await client.changeMerchant('p-2', { unbindNotifyUrl: 'http://127.0.0.1:9/' })).toMatchObject({
      unbindNotifyUrl: 'http://127.0.0.1:9/'
    })
    expect((await client.listMerchants()).map(({ partnerId }) => partnerId)).toContain('p-2')
  })

  it('makes payments up, pays, refunds and lets one run out', async () => {
    const paid = await client.trigger('payment.paid', { amount: 25_000 })
    expect(paid).toMatchObject({ order: { status: 'SUCCESS', amount: '25000.00', payMethod: 'BALANCE' } })
    const refunded = await client.trigger('refund', { amount: 10_000 })
    expect(refunded).toMatchObject({ order: { refunded: '10000.00', refunds: [{ amount: '10000.00' }] } })
    expect(await client.trigger('refund')).toMatchObject({ order: { refunded: '25000.00' } })
    await expect(client.trigger('refund')).rejects.toMatchObject({ code: 'not_found' })
    expect(await client.trigger('payment.expired')).toMatchObject({ order: { status: 'CLOSED' } })
    expect(Math.abs((await client.readClock()).offsetMs)).toBeLessThan(1_000)
    expect(await client.listOrders()).toHaveLength(2)
  })

  it('lets the named order run out alone, and moves no clock on the way', async () => {
    const merchant = bareClient(sandbox)
    for (const reference of ['order-1', 'order-2']) await merchant.pay(reference, '10000.00', 'http://127.0.0.1:9/')
    await client.trigger('payment.expired', { reference: 'order-2' })
    expect(await client.findOrder('order-2')).toMatchObject({ status: 'CLOSED' })
    expect(await client.findOrder('order-1')).toMatchObject({ status: 'INIT' })
    expect((await client.readClock()).offsetMs).toBe(0)
    await sandbox.idle()
    expect((await client.listNotifications()).map(({ status }) => status)).toEqual(['05'])
  })

  it('pays and closes the order that a merchant made', async () => {
    const merchant = bareClient(sandbox)
    for (const reference of ['order-1', 'order-2']) await merchant.pay(reference, '10000.00', 'http://127.0.0.1:9/')
    await client.trigger('payment.paid', { reference: 'order-1', phone: '083811223355' })
    await client.trigger('payment.expired', { reference: 'order-2' })
    expect(await merchant.query('order-1')).toMatchObject({ body: { latestTransactionStatus: '00' } })
    expect(await client.findOrder('order-2')).toMatchObject({ status: 'CLOSED' })
    await expect(client.trigger('payment.paid', { reference: 'order-1' })).rejects.toMatchObject({ code: 'order_paid' })
    await expect(client.trigger('payment.expired', { reference: 'order-1' })).rejects.toMatchObject({ code: 'order_not_open' })
  })

  it('moves the clock, and puts it back', async () => {
    expect((await client.moveClock(3_600_000)).offsetMs).toBe(3_600_000)
    expect((await client.setClock(Date.parse('2030-01-01T00:00:00Z'))).now).toBeGreaterThanOrEqual(
      Date.parse('2030-01-01T00:00:00Z')
    )
    expect((await client.resetClock()).offsetMs).toBe(0)
  })

  it('orders faults, which the API then has', async () => {
    const { id } = await client.addFault({ kind: 'rate_limited', operation: 'queryPayment', times: 5 })
    expect(await bareClient(sandbox).query('x')).toMatchObject({ httpStatus: 429 })
    expect(await client.listFaults()).toMatchObject([{ id, remaining: 4 }])
    await client.removeFault(id)
    expect(await client.listFaults()).toEqual([])
  })

  it('sends a notification again, and signs it for another path', async () => {
    const merchant = await startMerchant()
    await client.trigger('payment.paid', { notificationUrl: `${merchant.url}/first` })
    await sandbox.idle()
    const { id } = (await client.listNotifications())[0]!
    expect(await client.resendNotification(id)).toMatchObject({ number: 2, isDelivered: true })
    expect(merchant.received).toHaveLength(2)
    await merchant.stop()
    const { headers, body } = await client.signNotification(id, 'http://localhost:3000/other?x=1')
    const digest = createHash('sha256').update(body).digest('hex')
    const signed = Buffer.from(`POST:/other:${digest}:${headers['X-TIMESTAMP']}`)
    const signature = Buffer.from(headers['X-SIGNATURE']!, 'base64')
    expect(verify('sha256', signed, sandbox.credentials.danaPublicKey, signature)).toBe(true)
    expect(body).toBe(merchant.received[0]!.body)
  })

  it('does not keep a list of refused requests waiting for the reason of each, and tells it of each alone', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' }
    })
    const stranger = bareClient({ ...sandbox, credentials: { ...sandbox.credentials, privateKey } })
    for (let count = 0; count < REASONS_OF_A_LIST + 1; count++) await stranger.query('x')
    const reason = expect.stringContaining('was not made with the private key')
    const listed = (await client.listRequests()).map(({ signature }) => signature)
    expect(listed).toEqual([...Array(REASONS_OF_A_LIST).fill(reason), UNEXPLAINED])
    const oldest = (await client.listRequests()).at(-1)!
    expect(oldest.signature).toEqual(reason)
    await client.clearRequests()
  })

  it('shows the requests seen, and clears and resets', async () => {
    await bareClient({ ...sandbox, credentials: { ...sandbox.credentials, partnerId: 'stranger' } }).query('x')
    expect(await client.listRequests()).toMatchObject([{ operation: 'queryPayment', httpStatus: 401 }])
    await client.clearRequests()
    expect(await client.listRequests()).toEqual([])
    await client.trigger('payment.paid')
    await client.reset()
    expect(await client.listOrders()).toEqual([])
  })
})
