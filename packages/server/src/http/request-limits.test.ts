import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { revokeApiKey } from '../api-keys/revoke-api-key.js'
import { send, startTestServer, type TestServer } from '../testing/start-test-server.js'
import { SYSTEM_CLOCK } from '../time/clock.js'

const time = { ms: 0 }
const servers: TestServer[] = []
afterAll(async () => {
  for (const server of servers) await server.stop()
})
beforeEach(() => {
  time.ms = 0
})

async function start(env: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer({ env, context: { clock: { ...SYSTEM_CLOCK, elapsedMs: () => time.ms } } })
  servers.push(server)
  return server
}

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`
const wrongKey = (number: number) => `dp_test_${String(number).padStart(40, 'A')}`

function list(server: TestServer, key: string, headers: Record<string, string> = {}) {
  return send(`${server.url}/v1/disbursements`, { headers: { authorization: basic(key), ...headers } })
}

/** How often the database is turned to while the work runs: every statement takes a connection first. */
async function countStatements(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  const connect = vi.spyOn(server.pool, 'connect')
  try {
    await work()
    return connect.mock.calls.length
  } finally {
    connect.mockRestore()
  }
}

describe('wrong keys', () => {
  it('are refused with the time to wait once an address sent too many, before the database is asked', async () => {
    const server = await start({ ARUS_WRONG_KEYS_PER_MINUTE: '4' })
    for (let number = 0; number < 4; number++) expect((await list(server, wrongKey(number))).status).toBe(401)
    const statements = await countStatements(server, async () => {
      const { status, headers, body } = await list(server, wrongKey(4))
      expect(status).toBe(429)
      expect(headers.get('retry-after')).toBe('15')
      expect(body).toEqual({
        error: 'too many wrong API keys from this address',
        error_code: 'RATE_LIMITED',
        message: 'too many wrong API keys from this address',
        request_id: body.request_id
      })
    })
    expect(statements).toBe(0)
    time.ms = 15_000
    expect((await list(server, wrongKey(4))).status).toBe(401)
    expect((await list(server, wrongKey(5))).status).toBe(429)
  })

  it('get no further than the limit, however many are sent at once', async () => {
    const server = await start({ ARUS_WRONG_KEYS_PER_MINUTE: '5' })
    const statements = await countStatements(server, async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => list(server, wrongKey(number))))
      expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(35).fill(429)])
    })
    expect(statements).toBe(5)
  })

  it('shut out no key that was right from there, but every new one, and a key that is revoked at once', async () => {
    const server = await start({ ARUS_WRONG_KEYS_PER_MINUTE: '3' })
    const { merchantId, secretKey } = await server.makeMerchant()
    const other = await server.makeKey({ merchantId, isLive: false })
    expect((await list(server, secretKey)).status).toBe(200)
    expect((await list(server, other.secretKey)).status).toBe(200)
    await Promise.all(Array.from({ length: 10 }, (_, number) => list(server, wrongKey(number))))
    const answers = await Promise.all(Array.from({ length: 20 }, () => list(server, secretKey)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const unseen = await server.makeKey({ merchantId, isLive: false })
    expect((await list(server, unseen.secretKey)).status).toBe(429)
    await revokeApiKey(server.pool, { merchantId, apiKeyId: other.apiKeyId })
    expect((await list(server, other.secretKey)).status).toBe(401)
    expect((await list(server, other.secretKey)).status).toBe(429)
  })
})

describe('requests', () => {
  it('of one key are limited in the long run, with the time to wait, and those of another key are not', async () => {
    const server = await start({ ARUS_REQUESTS_PER_KEY: '1' })
    const { merchantId, secretKey } = await server.makeMerchant()
    const other = await server.makeKey({ merchantId, isLive: false })
    const answers = await Promise.all(Array.from({ length: 15 }, () => list(server, secretKey)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
    const refused = await list(server, secretKey)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.body.error).toBe('too many requests with this API key')
    expect((await list(server, other.secretKey)).status).toBe(200)
    time.ms = 1000
    expect((await list(server, secretKey)).status).toBe(200)
    expect((await list(server, secretKey)).status).toBe(429)
  })

  it('of one address are limited before anything is done for them, on every path', async () => {
    const server = await start({ ARUS_REQUESTS_PER_ADDRESS: '1' })
    const paths = ['/v1/disbursements', '/healthz', '/metrics', '/openapi.json', '/docs', '/nothing']
    for (let count = 0; count < 10; count++) expect((await send(`${server.url}/healthz`, {})).status).toBe(200)
    const statements = await countStatements(server, async () => {
      for (const path of paths) {
        const { status, headers, body } = await send(`${server.url}${path}`, {})
        expect([path, status, headers.get('retry-after'), body.error_code]).toEqual([path, 429, '1', 'RATE_LIMITED'])
      }
    })
    expect(statements).toBe(0)
  })

  it('are not limited where the limits are turned off', async () => {
    const server = await start({ ARUS_REQUESTS_PER_KEY: '0', ARUS_REQUESTS_PER_ADDRESS: '0' })
    const { secretKey } = await server.makeMerchant()
    const answers = await Promise.all(Array.from({ length: 60 }, () => list(server, secretKey)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })
})

describe('where a request comes from', () => {
  const FORWARDED = 'x-forwarded-for'

  it('is its connection, whatever its headers say', async () => {
    const server = await start({ ARUS_WRONG_KEYS_PER_MINUTE: '2' })
    const { merchantId } = await server.makeMerchant()
    const terms = { allowedAddresses: ['203.0.113.0/24'] }
    const { secretKey } = await server.makeKey({ merchantId, isLive: false, terms })
    const headers = { [FORWARDED]: '203.0.113.7', 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7' }
    const refused = await list(server, secretKey, headers)
    expect(refused).toMatchObject({ status: 403, body: { error_code: 'ADDRESS_NOT_ALLOWED' } })
    expect(refused.body.error).toBe('this API key may not be used from this address (127.0.0.1)')
    for (let number = 0; number < 2; number++) await list(server, wrongKey(number), { [FORWARDED]: `203.0.113.${number}` })
    expect((await list(server, wrongKey(9), { [FORWARDED]: '203.0.113.99' })).status).toBe(429)
  })

  it('is what a trusted proxy says, the last address that is not a proxy’s own', async () => {
    const server = await start({ ARUS_TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.0/8', ARUS_WRONG_KEYS_PER_MINUTE: '2' })
    const { merchantId } = await server.makeMerchant()
    const terms = { allowedAddresses: ['203.0.113.0/24', '2001:db8::/32'] }
    const { secretKey } = await server.makeKey({ merchantId, isLive: false, terms })
    const from = async (addresses: string) => (await list(server, secretKey, { [FORWARDED]: addresses })).status
    expect(await from('203.0.113.7')).toBe(200)
    expect(await from('198.51.100.1, 203.0.113.7, 10.1.2.3')).toBe(200)
    expect(await from('::ffff:203.0.113.7')).toBe(200)
    expect(await from('2001:db8::7')).toBe(200)
    // What the caller wrote itself stands further left, and counts for nothing.
    expect(await from('203.0.113.7, 198.51.100.1')).toBe(403)
    expect(await from('2001:db9::7')).toBe(403)
    expect(await from('nonsense')).toBe(403)
    expect((await list(server, secretKey)).status).toBe(403)
    for (let number = 0; number < 3; number++) await list(server, wrongKey(number), { [FORWARDED]: '198.51.100.1' })
    expect((await list(server, wrongKey(3), { [FORWARDED]: '198.51.100.1' })).status).toBe(429)
    expect((await list(server, wrongKey(3), { [FORWARDED]: '198.51.100.2' })).status).toBe(401)
    // One that holds a /64 has all of its addresses.
    for (let number = 0; number < 3; number++) await list(server, wrongKey(number), { [FORWARDED]: `2001:db8:0:1::${number}` })
    expect((await list(server, wrongKey(3), { [FORWARDED]: '2001:db8:0:1:ffff::9' })).status).toBe(429)
    expect((await list(server, wrongKey(3), { [FORWARDED]: '2001:db8:0:2::9' })).status).toBe(401)
  })
})
