import { isUtf8 } from 'node:buffer'
import { KeyError, parseTimestamp } from '@arus/snap-bi'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { RequiredError } from '../errors/required-error.js'
import { FinishNotifyRequestFromJSON } from '../generated/webhook-functions.js'
import { FINISH_NOTIFY_REQUEST } from '../generated/webhook-tables.js'
import type { Model } from '../models/model.js'
import { withoutSpaces } from '../testing/hostile-body.js'
import { formsOf, type HostileKey, hostileKey } from '../testing/hostile-keys.js'
import { type HostileRequest, hostileRequest } from '../testing/hostile-request.js'
import { MARK, SIGNED_AT, SIGNED_MESSAGES, type SignedMessage } from '../testing/signed-messages.js'
import { createMemoryReplayStore } from './create-memory-replay-store.js'
import { type NotificationRequest, type VerifyNotificationOptions, verifyNotification } from './verify-notification.js'
import { WebhookParser } from './webhook-parser.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

const ORIGIN = 'https://merchant.example'
const RUNS = Number(process.env.ARUS_PROPERTY_RUNS ?? 1500)

/** All that an error may say, so that nothing of a key or a body is in it. */
const MESSAGES = new Set([
  'Missing X-SIGNATURE or X-TIMESTAMP header.',
  'The header X-SIGNATURE is there twice, or is no text.',
  'The header X-TIMESTAMP is there twice, or is no text.',
  'X-TIMESTAMP is no timestamp with an offset.',
  'X-TIMESTAMP is too far from now.',
  'Signature verification failed.',
  'Failed to process request body: it is not JSON.',
  'The body must be given as it came, as text or bytes.',
  'The signed message is no finish-notify notification. Missing, or of the wrong type: FIELDS.',
  'Either publicKey or publicKeyPath must be provided.',
  'publicKey must be a key or a list of at least one',
  'path must be given, as the request has none',
  'PUBLIC key is required and must be a string',
  'Invalid key format: incomplete PEM markers or unrecognised structure.',
  'Invalid public key format: not valid base64',
  'The public key is not an RSA key: SNAP signatures are RSA.',
  'The public key is in no known form. Give SPKI, PKCS#1 or a certificate, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject.',
  'The other key of a pair was given where the public one belongs. Give SPKI, PKCS#1 or a certificate, as PEM text, as its base64 alone or as DER bytes; a JWK or a KeyObject.'
])
const FIELDS = new Set(['body', 'X-SIGNATURE', 'X-TIMESTAMP', ...pathsOf(FINISH_NOTIFY_REQUEST)])
const ERRORS = [WebhookVerificationError, KeyError, RequiredError]

function pathsOf(model: Model): string[] {
  return model.fields.flatMap(({ wireName, model: inner }) => [
    wireName,
    ...(inner ? pathsOf(inner).map((path) => `${wireName}.${path}`) : [])
  ])
}

/** By what was signed, and by whom. */
const signedMessages = new Map(SIGNED_MESSAGES.map((message) => [nameOf(message.owner, message), message]))

function nameOf(owner: string, { method, path, timestamp, body }: Pick<SignedMessage, 'method' | 'path' | 'timestamp' | 'body'>) {
  return JSON.stringify([owner, method, path, timestamp, body])
}

/** Finds what was signed and is the same as what came, by other means than the product's. */
function findSigned({ method, path, headers, body }: HostileRequest, { owners }: HostileKey, isUrl: boolean) {
  const text = typeof body === 'string' ? body : isUtf8(body as Uint8Array) ? Buffer.from(body as Uint8Array).toString() : ''
  const local = isUrl ? `${path}`.replace(ORIGIN, '') : `${path}`
  const called = local.startsWith('/') ? local : `/${local}`
  const paths = isUrl ? [called, called.split('?')[0]!] : [called]
  for (const owner of owners)
    for (const timestamp of timestampsOf(headers))
      for (const onePath of paths)
        for (const oneText of [text, withoutSpaces(text)]) {
          const name = nameOf(owner, { method: `${method}`.toUpperCase(), path: onePath, timestamp, body: oneText })
          const message = signedMessages.get(name)
          if (message) return message
        }
  return undefined
}

/** Every value that stands for X-TIMESTAMP. */
function timestampsOf(headers: unknown): string[] {
  const { get } = headers as Headers
  if (typeof get === 'function') return [get.call(headers, 'X-TIMESTAMP')!].flat()
  return Object.entries(headers as object).flatMap(([name, value]) => (/^x-timestamp$/i.test(name) ? value : []))
}

const counts = new Map<string, number>()
function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

/** Holds an error to what is documented, and to saying nothing of what came. */
function checkError(who: string, error: unknown): void {
  if (!ERRORS.some((known) => error instanceof known)) throw error
  const { name, message, code, field, stack, cause, ...others } = error as WebhookVerificationError
  count(`${who}: ${name} ${code ?? field}`)
  const [, fields] = /wrong type: (.*)\.$/.exec(message) ?? []
  expect(MESSAGES).toContain(fields === undefined ? message : message.replace(fields, 'FIELDS'))
  for (const one of [...(fields?.split(', ') ?? []), ...(error instanceof WebhookVerificationError && field ? [field] : [])])
    expect(FIELDS).toContain(one)
  expect(cause).toBeUndefined()
  expect(Object.keys(others).filter((key) => !['kind', 'outcome'].includes(key))).toEqual([])
  expect(stack).not.toContain(MARK)
}

/** Holds a notification to the text that was signed. */
function checkAccepted(who: string, notification: unknown, message: SignedMessage | undefined): void {
  count(`${who}: accepted`)
  expect(message).toMatchObject({ isNotification: true })
  const signed = JSON.parse(message!.body)
  expect(notification).toEqual(FinishNotifyRequestFromJSON(signed))
  const { merchantId, amount, originalReferenceNo, latestTransactionStatus } = signed
  expect(notification).toMatchObject({ merchantId, amount, originalReferenceNo, latestTransactionStatus })
}

function parseHostile(request: HostileRequest, hostile: HostileKey): void {
  const { method, path, headers, body } = request as unknown as NotificationRequest & { path: string }
  let notification: unknown
  try {
    notification = new WebhookParser(hostile.key as string).parseWebhook(method, path, headers, body)
  } catch (error) {
    checkError('WebhookParser', error)
    return
  }
  checkAccepted('WebhookParser', notification, findSigned(request, hostile, false))
}

type Settings = { toleranceMs: false | undefined; asRequest: boolean; asOption: boolean; remembers: boolean }

async function verifyHostile(given: HostileRequest, hostile: HostileKey, settings: Settings): Promise<void> {
  const { toleranceMs, asOption } = settings
  const request = (settings.asRequest && toFetch(given)) || (given as NotificationRequest)
  const path = request instanceof Request ? pathOf(request) : request.path
  const options = {
    publicKey: hostile.key,
    toleranceMs,
    clock: () => SIGNED_AT,
    path: asOption ? path : undefined,
    replayStore: settings.remembers ? createMemoryReplayStore() : undefined
  } as VerifyNotificationOptions
  let delivery: Awaited<ReturnType<typeof verifyNotification>>
  try {
    delivery = await verifyNotification(request, options)
  } catch (error) {
    checkError('verifyNotification', error)
    return
  }
  const message = findSigned({ ...given, headers: request.headers, path }, hostile, !asOption)
  checkAccepted('verifyNotification', delivery.notification, message)
  expect(delivery.state).toBe('new')
  if (toleranceMs !== false) expect(Math.abs(parseTimestamp(message!.timestamp)! - SIGNED_AT)).toBeLessThanOrEqual(900_000)
}

function pathOf({ url }: Request): string {
  const { pathname, search, hash } = new URL(url)
  return pathname + search + hash
}

/** As a Fetch request, whose body comes in two parts, where it can be one. */
function toFetch({ method, path, headers, body }: HostileRequest): Request | undefined {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return undefined
  try {
    const whole = Buffer.from(body as string)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(whole.subarray(0, whole.length >> 1))
        controller.enqueue(whole.subarray(whole.length >> 1))
        controller.close()
      }
    })
    return new Request(`${ORIGIN}${path}`, { method, headers, body: stream, duplex: 'half' } as RequestInit)
  } catch {
    return undefined
  }
}

const settings: fc.Arbitrary<Settings> = fc.record({
  toleranceMs: fc.constantFrom(false as const, undefined),
  asRequest: fc.boolean(),
  asOption: fc.boolean(),
  remembers: fc.boolean()
})

describe('whatever comes in', () => {
  it(
    'is believed only when the owner of the key signed it, and refused with one of the documented errors',
    async () => {
      await fc.assert(
        fc.asyncProperty(hostileRequest, hostileKey, settings, async (request, key, options) => {
          parseHostile(request, key)
          await verifyHostile(request, key, options)
        }),
        { numRuns: RUNS }
      )
      for (const who of ['WebhookParser', 'verifyNotification']) {
        for (const outcome of ['accepted', 'WebhookVerificationError invalid_signature', 'KeyError not_text'])
          expect([...counts.keys()]).toContain(`${who}: ${outcome}`)
      }
    },
    30_000 + RUNS * 10
  )

  afterAll(() => {
    // The long run is asked for to see what it did.
    if (process.env.ARUS_PROPERTY_RUNS === undefined) return
    const lines = [...counts].toSorted().map(([what, times]) => `${String(times).padStart(8)}  ${what}`)
    console.log(`${RUNS} cases:\n${lines.join('\n')}`)
  })
})

it('believes each message of each owner, in each form of the key', async () => {
  for (const owner of ['gateway', 'other'] as const)
    for (const publicKey of formsOf(owner))
      for (const message of SIGNED_MESSAGES) {
        const { method, path, body, timestamp, signature } = message
        if (!message.isNotification || !path.startsWith('/')) continue
        const headers = { 'X-SIGNATURE': signature, 'X-TIMESTAMP': timestamp }
        const verified = verifyNotification(
          { method, path, headers, body },
          { publicKey: publicKey as string, toleranceMs: false }
        )
        if (message.owner === owner) expect((await verified).notification).toMatchObject({ amount: { currency: 'IDR' } })
        else await expect(verified).rejects.toMatchObject({ code: 'invalid_signature' })
      }
})
