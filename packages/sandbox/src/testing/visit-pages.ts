import { createPrivateKey } from 'node:crypto'
import { createSigner } from '@arus/snap-bi'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { createControl } from '../control/control-functions.js'
import { createFaults } from '../faults/create-faults.js'
import { createNotifier } from '../notifications/create-notifier.js'
import { registerPages } from '../pages/register-pages.js'
import { createRequestLog, type RequestLog } from '../request-log/create-request-log.js'
import { PUBLISHED_KEYS } from '../seeds/published-keys.js'
import { DEFAULT_SETTINGS } from '../settings.js'
import type { Engine } from '../state/engine.js'
import type { Order, OrderRequest } from '../state/order.js'
import type { User } from '../state/user.js'
import { MERCHANT_ID, makeRequest, makeTestEngine, must, PARTNER_ID } from './make-test-engine.js'

const PUBLIC_URL = 'http://127.0.0.1:4190'

/** The pages alone, without a socket, over an engine whose time stands still. */
export type TestPages = {
  app: FastifyInstance
  engine: Engine
  requestLog: RequestLog
  time: { now: number }
  user: User
  /** A browser that has been nowhere yet. */
  visitor(): Visitor
  createOrder(partnerReferenceNo: string, changes?: Partial<OrderRequest>): Promise<Order>
  close(): Promise<void>
}

/** What a page is to a browser: where it ended up, after redirects of the sandbox's own, and what it shows. */
export type Visited = { path: string; status: number; text: string; response: LightMyRequestResponse; leftTo?: string }

/** A browser without scripts: keeps cookies, follows redirects, sends forms with their hidden fields. */
export type Visitor = {
  cookies: Map<string, string>
  open(path: string): Promise<Visited>
  /** Sends the form of the page it is on whose address ends so. */
  submit(actionEnd: string, fields?: Readonly<Record<string, string>>): Promise<Visited>
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Visited>
}

export function openPages(): TestPages {
  const { engine, time, user } = makeTestEngine()
  const signer = createSigner(createPrivateKey({ key: PUBLISHED_KEYS.sandbox, format: 'jwk' }))
  const settings = { ...DEFAULT_SETTINGS, publicUrl: PUBLIC_URL }
  const faults = createFaults({ random: Math.random })
  const requestLog = createRequestLog({ size: 10 })
  const answers = async () => new Response('{"responseCode":"2005600","responseMessage":"Successful"}')
  const notifier = createNotifier({ engine, signer, settings, faults, fetch: answers })
  const app = fastify()
  const control = createControl({ engine, faults, requestLog, notifier, signer })
  registerPages(app, { engine, settings, notifier, control })
  return {
    app,
    engine,
    requestLog,
    time,
    user,
    visitor: () => makeVisitor(app),
    createOrder: async (partnerReferenceNo, changes) =>
      must(await engine.createOrder({ partnerId: PARTNER_ID, request: makeRequest(partnerReferenceNo, changes) })).order,
    async close() {
      await notifier.stop()
      await app.close()
    }
  }
}

/** An address of the binding page, as dana-node writes it; undefined takes a parameter away. */
export function bindingPath(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = {
    partnerId: PARTNER_ID,
    scopes: 'CASHIER,QUERY_BALANCE',
    externalId: 'ext-42',
    channelId: '202601151004056781234567',
    redirectUrl: 'https://shop.example/bound?from=app',
    timestamp: '2026-01-15T10:04:05.678+07:00',
    state: 'state & 1',
    isSnapBI: 'true',
    merchantId: MERCHANT_ID,
    ...changes
  }
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/v1.0/get-auth-code?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

function makeVisitor(app: FastifyInstance): Visitor {
  const cookies = new Map<string, string>()
  let page: Visited | undefined

  const send = async (
    method: 'GET' | 'POST',
    path: string,
    payload?: string,
    headers: Readonly<Record<string, string>> = {}
  ): Promise<Visited> => {
    const response = await app.inject({
      method,
      url: path,
      headers: {
        host: new URL(PUBLIC_URL).host,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_URL }),
        ...headers
      },
      ...(payload === undefined ? {} : { payload })
    })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    const { location } = response.headers
    if (typeof location === 'string') {
      if (location.startsWith('/')) return send('GET', location)
      page = { path, status: response.statusCode, text: '', response, leftTo: location }
    } else page = { path, status: response.statusCode, text: response.body, response }
    return page
  }

  const post: Visitor['post'] = (path, fields, headers) => send('POST', path, new URLSearchParams(fields).toString(), headers)
  return {
    cookies,
    open: (path) => send('GET', path),
    post,
    submit(actionEnd, fields = {}) {
      const form = formsOf(page?.text ?? '').find(({ action }) => action.endsWith(actionEnd))
      if (form === undefined) throw new Error(`no form for …${actionEnd} on ${page?.path}: ${page?.text}`)
      return post(form.action, { ...form.fields, ...fields })
    }
  }
}

function formsOf(text: string): { action: string; fields: Record<string, string> }[] {
  return [...text.matchAll(/<form method="post" action="([^"]*)".*?<\/form>/gs)].map(([form, action]) => ({
    action: action!,
    fields: Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!])
    )
  }))
}
