import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'
import type { WebhookEvent } from '../generated/models.js'
import { equalsInConstantTime } from '../signatures/equals-in-constant-time.js'
import { decodeBody } from './decode-body.js'
import { readEvent } from './read-event.js'
import { readHeader, type WebhookHeaders } from './read-header.js'
import { standardSignature } from './standard-signature.js'

/** How long before or after now a webhook may have been signed, in seconds. */
export const DEFAULT_TOLERANCE_SECONDS = 300

/** How a webhook's headers are verified. */
export type StandardWebhookOptions = {
  /** The endpoint's secrets, `whsec_…`: usually one, two while a secret is being changed. */
  secrets: readonly string[]
  /** How far the signed time may lie from now, either way. Default 300. */
  toleranceSeconds?: number | undefined
  /** The time to measure from. Default: now. */
  now?: Date | undefined
}

/** A webhook whose whole body is verified. */
export type StandardWebhook = {
  /** The event's id, the same for every try: remember it, to take each event once. */
  id: string
  /** When this try was signed. */
  signedAt: Date
  event: WebhookEvent
}

/**
 * Verifies a webhook by its Standard Webhooks headers (`webhook-id`, `webhook-timestamp`, `webhook-signature`). Arus sends
 * them besides the signature in the body; they cover all of it, status and items too, and a replay is refused after the
 * tolerance.
 *
 * @param body the request's body exactly as it came, before any JSON parser
 * @throws {WebhookVerificationError} `missing_field` names a missing header
 *
 * @example
 * const { id, event } = verifyStandardWebhook(rawBody, request.headers, { secrets: [endpointSecret] })
 */
export function verifyStandardWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  options: StandardWebhookOptions
): StandardWebhook {
  if (!Array.isArray(options?.secrets) || options.secrets.length === 0) {
    throw new InvalidArgumentError('secrets', 'must be a list of at least one endpoint secret')
  }
  const text = decodeBody(body)
  const id = readHeader(headers, 'webhook-id')
  const timestamp = readHeader(headers, 'webhook-timestamp')
  const given = readHeader(headers, 'webhook-signature').split(' ')
  const expected = options.secrets.map((secret) => standardSignature({ id, timestamp, body: text, secret }))
  if (!expected.some((signature) => given.some((one) => equalsInConstantTime(signature, one)))) {
    throw new WebhookVerificationError('wrong_signature', 'none of the secrets makes this signature', 'webhook-signature')
  }
  const signedAt = readTimestamp(timestamp)
  requireRecent(signedAt, options)
  return { id, signedAt, event: readEvent(text) }
}

function readTimestamp(timestamp: string): Date {
  if (/^\d{1,12}$/.test(timestamp)) return new Date(Number(timestamp) * 1000)
  throw new WebhookVerificationError('invalid_field', 'webhook-timestamp is not a number of seconds', 'webhook-timestamp')
}

function requireRecent(signedAt: Date, options: StandardWebhookOptions): void {
  const toleranceSeconds = options.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS
  const ageSeconds = ((options.now ?? new Date()).getTime() - signedAt.getTime()) / 1000
  // Written so that a tolerance or a clock that is no number refuses, and never lets everything pass.
  if (!(ageSeconds <= toleranceSeconds)) {
    throw new WebhookVerificationError('timestamp_too_old', 'the webhook was signed too long ago', 'webhook-timestamp')
  }
  if (!(ageSeconds >= -toleranceSeconds)) {
    throw new WebhookVerificationError('timestamp_too_new', 'the webhook was signed in the future', 'webhook-timestamp')
  }
}
