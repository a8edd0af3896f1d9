import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeEndpointSecret } from './make-endpoint-secret.js'
import { makeWebhookHeaders } from './make-webhook-headers.js'

describe('makeWebhookHeaders', () => {
  it('gives the signature of the Standard Webhooks example', async () => {
    const headers = await makeWebhookHeaders({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestampSeconds: 1614265330,
      body: Buffer.from('{"test": 2432232314}'),
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']
    })
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    })
  })

  it('signs once with each secret, the newest first, also where the body is hashed in several parts', async () => {
    const secrets = [makeEndpointSecret(), makeEndpointSecret()]
    const body = Buffer.alloc(3_000_000, 'x')
    const headers = await makeWebhookHeaders({ id: 'evt_1', timestampSeconds: 1, body, secrets })
    const expected = secrets.map((secret) => {
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
      return `v1,${createHmac('sha256', key).update('evt_1.1.').update(body).digest('base64')}`
    })
    expect(headers['webhook-signature']).toBe(expected.join(' '))
  })

  it('uses secrets of 32 random bytes in base64', () => {
    const secret = makeEndpointSecret()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(makeEndpointSecret()).not.toBe(secret)
  })
})
