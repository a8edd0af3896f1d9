import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseSigningKey } from '../api-keys/choose-signing-key.js'
import { createApiKey } from '../api-keys/create-api-key.js'
import { revokeApiKey } from '../api-keys/revoke-api-key.js'
import { send, startTestServer, type TestMerchant, type TestServer } from '../testing/start-test-server.js'

let server: TestServer
let merchant: TestMerchant
beforeAll(async () => {
  server = await startTestServer()
  merchant = await server.makeMerchant()
})
afterAll(() => server.stop())

const base64 = (text: string) => Buffer.from(text).toString('base64')
const callWith = (authorization: string | undefined) =>
  send(`${server.url}/v1/disbursements`, authorization === undefined ? {} : { headers: { authorization } })

describe('authentication', () => {
  it('accepts the key as user name, and the two forms that the guide leads to', async () => {
    const { secretKey } = merchant
    const encoded = base64(`${secretKey}:`)
    for (const authorization of [`Basic ${encoded}`, `basic ${encoded}`, `Basic ${base64(`${encoded}:`)}`, encoded]) {
      expect((await callWith(authorization)).status).toBe(200)
    }
  })

  it('gives the same answer to everything else', async () => {
    const { secretKey } = merchant
    const encoded = base64(`${secretKey}:`)
    const others = [
      undefined,
      '',
      secretKey,
      `Bearer ${secretKey}`,
      `Bearer ${encoded}`,
      `Basic ${secretKey}`,
      `Basic ${base64(secretKey)}`,
      `Basic ${base64(`${secretKey}:password`)}`,
      `Basic ${base64(`:${secretKey}`)}`,
      `Basic ${base64(`${secretKey}::`)}`,
      `Basic ${base64(`${base64(`${encoded}:`)}:`)}`,
      `Basic ${encoded.replace(/=*$/, '!')}`,
      `Basic ${encoded} ${encoded}`,
      `Basic ${base64(`dp_test_${'A'.repeat(40)}:`)}`,
      `Basic ${base64(`${secretKey.replace('test', 'live')}:`)}`,
      base64(base64(`${secretKey}:`))
    ]
    for (const authorization of others) {
      const { status, body, headers } = await callWith(authorization)
      expect([authorization, status]).toEqual([authorization, 401])
      expect(body).toEqual({
        error: 'invalid Authorization header in request',
        error_code: 'DPAY_UNAUTHORIZED_ACCESS',
        message: 'invalid Authorization header in request',
        request_id: body.request_id
      })
      expect(headers.get('www-authenticate')).toMatch(/^Basic/)
    }
  })

  it('refuses a revoked key from the next request on', async () => {
    const { pool, context } = server
    const { merchantId } = merchant
    const { apiKey, secretKey } = await createApiKey(context, { merchantId, isLive: false })
    expect((await callWith(`Basic ${base64(`${secretKey}:`)}`)).status).toBe(200)
    await revokeApiKey(pool, { merchantId, apiKeyId: apiKey.id })
    expect((await callWith(`Basic ${base64(`${secretKey}:`)}`)).status).toBe(401)
    await chooseSigningKey(pool, { merchantId, apiKeyId: merchant.apiKeyId })
  })

  it('comes before the body is read', async () => {
    const { status } = await send(`${server.url}/v1/disbursements/submit`, { method: 'POST', body: '{' })
    expect(status).toBe(401)
  })
})

describe('live mode on a server that must not use it', () => {
  it('is refused with the reason, for every request', async () => {
    const unsafe = await startTestServer({ context: { liveModeFault: 'live mode is refused: because' } })
    try {
      const { call } = await unsafe.makeMerchant({ isLive: true })
      expect(await call('GET', '/v1/disbursements')).toMatchObject({
        status: 503,
        body: { error: 'live mode is refused: because', error_code: 'RAIL_NOT_CONFIGURED' }
      })
    } finally {
      await unsafe.stop()
    }
  })
})
