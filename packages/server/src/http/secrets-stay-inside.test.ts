import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from '../testing/list-routes.js'
import { send, startTestServer, type TestServer } from '../testing/start-test-server.js'
import { SYSTEM_CLOCK } from '../time/clock.js'

const ACCOUNT = '8422640991733'
const PHONE = '081234567890123'
const PASSWORD = 'correct-horse-battery'
const SECRET = 'whsec_C2FV+BQIhrscChlQIMVb5sSYspob7oDq'

let server: TestServer
/** All that came back, and was not meant to show a secret. */
const answers: string[] = []
const secrets = new Set<string>([ACCOUNT, PHONE, PASSWORD])
beforeAll(async () => {
  server = await startTestServer({
    env: { ARUS_WEBHOOK_ALLOW: '127.0.0.0/8', ARUS_LOG_LEVEL: 'trace' },
    context: { clock: { ...SYSTEM_CLOCK, elapsedMs: () => performance.now() * 1000 } }
  })
})
afterAll(() => server.stop())

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`

/** A secret as it may show: written out, in part, or encoded as a header has it. */
function shapesOf(secret: string): string[] {
  const encoded = Buffer.from(`${secret}:`).toString('base64')
  return [
    secret,
    secret.slice(8, 40),
    secret.slice(-24),
    encoded,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex')
  ].filter((shape) => shape.length >= 10)
}

function findSecrets(text: string): string[] {
  return [...new Set([...secrets].flatMap(shapesOf))].filter((shape) => text.includes(shape))
}

async function request(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const { status, text } = await send(`${server.url}${path}`, init)
  // A success gives a merchant its own data; what is refused repeats nothing.
  if (status >= 400) answers.push(text)
  return { status, text }
}

describe('secrets', () => {
  it('reach neither the log nor a refusal nor the metrics, on any route, wherever they are put', async () => {
    const { secretKey } = await server.makeMerchant()
    secrets.add(secretKey)
    const unknownKey = `dp_live_${'Q7'.repeat(20)}`
    secrets.add(unknownKey)
    secrets.add(SECRET)
    const bodies = [
      JSON.stringify({
        url: `https://user:${PASSWORD}@receiver.example/`,
        account_number: ACCOUNT,
        phone_number: PHONE,
        secret: SECRET,
        reason: secretKey
      }),
      JSON.stringify({
        items: [{ account_owner_name: 'Siti', bank_code: 'bca', amount: 'ten', account_number: ACCOUNT, phone_number: PHONE }],
        idempotency_key: secretKey
      }),
      `{"api_key": "${secretKey}", "account_number": "${ACCOUNT}", `,
      `"${SECRET}"`,
      '\u0000'
    ]
    const headers: Record<string, string>[] = [
      { authorization: basic(secretKey) },
      { authorization: basic(unknownKey) },
      { authorization: `Bearer ${secretKey}` },
      { authorization: secretKey },
      { authorization: basic(secretKey), 'x-idempotency-key': secretKey, idempotency_key: SECRET, cookie: `session=${PASSWORD}` },
      { authorization: basic(secretKey), origin: `https://${PASSWORD}.example` }
    ]
    const routes = await listRoutes(server.context)
    const counted = new Map<number, number>()
    for (const { method, url } of routes) {
      const paths = [
        url.replace(':id', secretKey),
        `${url.replace(':id', ACCOUNT)}?key=${secretKey}&limit=${encodeURIComponent(SECRET)}&status=${ACCOUNT}`,
        `${url.replace(':id', `${encodeURIComponent(SECRET)}%00`)}`
      ]
      const tried = headers.flatMap((given, index) => {
        // Each header with two of the paths and two of the bodies, the first among them with all.
        const own = index === 0 ? paths : [paths[index % paths.length]!, paths[(index + 1) % paths.length]!]
        return own.map((path, turn) => {
          const body = bodies[(index + turn + url.length) % bodies.length]!
          return request(path, { method, headers: given, ...(method === 'GET' ? {} : { body }) })
        })
      })
      for (const { status } of await Promise.all(tried)) counted.set(status, (counted.get(status) ?? 0) + 1)
    }
    for (const path of [`/${secretKey}`, `/v1/${SECRET}`, `/v1/disbursements/%zz${secretKey}`, `/docs/${secretKey}`])
      await request(path, { headers: headers[0]! })

    for (const status of [400, 401, 403, 404]) expect([status, counted.get(status) ?? 0]).not.toEqual([status, 0])
    expect(server.readLog().split('\n').length).toBeGreaterThan(routes.length * headers.length)
    expect(findSecrets(server.readLog())).toEqual([])
    expect(answers.filter((answer) => findSecrets(answer).length > 0)).toEqual([])
    expect(findSecrets((await send(`${server.url}/metrics`, {})).text)).toEqual([])
  })

  it('that the server makes are shown once, to who asked, and are logged nowhere', async () => {
    const { call } = await server.makeMerchant()
    const made = await call('POST', '/v1/webhook_endpoints', { body: { url: 'http://127.0.0.1:9000/' } })
    expect(made.status).toBe(200)
    const rotated = await call('POST', `/v1/webhook_endpoints/${made.body.data.id}/rotate`)
    const shown: string[] = [made.body.data.secret, rotated.body.data.secret]
    expect(shown[0]).toMatch(/^whsec_/)
    for (const secret of shown) secrets.add(secret)
    const later = await call('GET', '/v1/webhook_endpoints')
    expect(findSecrets(later.text)).toEqual([])
    expect(findSecrets(server.readLog())).toEqual([])
  })

  it('stay inside when the server itself fails, whatever the database says of it', async () => {
    const { secretKey, call } = await server.makeMerchant()
    secrets.add(secretKey)
    await server.pool.query(`ALTER TABLE items ADD CONSTRAINT no_such_account CHECK (account_number <> '${ACCOUNT}')`)
    const items = [
      { account_owner_name: 'Siti', bank_code: 'bca', amount: '10000', account_number: ACCOUNT, phone_number: PHONE }
    ]
    const { status, text } = await call('POST', '/v1/disbursements/submit', { body: { items } })
    await server.pool.query('ALTER TABLE items DROP CONSTRAINT no_such_account')
    expect(status).toBe(500)
    expect(findSecrets(text)).toEqual([])
    const log = server.readLog()
    expect(log).toContain('no_such_account')
    expect(findSecrets(log)).toEqual([])
  })

  it('are found by this test where they are shown', () => {
    expect(findSecrets(`account ${ACCOUNT}`)).toEqual([ACCOUNT])
    for (const secret of secrets) expect(findSecrets(basic(secret))).not.toEqual([])
  })
})
