import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createVerifier, formatJakartaTime, KeyError, parsePublicKey } from '@arus/snap-bi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RequiredError } from '../errors/required-error.js'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import { webhookErrorOf } from '../testing/webhook-error-of.js'
import { createMemoryReplayStore } from './create-memory-replay-store.js'
import { generateTestNotification, type TestNotificationOptions } from './generate-test-notification.js'
import { type NotificationRequest, type VerifyNotificationOptions, verifyNotification } from './verify-notification.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

const NOW = Date.parse('2026-01-15T03:04:05Z')
const MINUTE = 60_000
const publicKey = publicPem('gateway')
const privateKey = privatePem('gateway')

const make = (options: Partial<TestNotificationOptions> = {}) => generateTestNotification({ privateKey, now: NOW, ...options })
const verify = (request: Request | NotificationRequest, options: Partial<VerifyNotificationOptions> = {}) =>
  verifyNotification(request, { publicKey, clock: () => NOW, ...options })

/** The same as a Fetch request. */
function fetchRequest({ method, path, headers, body } = make()): Request {
  return new Request(`https://merchant.example${path}`, { method, headers, body })
}

describe('a notification', () => {
  it('is new, and is named by what it tells', async () => {
    const first = await verify(make())
    expect(first).toMatchObject({ state: 'new', notification: { merchantId: '216620000000000000001' } })
    // DANA's own retry: another time, another external id.
    const retry = await verify(
      make({ now: NOW + MINUTE, notification: { originalExternalId: 'second', createdTime: first.notification.createdTime } })
    )
    expect(retry.id).toBe(first.id)
    for (const change of [
      { latestTransactionStatus: '05' },
      { merchantId: 'another' },
      { originalReferenceNo: 'another' },
      { originalPartnerReferenceNo: 'another' },
      { amount: { value: '10000.01', currency: 'IDR' } },
      { amount: { value: '10000.00', currency: 'USD' } }
    ]) {
      expect((await verify(make({ notification: change }))).id).not.toBe(first.id)
    }
    expect(first.id).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is read from a Fetch request, and from bytes', async () => {
    expect(await verify(fetchRequest())).toMatchObject({ state: 'new' })
    const { body, ...others } = make()
    expect(await verify({ ...others, body: new TextEncoder().encode(body) })).toMatchObject({ state: 'new' })
  })

  it('keeps the name of a wire key that is no name in TypeScript', async () => {
    const request = make({ notification: { additionalInfo: { extendInfoClosedReason: 'TIMEOUT' } } })
    expect(request.body).toContain('"extendInfo.closedReason":"TIMEOUT"')
    expect((await verify(request)).notification.additionalInfo?.extendInfoClosedReason).toBe('TIMEOUT')
  })

  it('is verified by any of the keys, in any form', async () => {
    const keyObject = createPublicKey(publicKey)
    const forms = [
      publicKey,
      keyObject,
      keyObject.export({ format: 'jwk' }),
      createVerifier(parsePublicKey(publicKey)),
      keyObject.export({ type: 'spki', format: 'der' }),
      [publicPem('other'), publicKey]
    ]
    for (const form of forms) expect(await verify(make(), { publicKey: form })).toMatchObject({ state: 'new' })
    for (const form of [publicPem('other'), [publicPem('other'), publicPem('merchant')]]) {
      expect((await webhookErrorOf(() => verify(make(), { publicKey: form }))).code).toBe('invalid_signature')
    }
  })

  it('needs a key', async () => {
    await expect(verify(make(), { publicKey: [] })).rejects.toThrow(RequiredError)
    await expect(verify(make(), { publicKey: '' })).rejects.toThrow(KeyError)
    await expect(verify(make(), { publicKey: undefined as unknown as string })).rejects.toThrow(KeyError)
    const { publicKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await expect(verify(make(), { publicKey: elliptic })).rejects.toThrow(KeyError)
  })
})

describe('the path', () => {
  it('is the one that was called, without its query or with it', async () => {
    expect(await verify({ ...make(), path: '/v1.0/debit/notify?shop=1' })).toMatchObject({ state: 'new' })
    expect(await verify(make({ path: '/notify?shop=1' }))).toMatchObject({ state: 'new' })
    expect(await verify(fetchRequest(make({ path: '/notify?shop=1&b=%20' })))).toMatchObject({ state: 'new' })
    expect(await verify({ ...make(), path: 'http://merchant.example/v1.0/debit/notify' })).toMatchObject({ state: 'new' })
    expect((await webhookErrorOf(() => verify({ ...make(), path: '/other' }))).code).toBe('invalid_signature')
  })

  it('that is given comes before that of the request, and is taken as it is', async () => {
    const request = { ...make({ path: '/public/notify' }), path: '/internal' }
    expect(await verify(request, { path: '/public/notify' })).toMatchObject({ state: 'new' })
    expect((await webhookErrorOf(() => verify(request, { path: '/public/notify?x=1' }))).code).toBe('invalid_signature')
  })

  it('must come from somewhere', async () => {
    const { path, ...request } = make()
    await expect(verify(request)).rejects.toMatchObject({ name: 'RequiredError', field: 'path' })
    expect(await verify(request, { path })).toMatchObject({ state: 'new' })
  })
})

describe('the timestamp', () => {
  const at = (ms: number) => verify(make({ now: NOW + ms }))

  it('may be 15 minutes from now, before or after, and not a second more', async () => {
    for (const ms of [-15 * MINUTE, 15 * MINUTE]) expect(await at(ms)).toMatchObject({ state: 'new' })
    for (const ms of [-15 * MINUTE - 1000, 15 * MINUTE + 1000]) {
      expect(await webhookErrorOf(() => at(ms))).toMatchObject({ code: 'stale_timestamp', field: 'X-TIMESTAMP' })
    }
  })

  it('is as old as one allows', async () => {
    const old = make({ now: Date.parse('2020-01-01T00:00:00Z') })
    expect(await verify(old, { toleranceMs: false })).toMatchObject({ state: 'new' })
    expect((await webhookErrorOf(() => verify(make({ now: NOW - 2000 }), { toleranceMs: 1000 }))).code).toBe('stale_timestamp')
    // What is no number allows nothing.
    expect((await webhookErrorOf(() => verify(make(), { toleranceMs: Number.NaN }))).code).toBe('stale_timestamp')
  })

  it('is asked about only after the signature', async () => {
    const old = make({ now: 0, privateKey: privatePem('other') })
    expect((await webhookErrorOf(() => verify(old))).code).toBe('invalid_signature')
  })

  it.each(['yesterday', '2026-01-15T10:04:05', '2026-02-30T10:04:05+07:00', '1768446245'])('%s is none', async (text) => {
    const request = make()
    const headers = { ...request.headers, 'X-TIMESTAMP': text }
    expect(await webhookErrorOf(() => verify({ ...request, headers }))).toMatchObject({
      code: 'invalid_header',
      field: 'X-TIMESTAMP'
    })
  })

  it('may have another offset or milliseconds', async () => {
    const { method, path, body } = make()
    const { createSigner, parsePrivateKey, requestStringToSign } = await import('@arus/snap-bi')
    for (const timestamp of ['2026-01-15T03:04:05Z', '2026-01-15T10:04:05.678+07:00']) {
      const signature = createSigner(parsePrivateKey(privateKey)).signSync(requestStringToSign({ method, path, body, timestamp }))
      const headers = { 'x-timestamp': timestamp, 'x-signature': signature }
      expect(await verify({ method, path, body, headers })).toMatchObject({ state: 'new' })
    }
  })
})

describe('a body', () => {
  it('that was read before is refused with the way out', async () => {
    const request = fetchRequest()
    await request.json()
    const error = await webhookErrorOf(() => verify(request))
    expect(error.code).toBe('body_already_parsed')
    expect(error.message).toContain('clone()')
    const parsed = { ...make(), body: JSON.parse(make().body) }
    expect((await webhookErrorOf(() => verify(parsed))).code).toBe('body_already_parsed')
  })

  it('that is too long is not read to its end', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(1000))
      }
    })
    const request = new Request('https://merchant.example/', { method: 'POST', headers: make().headers, body, duplex: 'half' })
    const error = await webhookErrorOf(() => verify(request, { maxBodyBytes: 10_000 }))
    expect(error).toMatchObject({ code: 'body_too_large', message: 'The body is longer than 10000 bytes.' })
    expect(pulled).toBeLessThan(20)
  })

  it('that does not arrive, or breaks off, is not waited for', async () => {
    const never = new ReadableStream({})
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error('connection lost')) })
    for (const body of [never, broken]) {
      const request = new Request('https://merchant.example/', { method: 'POST', headers: make().headers, body, duplex: 'half' })
      expect((await webhookErrorOf(() => verify(request, { bodyTimeoutMs: 20 }))).code).toBe('body_incomplete')
    }
  })

  it('that is empty is not signed', async () => {
    const request = new Request('https://merchant.example/v1.0/debit/notify', { method: 'POST', headers: make().headers })
    expect((await webhookErrorOf(() => verify(request))).code).toBe('invalid_signature')
  })

  it('that is no UTF-8 is not signed', async () => {
    const body = Uint8Array.from([...Buffer.from(make().body), 0xff])
    expect((await webhookErrorOf(() => verify({ ...make(), body }))).code).toBe('invalid_signature')
  })
})

describe('a delivery', () => {
  it('is handled once it was completed', async () => {
    const replayStore = createMemoryReplayStore()
    const first = await verify(make(), { replayStore })
    if (first.state !== 'new') throw new Error(first.state)
    expect(await verify(make(), { replayStore })).toMatchObject({ state: 'in_progress' })
    await first.complete()
    expect(await verify(make(), { replayStore })).toMatchObject({ state: 'handled', id: first.id })
  })

  it('is new again once it was abandoned', async () => {
    const replayStore = createMemoryReplayStore()
    const first = await verify(make(), { replayStore })
    if (first.state === 'new') await first.abandon()
    expect(await verify(make(), { replayStore })).toMatchObject({ state: 'new' })
  })

  it('is always new without a store', async () => {
    const first = await verify(make())
    if (first.state !== 'new') throw new Error(first.state)
    await first.complete()
    await first.abandon()
    expect(await verify(make())).toMatchObject({ state: 'new' })
  })

  it('that is not believed takes no place in the store', async () => {
    const replayStore = createMemoryReplayStore()
    await webhookErrorOf(() => verify(make({ now: 0 }), { replayStore }))
    await webhookErrorOf(() => verify(make({ privateKey: privatePem('other') }), { replayStore }))
    expect(await verify(make(), { replayStore })).toMatchObject({ state: 'new' })
  })
})

it('accepts nothing that was not signed, and rejects with one kind of error only', async () => {
  const { method, headers, body, path } = make()
  const anyRequest = fc.record({
    method: fc.constantFrom(method, 'PUT', 'get'),
    path: fc.oneof(fc.constant(path), fc.webPath()),
    headers: fc.record({
      'X-SIGNATURE': fc.oneof(fc.constant(headers['X-SIGNATURE']!), fc.base64String()),
      'X-TIMESTAMP': fc.oneof(
        fc.constant(headers['X-TIMESTAMP']!),
        fc.integer({ min: NOW - MINUTE, max: NOW + MINUTE }).map(formatJakartaTime),
        fc.string()
      )
    }),
    body: fc.oneof(fc.constant(body), fc.uint8Array(), fc.json(), fc.string({ unit: 'binary' }))
  })
  const isTheSigned = (request: { method: string; path: string; headers: object; body: unknown }) =>
    JSON.stringify([request.method, request.path, request.headers, request.body]) ===
    JSON.stringify([method, path, { 'X-SIGNATURE': headers['X-SIGNATURE'], 'X-TIMESTAMP': headers['X-TIMESTAMP'] }, body])
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const outcome = await verify(request).catch((error: unknown) => error)
      if (isTheSigned(request)) expect(outcome).toMatchObject({ state: 'new' })
      else expect(outcome).toBeInstanceOf(WebhookVerificationError)
    }),
    { numRuns: 300 }
  )
})
