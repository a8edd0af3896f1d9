import { parseTimestamp } from '@arus/snap-bi'
import { RequiredError } from '../errors/required-error.js'
import type { FinishNotifyRequest } from '../generated/webhook-models.js'
import { deliveryIdOf } from './delivery-id.js'
import { parseNotification } from './parse-notification.js'
import { type BodyLimits, readBody } from './read-body.js'
import { readSignatureHeaders, type WebhookHeaders } from './read-signature-headers.js'
import type { ReplayStore } from './replay-store.js'
import { type PublicKeyInput, toVerifier } from './to-verifier.js'
import { verifySignedText } from './verify-signed-text.js'
import { WebhookVerificationError } from './webhook-verification-error.js'

/** A request, in parts. */
export type NotificationRequest = {
  method: string
  headers: WebhookHeaders
  /** As it came: text or bytes, never a parsed object. */
  body: string | Uint8Array
  /** The path that was called, with or without its query. */
  path?: string | undefined
}

export type VerifyNotificationOptions = BodyLimits & {
  /** DANA's public key, as text, `KeyObject`, JWK or verifier; a list while DANA changes it. Make it once for speed. */
  publicKey: PublicKeyInput | readonly PublicKeyInput[]
  /** The path that DANA calls and signs. Default: the request's. Needed where a proxy in between changes it. */
  path?: string | undefined
  /** How far X-TIMESTAMP may be from now, before or after. Default 900,000 (15 minutes); `false` asks nothing of it. */
  toleranceMs?: number | false | undefined
  /** Remembers what was handled. Default: nothing is remembered, and each repeat is new. */
  replayStore?: ReplayStore | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  clock?: (() => number) | undefined
}

/** A notification that DANA signed, told apart by `state`. */
export type NotificationDelivery =
  | {
      /** It is to be handled. */
      state: 'new'
      /** The same for each try that DANA makes to deliver this: a key to book it under. */
      id: string
      notification: FinishNotifyRequest
      /** To be called when it was handled: repeats are then `handled`. */
      complete(): Promise<void>
      /** To be called when handling failed: the next try is `new` at once. */
      abandon(): Promise<void>
    }
  | {
      /** `handled`: answer with success. `in_progress`: another request is at it, answer "retry". */
      state: 'handled' | 'in_progress'
      id: string
      notification: FinishNotifyRequest
    }

/**
 * Verifies a finish-notify message: signature, age, shape, and whether it was handled before. The signature is DANA's over
 * method, path, body and timestamp (SNAP BI, RSA with SHA-256), and what is parsed is the text that was signed.
 *
 * `createNotificationHandler` does this and all around it. With a `replayStore`, what is `new` must be completed or
 * abandoned, as below.
 *
 * @param request a Fetch `Request` whose body was not read, or its parts
 * @throws {WebhookVerificationError} when it must not be believed, or its body can't be read; `code` says why
 * @throws {KeyError} when `publicKey` is none
 * @throws {InvalidOptionError} when it is the local sandbox's and the environment says production
 * @throws {RequiredError} when no path is given, or an empty list of keys; and whatever the store throws
 *
 * @example
 * const delivery = await verifyNotification(request, { publicKey, replayStore })
 * if (delivery.state === 'in_progress') throw new Error('answer with notificationResponse.retry()')
 * if (delivery.state === 'new') {
 *   try {
 *     await book(delivery.notification)
 *   } catch (error) {
 *     await delivery.abandon()
 *     throw error
 *   }
 *   await delivery.complete()
 * }
 */
export async function verifyNotification(
  request: Request | NotificationRequest,
  options: VerifyNotificationOptions
): Promise<NotificationDelivery> {
  const verifier = toVerifier(options.publicKey)
  const { method } = request
  const paths = candidatePaths(options.path, 'url' in request ? request.url : request.path)
  const headers = readSignatureHeaders(request.headers)
  const signedAt = readTimestamp(headers.timestamp, options.toleranceMs)
  const body = 'arrayBuffer' in request ? await readFetchBody(request, options) : request.body
  const text = verifySignedText({ method, headers, body }, paths, verifier)
  requireFresh(signedAt, options)
  const notification = parseNotification(text)
  const id = deliveryIdOf(notification)
  const claim = await options.replayStore?.begin(id)
  if (claim && claim.state !== 'new') return { state: claim.state, id, notification }
  return {
    state: 'new',
    id,
    notification,
    complete: async () => options.replayStore?.complete(id),
    abandon: async () => options.replayStore?.abandon(id, claim!.token)
  }
}

/** DANA signs the path without the query; a merchant whose URL has one may see it signed as well. */
function candidatePaths(given: string | undefined, url: string | undefined): string[] {
  const whole = given ?? url
  if (typeof whole !== 'string') throw new RequiredError('path', 'path must be given, as the request has none')
  const found = given ?? whole.replace(/^https?:\/\/[^/?#]*/i, '')
  const [path] = found.split('?', 1)
  return given !== undefined || path === found ? [found] : [path!, found]
}

async function readFetchBody(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  if (request.bodyUsed) {
    const text = 'The body was read before: give the request to verify first, or a clone() of it.'
    throw new WebhookVerificationError('body_already_parsed', text)
  }
  return request.body ? readBody(request.body as unknown as AsyncIterable<Uint8Array>, limits) : new Uint8Array()
}

function readTimestamp(text: string, toleranceMs: number | false | undefined): number | undefined {
  const time = parseTimestamp(text)
  if (time !== undefined || toleranceMs === false) return time
  throw new WebhookVerificationError('invalid_header', 'X-TIMESTAMP is no timestamp with an offset.', 'X-TIMESTAMP')
}

/** Asked after the signature: only DANA's own message is told that it is late. */
function requireFresh(
  signedAt: number | undefined,
  { toleranceMs = 900_000, clock = Date.now }: VerifyNotificationOptions
): void {
  // Written so that no number at all is no tolerance at all.
  if (toleranceMs === false || Math.abs(clock() - signedAt!) <= toleranceMs) return
  throw new WebhookVerificationError('stale_timestamp', 'X-TIMESTAMP is too far from now.', 'X-TIMESTAMP')
}
