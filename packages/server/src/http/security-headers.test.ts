import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'
import { SYSTEM_CLOCK } from '../time/clock.js'
import { SECURITY_HEADERS } from './security-headers.js'

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer({
    env: { ARUS_REQUESTS_PER_KEY: '2' },
    context: { clock: { ...SYSTEM_CLOCK, elapsedMs: () => 0 } }
  })
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const authorize = ({ secretKey }: TestMerchant) => ({ authorization: `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}` })
const ORIGIN = { origin: 'https://attacker.example' }

/** One of each kind of answer, by what it is. */
async function answers(): Promise<Record<string, { status: number; headers: Headers }>> {
  const { merchantId } = merchant
  const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    send(`${server.url}${path}`, { ...init, headers })
  const key = authorize(merchant)
  const reader = authorize(await server.makeKey({ merchantId, isLive: false, terms: { scopes: ['read'] } }))
  const busy = authorize(await server.makeKey({ merchantId, isLive: false }))
  await Promise.all(Array.from({ length: 20 }, () => get('/v1/disbursements', busy)))
  const made: Record<string, { status: number; headers: Headers }> = {
    'a success': await get('/v1/disbursements', key),
    'a wrong key': await get('/v1/disbursements'),
    'a missing scope': await get('/v1/disbursements/submit', reader, { method: 'POST', body: '{}' }),
    'a fault of the request': await get('/v1/disbursements?limit=x', key),
    'a body that is no JSON': await get('/v1/disbursements/submit', key, { method: 'POST', body: '{' }),
    'a body that is too large': await get('/v1/webhook_endpoints', key, { method: 'POST', body: 'x'.repeat(300_000) }),
    'an unknown id': await get('/v1/disbursements/dis_1', key),
    'an unknown path': await get('/nothing'),
    'a path that can not be read': await get('/v1/disbursements/%zz', key),
    'too many requests': await get('/v1/disbursements', busy),
    'a preflight': await get('/v1/disbursements', { ...ORIGIN, 'access-control-request-method': 'POST' }, { method: 'OPTIONS' }),
    'another site’s request': await get('/v1/disbursements', { ...key, ...ORIGIN }),
    'the health': await get('/healthz'),
    'the readiness': await get('/readyz'),
    'the metrics': await get('/metrics'),
    'the specification': await get('/openapi.json')
  }
  await server.pool.query('ALTER TABLE webhook_endpoints RENAME TO hidden')
  made['a fault of the server'] = await get('/v1/webhook_endpoints', key)
  await server.pool.query('ALTER TABLE hidden RENAME TO webhook_endpoints')
  return made
}

describe('the headers that tell browsers to keep out', () => {
  it('are on every kind of answer, and none of them lets another site read', async () => {
    const made = await answers()
    expect(new Set(Object.values(made).map(({ status }) => status))).toEqual(new Set([200, 400, 401, 403, 404, 413, 429, 500]))
    for (const [kind, { headers }] of Object.entries(made)) {
      const given = Object.fromEntries(Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name)]))
      expect([kind, given]).toEqual([kind, SECURITY_HEADERS])
      expect([kind, [...headers.keys()].filter((name) => name.startsWith('access-control-'))]).toEqual([kind, []])
      expect([kind, headers.get('x-request-id')]).toEqual([kind, expect.stringMatching(/^dp_/)])
      expect([kind, headers.get('server'), headers.get('x-powered-by')]).toEqual([kind, null, null])
    }
  })

  it('are on the answer to what is not HTTP', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.write('NONSENSE\r\n\r\n')
    await new Promise((resolve) => socket.once('close', resolve))
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer).toContain(`\r\n${name}: ${value}\r\n`)
  })

  it('let the pages of the documentation run their own scripts and no others, in no frame', async () => {
    const page = await send(`${server.url}/docs`, {})
    const script = /src="([^"]+bundle\.js)"/.exec(page.text)![1]!
    const files = [page, await send(`${server.url}${script}`, {}), await send(`${server.url}/docs/json`, {})]
    expect(page.text).not.toMatch(/<script(?![^>]* src=)|\son\w+=|javascript:/i)
    for (const { status, headers } of files) {
      expect(status).toBe(200)
      const policy = headers.get('content-security-policy')!
      expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

describe('what a browser sends for a page of another site', () => {
  const submit = async (headers: Record<string, string>) => {
    const { status, body } = await send(`${server.url}/v1/disbursements/submit`, {
      method: 'POST',
      headers: { ...authorize(await server.makeKey({ merchantId: merchant.merchantId, isLive: false })), ...headers },
      body: JSON.stringify({
        items: [{ account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: '8422640' }]
      })
    })
    return status === 200 ? 200 : body.error_code
  }

  it('is refused, even with the right key, which the browser adds by itself', async () => {
    for (const headers of [
      { 'content-type': 'text/plain', ...ORIGIN },
      { origin: 'null' },
      { origin: 'not a url' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: server.url },
      { 'sec-fetch-site': 'nonsense' }
    ] as Record<string, string>[])
      expect([headers, await submit(headers)]).toEqual([headers, 'CROSS_SITE_REQUEST'])
  })

  it('is let in from the documentation’s own page, and from programs, which say nothing', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-origin', origin: server.url },
      { 'sec-fetch-site': 'none' },
      { origin: server.url }
    ] as Record<string, string>[])
      expect([headers, await submit(headers)]).toEqual([headers, 200])
  })
})
