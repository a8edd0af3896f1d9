import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNotificationHandler } from '@arus/dana/webhook/v1'
import { serve } from '@hono/node-server'
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createExpressApp } from './express.js'
import { createFastifyApp } from './fastify.js'
import { createHonoApp } from './hono.js'
import { paidOrders } from './orders.js'
import { publicKey, signAsDana } from './sign-as-dana.js'

/** Starts a server on a port of its own, and ends it with the test. */
async function listenOn(server: Server): Promise<string> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const startFetch = (fetch: (request: Request) => Response | Promise<Response>) =>
  listenOn(serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server)

async function startNext(): Promise<string> {
  vi.stubEnv('DANA_PUBLIC_KEY', publicKey)
  vi.resetModules()
  const route = await import('./next.js')
  expect(route.runtime).toBe('nodejs')
  // Next hands a route the Request; this bridge makes one from the socket, as Next does.
  return startFetch((request) => (request.method === 'POST' ? route.POST(request) : new Response(null, { status: 405 })))
}

const startExpress = () => listenOn(createServer(createExpressApp(publicKey)))

const startHono = () => startFetch(createHonoApp(publicKey).fetch)

async function startFastify(): Promise<string> {
  const app = createFastifyApp(publicKey)
  onTestFinished(() => app.close())
  return app.listen({ port: 0, host: '127.0.0.1' })
}

const FRAMEWORKS: Record<string, { start(): Promise<string>; path: string }> = {
  Express: { start: startExpress, path: '/payments/dana/notify' },
  Fastify: { start: startFastify, path: '/v1.0/debit/notify' },
  Hono: { start: startHono, path: '/v1.0/debit/notify' },
  Next: { start: startNext, path: '/v1.0/debit/notify' }
}

async function send(url: string, request: RequestInit): Promise<{ status: number; responseCode: string }> {
  const response = await fetch(url, request)
  return { status: response.status, ...((await response.json()) as { responseCode: string }) }
}

let shown: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  paidOrders.clear()
  shown = vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe.each(Object.entries(FRAMEWORKS))('the example for %s', (name, { start, path }) => {
  /** Next's module is loaded anew by each start, and has orders of its own. */
  const ordersOf = async () => (name === 'Next' ? (await import('./orders.js')).paidOrders : paidOrders)

  it('books what DANA signed, once', async () => {
    const address = await start()
    const orders = await ordersOf()
    const notification = signAsDana('order-1', path)
    expect(await send(address + path, notification)).toMatchObject({ status: 200, responseCode: '2005600' })
    expect([...orders]).toEqual([['order-1', '15000.00']])
    orders.clear()
    expect(await send(address + path, notification)).toMatchObject({ status: 200, responseCode: '2005600' })
    expect(orders.size).toBe(0)
    expect(shown).not.toHaveBeenCalled()
  })

  it('books it when DANA calls the path with a query', async () => {
    const address = await start()
    expect(await send(`${address}${path}?shop=1`, signAsDana('order-2', path))).toMatchObject({ responseCode: '2005600' })
    expect((await ordersOf()).has('order-2')).toBe(true)
  })

  it('refuses what was changed, signed for another path, or not signed', async () => {
    const address = await start()
    const notification = signAsDana('order-3', path)
    const changed = { ...notification, body: notification.body.replace('15000.00', '1.00') }
    expect(await send(address + path, changed)).toMatchObject({ status: 401, responseCode: '4015600' })
    expect(await send(address + path, signAsDana('order-3', '/other'))).toMatchObject({ status: 401 })
    expect(await send(address + path, { method: 'POST', body: '{}' })).toMatchObject({ status: 400, responseCode: '4005602' })
    expect((await ordersOf()).size).toBe(0)
    expect(shown).toHaveBeenCalledTimes(3)
  })
})

it.each([
  ['Express', startExpress],
  ['Fastify', startFastify],
  ['Hono', startHono]
])('the example for %s leaves the other routes their parsed bodies', async (_, start) => {
  const address = await start()
  const response = await fetch(`${address}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{ "order": 1 }'
  })
  expect(await response.json()).toEqual({ received: { order: 1 } })
})

describe('a body that the framework has parsed', () => {
  const errors: { code: string; message: string }[] = []
  const makeHandler = () =>
    createNotificationHandler({
      publicKey,
      onNotification: ({ originalPartnerReferenceNo }) => paidOrders.set(originalPartnerReferenceNo, ''),
      onError: (error) => errors.push(error as { code: string; message: string })
    })

  beforeEach(() => {
    errors.length = 0
  })

  it('is refused in Express, and each way that the message shows works', async () => {
    const handler = makeHandler()
    const app = express()
    app.post('/raw', express.raw({ type: '*/*' }), handler.express)
    app.post('/first', handler.express)
    const kept = express.json({ verify: (request, _, bytes) => Object.assign(request, { rawBody: bytes }) })
    app.post('/kept', kept, handler.express)
    app.post('/text', express.text({ type: '*/*' }), handler.express)
    app.use(express.json())
    app.post('/parsed', handler.express)
    const address = await listenOn(createServer(app))
    expect(await send(`${address}/parsed`, signAsDana('parsed', '/parsed'))).toMatchObject({
      status: 500,
      responseCode: '5005601'
    })
    expect(errors).toMatchObject([{ code: 'body_already_parsed', message: expect.stringContaining('express.raw({') }])
    for (const path of ['/raw', '/first', '/kept', '/text']) {
      expect(await send(address + path, signAsDana(path, path))).toMatchObject({ status: 200 })
    }
    expect([...paidOrders.keys()]).toEqual(['/raw', '/first', '/kept', '/text'])
  })

  it('is refused in Fastify', async () => {
    const app = Fastify()
    onTestFinished(() => app.close())
    app.post('/parsed', makeHandler().fastify)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    expect(await send(`${address}/parsed`, signAsDana('parsed', '/parsed'))).toMatchObject({ status: 500 })
    expect(errors).toMatchObject([{ code: 'body_already_parsed', message: expect.stringContaining("parseAs: 'buffer'") }])
  })

  it('is refused where Fetch requests are handled', async () => {
    const handler = makeHandler()
    const app = new Hono()
    app.post('/parsed', async (context) => {
      await context.req.json()
      return handler.fetch(context.req.raw)
    })
    const address = await startFetch(app.fetch)
    expect(await send(`${address}/parsed`, signAsDana('parsed', '/parsed'))).toMatchObject({ status: 500 })
    expect(errors).toMatchObject([{ code: 'body_already_parsed' }])
  })
})
