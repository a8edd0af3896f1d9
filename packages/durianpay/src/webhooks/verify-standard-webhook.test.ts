import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'
import { verificationErrorOf } from '../testing/verification-error-of.js'
import { generateTestWebhook } from './generate-test-webhook.js'
import { verifyStandardWebhook } from './verify-standard-webhook.js'

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const now = new Date('2026-07-03T02:10:00Z')
const { body, headers, event } = generateTestWebhook({
  event: 'disbursement.completed',
  apiKey: 'dp_test_local',
  secret,
  now,
  id: 'evt_1'
})
const options = { secrets: [secret], now }

const after = (seconds: number) => ({ ...options, now: new Date(now.getTime() + seconds * 1000) })

describe('a webhook with Standard Webhooks headers', () => {
  it('is given with its id and the time it was signed', () => {
    expect(verifyStandardWebhook(body, headers, options)).toEqual({ id: 'evt_1', signedAt: now, event })
    expect(verifyStandardWebhook(Buffer.from(body), new Headers(headers), options).event).toEqual(event)
  })

  it('is signed as the standard says', () => {
    const key = Buffer.from('C2FVsBQIhrscChlQIMV+b5sSYspob7oD', 'base64')
    const expected = createHmac('sha256', key).update(`evt_1.${headers['webhook-timestamp']}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${expected}`)
  })

  it('may have headers in any case, as lists, and be signed with more than one secret', () => {
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]))
    expect(verifyStandardWebhook(body, shouted, options).id).toBe('evt_1')
    const rotated = { ...headers, 'webhook-signature': `v1,AAAA v2,zzz ${headers['webhook-signature']}` }
    expect(verifyStandardWebhook(body, rotated, { ...options, secrets: ['whsec_AAAA', secret] }).id).toBe('evt_1')
  })

  it('is refused when it was signed too long ago or in the future', async () => {
    expect(verifyStandardWebhook(body, headers, after(300)).id).toBe('evt_1')
    expect(verifyStandardWebhook(body, headers, after(-300)).id).toBe('evt_1')
    expect((await verificationErrorOf(() => verifyStandardWebhook(body, headers, after(301)))).code).toBe('timestamp_too_old')
    expect((await verificationErrorOf(() => verifyStandardWebhook(body, headers, after(-301)))).code).toBe('timestamp_too_new')
    const noTime = { ...options, now: new Date(Number.NaN) }
    await verificationErrorOf(() => verifyStandardWebhook(body, headers, noTime))
    await verificationErrorOf(() => verifyStandardWebhook(body, headers, { ...options, toleranceSeconds: Number.NaN }))
  })

  it('is refused when a header is missing', async () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      const error = await verificationErrorOf(() => verifyStandardWebhook(body, { ...headers, [name]: undefined }, options))
      expect(error).toMatchObject({ code: 'missing_field', field: name })
    }
  })

  it('is refused when id, time or any byte of the body was changed', async () => {
    for (const change of [{ 'webhook-id': 'evt_2' }, { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }]) {
      expect((await verificationErrorOf(() => verifyStandardWebhook(body, { ...headers, ...change }, options))).code).toBe(
        'wrong_signature'
      )
    }
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        const bytes = Buffer.from(body)
        bytes[position]! ^= flip
        expect(() => verifyStandardWebhook(bytes, headers, options)).toThrow(WebhookVerificationError)
      })
    )
  })

  it('is an error of the caller when no usable secret is given', () => {
    for (const secrets of [[], ['whsec_'], ['not base64!']]) {
      expect(() => verifyStandardWebhook(body, headers, { ...options, secrets })).toThrow(InvalidArgumentError)
    }
  })
})
