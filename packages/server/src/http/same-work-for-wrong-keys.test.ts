import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { revokeApiKey } from '../api-keys/revoke-api-key.js'
import { send, startTestServer, type TestServer } from '../testing/start-test-server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
/** The one thing in two answers that may differ is what names the request. */
const OWN_HEADERS = ['date', 'x-request-id']

/** What a header leads to: the answer, all of it, and what the database was asked and answered. */
async function observe(authorization: string | undefined) {
  const query = vi.spyOn(server.pool, 'query')
  const { status, headers, text, body } = await send(
    `${server.url}/v1/disbursements`,
    authorization === undefined ? {} : { headers: { authorization } }
  )
  const statements = query.mock.calls.map(([statement]) => {
    const { name, text: sql, values } = statement as unknown as { name: string; text: string; values: unknown[] }
    return { name, sql, values: values.flat().map((value) => (Buffer.isBuffer(value) ? `${value.length} bytes` : value)) }
  })
  const results = await Promise.all(query.mock.results.map(async ({ value }) => ((await value) as { rowCount: number }).rowCount))
  query.mockRestore()
  return {
    status,
    headers: [...headers].filter(([name]) => !OWN_HEADERS.includes(name)),
    text: text.replace(body.request_id, 'dp_…'),
    statements,
    results
  }
}

it('a key that is unknown, malformed, revoked or missing leads to the same work and the same answer, to the byte', async () => {
  const { merchantId, secretKey } = await server.makeMerchant()
  const revoked = await server.makeKey({ merchantId, isLive: false })
  await revokeApiKey(server.pool, { merchantId, apiKeyId: revoked.apiKeyId })
  const nearly = `${secretKey.slice(0, -1)}${secretKey.endsWith('a') ? 'b' : 'a'}`
  const unknown = await observe(basic(`dp_test_${'A'.repeat(40)}:`))
  expect(unknown.status).toBe(401)
  // By a hash of the key, so that what is compared says nothing about how much of the key is right.
  expect(unknown.statements).toEqual([
    { name: 'find-caller', sql: expect.stringContaining('WHERE lookup_hash = '), values: ['32 bytes'] }
  ])
  expect(unknown.results).toEqual([0])
  for (const authorization of [
    basic(`${revoked.secretKey}:`),
    basic(`${nearly}:`),
    basic(`${secretKey.replace('test', 'live')}:`),
    basic(`${secretKey}:password`),
    basic('dp_test_short:'),
    basic(':'),
    'Bearer x',
    'Basic',
    secretKey,
    `no key: ${secretKey}`,
    `Basic ${'A'.repeat(5000)}`,
    '',
    undefined
  ]) {
    expect([authorization, await observe(authorization)]).toEqual([authorization, unknown])
  }
})
