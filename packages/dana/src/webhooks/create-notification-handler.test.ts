import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { KeyError } from '@arus/snap-bi'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import { createMemoryReplayStore } from './create-memory-replay-store.js'
import { createNotificationHandler, type NotificationHandlerOptions } from './create-notification-handler.js'
import { generateTestNotification, type TestNotification, type TestNotificationOptions } from './generate-test-notification.js'
import type { ReplayStore } from './replay-store.js'

const privateKey = privatePem('gateway')
const make = (options: Partial<TestNotificationOptions> = {}) => generateTestNotification({ privateKey, ...options })

/** A handler, and what it did. */
function makeHandler(options: Partial<NotificationHandlerOptions> = {}) {
  const booked: string[] = []
  const errors: unknown[] = []
  const handler = createNotificationHandler({
    publicKey: publicPem('gateway'),
    onNotification: ({ originalPartnerReferenceNo }) => booked.push(originalPartnerReferenceNo),
    onError: (error) => errors.push(error),
    ...options
  })
  return { handler, booked, errors }
}

async function listen(listener: (request: IncomingMessage, response: import('node:http').ServerResponse) => void) {
  const server: Server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const send = async ({ method, path, headers, body }: Partial<TestNotification> & { path: string }) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: method!, headers: headers!, body: body ?? null })
    return { status: response.status, headers: response.headers, ...((await response.json()) as { responseCode: string }) }
  }
  return { port, send }
}

describe('the handler for node:http', () => {
  it('books what DANA signed and answers with success', async () => {
    const { handler, booked, errors } = makeHandler()
    const { send } = await listen(handler.node)
    const answer = await send(make({ path: '/notify/dana' }))
    expect(answer).toMatchObject({ status: 200, responseCode: '2005600', responseMessage: 'Successful' })
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('x-timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
    expect([booked, errors]).toEqual([['test-order-1'], []])
  })

  it('refuses what DANA did not sign, tells the merchant why, and whoever sent it not', async () => {
    const { handler, booked, errors } = makeHandler()
    const { send } = await listen(handler.node)
    const forged = make({ privateKey: privatePem('other') })
    expect(await send(forged)).toMatchObject({ status: 401, responseCode: '4015600' })
    expect(await send({ method: 'POST', path: '/', headers: {}, body: '{}' })).toMatchObject({ responseCode: '4005602' })
    expect(booked).toEqual([])
    expect(errors).toMatchObject([{ code: 'invalid_signature' }, { code: 'missing_header' }])
  })

  it('takes the path that DANA calls where a proxy changes it', async () => {
    const { handler, booked } = makeHandler({ path: '/public/notify' })
    const { send } = await listen(handler.node)
    const { path, ...request } = make({ path: '/public/notify' })
    expect(await send({ ...request, path: '/internal' })).toMatchObject({ responseCode: '2005600' })
    expect([path, booked]).toEqual(['/public/notify', ['test-order-1']])
  })

  it('has a limit for the body, and answers all the same', async () => {
    const { handler, errors } = makeHandler({ maxBodyBytes: 1000 })
    const { send } = await listen(handler.node)
    const notification = { transactionStatusDesc: 'x'.repeat(100_000) }
    expect(await send(make({ notification }))).toMatchObject({ status: 400, responseCode: '4005600' })
    expect(errors).toMatchObject([{ code: 'body_too_large' }])
  })

  it('does not wait for ever for a body, and says so to who still listens', async () => {
    const { handler, errors } = makeHandler({ bodyTimeoutMs: 30 })
    const { port } = await listen(handler.node)
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write('POST /v1.0/debit/notify HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"slow":')
    let answer = ''
    for await (const chunk of socket) answer += chunk
    expect(answer).toMatch(/^HTTP\/1\.1 500 /)
    expect(answer).toContain('5005601')
    expect(errors).toMatchObject([{ code: 'body_incomplete' }])
  })

  it('lets go of a request whose sender went away', async () => {
    const { handler, errors } = makeHandler()
    const handled = new Promise<void>((resolve) => {
      void listen((request, response) => handler.node(request, response).then(resolve)).then(({ port }) => {
        const socket = connect(port, '127.0.0.1')
        socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"gone":', () => socket.destroy())
      })
    })
    await handled
    expect(errors).toMatchObject([{ code: 'body_incomplete' }])
  })
})

describe('a body that something read before', () => {
  /** Reads the body as a parser does, then hands on. */
  const behind = (
    parser: (request: IncomingMessage & { body?: unknown; rawBody?: unknown }, bytes: Buffer) => unknown,
    options = {}
  ) => {
    const made = makeHandler(options)
    const listening = listen(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      parser(request, Buffer.concat(chunks))
      await made.handler.express(request, response)
    })
    return { ...made, listening }
  }

  it('is refused with the way to get it, as a fault of the receiver: DANA is to come again', async () => {
    const { listening, errors, booked } = behind((request, bytes) => {
      request.body = JSON.parse(bytes.toString())
    })
    expect(await (await listening).send(make())).toMatchObject({ status: 500, responseCode: '5005601' })
    expect(booked).toEqual([])
    expect(errors).toMatchObject([{ code: 'body_already_parsed', message: expect.stringContaining('express.raw(') }])
  })

  it('of a clock that is wrong is shown on the console, as DANA did sign the message', async () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => shown.mockRestore())
    const { handler } = makeHandler({ onError: undefined })
    await handler.handle(make({ now: Date.now() - 3_600_000 }))
    expect(shown.mock.calls).toMatchObject([[{ code: 'stale_timestamp' }]])
  })

  it('is shown on the console where nobody else is told, as refusals by DANA are not', async () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => shown.mockRestore())
    const { listening } = behind((request, bytes) => Object.assign(request, { body: JSON.parse(bytes.toString()) }), {
      onError: undefined
    })
    await (await listening).send(make())
    expect(shown.mock.calls).toMatchObject([[{ code: 'body_already_parsed' }]])
    await makeHandler({ onError: undefined }).handler.handle({ ...make(), body: 'changed' })
    expect(shown).toHaveBeenCalledTimes(1)
  })

  it.each<[string, (request: { body?: unknown; rawBody?: unknown }, bytes: Buffer) => unknown]>([
    ['as bytes', (request, bytes) => Object.assign(request, { body: bytes })],
    ['as text', (request, bytes) => Object.assign(request, { body: bytes.toString() })],
    ['beside the parsed one', (request, bytes) => Object.assign(request, { rawBody: bytes, body: JSON.parse(`${bytes}`) })]
  ])('is good when it was kept %s', async (_, parser) => {
    const { listening, booked } = behind(parser)
    expect(await (await listening).send(make())).toMatchObject({ responseCode: '2005600' })
    expect(booked).toEqual(['test-order-1'])
  })

  it('was not read at all where a parser leaves an empty object for a type it does not know', async () => {
    const { handler, booked } = makeHandler()
    const { send } = await listen((request, response) => void handler.express(Object.assign(request, { body: {} }), response))
    expect(await send(make())).toMatchObject({ responseCode: '2005600' })
    expect(booked).toEqual(['test-order-1'])
  })
})

describe('the handler', () => {
  it('calls for one delivery once', async () => {
    const { handler, booked } = makeHandler({ replayStore: createMemoryReplayStore() })
    for (const seconds of [0, 1, 2]) {
      const { createdTime, finishedTime } = make({ now: 0 }).notification
      const again = make({ now: Date.now() + seconds * 1000, notification: { createdTime, finishedTime } })
      expect(await handler.handle(again)).toMatchObject({ status: 200 })
    }
    expect(booked).toEqual(['test-order-1'])
  })

  it('answers "retry" while another request is at it', async () => {
    const finished = new EventTarget()
    const { handler } = makeHandler({ replayStore: createMemoryReplayStore(), onNotification: () => once(finished, 'finish') })
    const request = make()
    const first = handler.handle(request)
    const second = await handler.handle(request)
    expect(second).toMatchObject({ status: 500, body: expect.stringContaining('5005601') })
    finished.dispatchEvent(new Event('finish'))
    expect(await first).toMatchObject({ status: 200 })
    expect(await handler.handle(request)).toMatchObject({ status: 200 })
  })

  it('asks DANA to come again when booking fails, and then books', async () => {
    const seen: string[] = []
    const failure = new Error('database down')
    const { handler, errors } = makeHandler({
      replayStore: createMemoryReplayStore(),
      onNotification: (_, { id }) => {
        seen.push(id)
        if (seen.length === 1) throw failure
      }
    })
    const request = make()
    expect(await handler.handle(request)).toMatchObject({ status: 500, body: expect.not.stringContaining('database') })
    expect(errors).toEqual([failure])
    expect(await handler.handle(request)).toMatchObject({ status: 200 })
    expect(await handler.handle(request)).toMatchObject({ status: 200 })
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(seen[1])
  })

  it('says success once it is booked, even if that could not be recorded', async () => {
    const lost = new Error('connection lost')
    const failing = (method: keyof ReplayStore): ReplayStore => ({
      ...createMemoryReplayStore(),
      [method]: () => Promise.reject(lost)
    })
    const told: [unknown, string | undefined][] = []
    const onError = (error: unknown, notification?: { originalPartnerReferenceNo: string }) =>
      told.push([error, notification?.originalPartnerReferenceNo])
    const complete = makeHandler({ replayStore: failing('complete'), onError })
    expect(await complete.handler.handle(make())).toMatchObject({ status: 200 })
    const begin = makeHandler({ replayStore: failing('begin'), onError })
    expect(await begin.handler.handle(make())).toMatchObject({ status: 500 })
    expect(begin.booked).toEqual([])
    const onNotification = () => Promise.reject(new Error('not booked'))
    const abandon = makeHandler({ replayStore: failing('abandon'), onError, onNotification })
    expect(await abandon.handler.handle(make())).toMatchObject({ status: 500 })
    expect(told).toEqual([
      [lost, 'test-order-1'],
      [lost, undefined],
      [new Error('not booked'), 'test-order-1'],
      [lost, 'test-order-1']
    ])
  })

  it('answers the same whatever the one who is told does', async () => {
    for (const onError of [() => Promise.reject(new Error('log is full')), () => expect.fail()]) {
      const { handler } = makeHandler({ onError })
      expect(await handler.handle({ ...make(), body: 'changed' })).toMatchObject({ status: 401 })
    }
  })

  it('speaks Fetch', async () => {
    const { handler, booked } = makeHandler()
    const { path, method, headers, body } = make()
    // As a route's export is called: without its object.
    const { fetch: post } = handler
    const response = await post(new Request(`https://merchant.example${path}`, { method, headers, body }))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(await response.json()).toEqual({ responseCode: '2005600', responseMessage: 'Successful' })
    expect(booked).toEqual(['test-order-1'])
  })

  it('goes by the clock that it is given', async () => {
    const { handler } = makeHandler({ clock: () => Date.parse('2026-01-15T03:04:05Z') })
    expect(await handler.handle(make())).toMatchObject({ status: 400, headers: { 'X-TIMESTAMP': '2026-01-15T10:04:05+07:00' } })
    expect(await handler.handle(make({ now: Date.parse('2026-01-15T03:00:00Z') }))).toMatchObject({ status: 200 })
  })

  it('is not made without a key', () => {
    expect(() => makeHandler({ publicKey: '' })).toThrow(KeyError)
    expect(() => makeHandler({ publicKey: privateKey })).toThrow(KeyError)
  })
})
