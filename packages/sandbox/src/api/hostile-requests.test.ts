import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OPERATIONS } from '../generated/operations.js'
import { startApi, type TestApi, WIDGET_PAYMENT } from '../testing/start-api.js'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const tables = fc.constantFrom(...Object.values(OPERATIONS))
const bodies = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.jsonValue().map((value) => JSON.stringify({ merchantId: value, amount: value, additionalInfo: value, grantType: value })),
  fc.constantFrom('{"__proto__":{"a":1}}', '{"constructor":null,"merchantId":{"toString":1}}', `${'['.repeat(1000)}`)
)

it('answers any signed body in JSON, with a code that has the status of the answer, and never with a failure of its own', async () => {
  await fc.assert(
    fc.asyncProperty(tables, bodies, async (table, text) => {
      const isTokenRequest = table.headerProfile === 'apply-token'
      const { status, body } = await api.call(table.path, {}, { text, isTokenRequest, accessToken: 'nobody' })
      if (table.serviceCode === undefined) expect([status, typeof body.signature]).toEqual([200, 'string'])
      else expect([status, body.responseCode]).toEqual([400, expect.stringMatching(`^400${table.serviceCode}0[012]$`)])
    }),
    { numRuns: 150 }
  )
})

it('answers any header in the same way', async () => {
  const header = fc.stringMatching(/^[ -~]{0,60}$/)
  const names = [
    'X-TIMESTAMP',
    'X-SIGNATURE',
    'X-PARTNER-ID',
    'X-EXTERNAL-ID',
    'CHANNEL-ID',
    'Authorization-Customer',
    'X-Debug-Mode'
  ]
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), header), async (headers) => {
      const { status, body } = await api.call('/v1.0/balance-inquiry.htm', {}, { headers })
      expect([400, 401]).toContain(status)
      expect(String(body.responseCode)).toMatch(new RegExp(`^${status}110[012]$`))
    }),
    { numRuns: 150 }
  )
})

it('refuses bytes that are no UTF-8, and a body that is too deep, and goes on', async () => {
  const broken = await fetch(api.url + WIDGET_PAYMENT, {
    method: 'POST',
    body: Buffer.from([0xff, 0xfe]),
    headers: {
      'X-TIMESTAMP': '2026-01-15T10:04:05+07:00',
      'X-SIGNATURE': 'AAAA',
      'X-PARTNER-ID': api.partnerId,
      'X-EXTERNAL-ID': 'x',
      'CHANNEL-ID': '95221'
    }
  })
  expect(broken.status).toBe(401)
  const text = JSON.stringify(api.payment()).replace('{', `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},`)
  const deep = await api.call(WIDGET_PAYMENT, {}, { text })
  expect([deep.status, deep.body.responseCode]).toEqual([400, '4005400'])
  // Not too deep for the stack here, but for that of who reads it from the journal again.
  const deepish = text.replace(/\[+\]+/, `${'['.repeat(2_000)}${']'.repeat(2_000)}`)
  expect((await api.call(WIDGET_PAYMENT, {}, { text: deepish })).body.responseCode).toBe('4005400')
  expect(api.engine.listOrders()).toEqual([])
  expect((await api.call(WIDGET_PAYMENT, api.payment())).status).toBe(200)
})
