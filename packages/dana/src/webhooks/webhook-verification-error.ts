import { brandError } from '../errors/brand.js'

/**
 * Why a notification was not accepted.
 *
 * - `missing_header`: X-SIGNATURE or X-TIMESTAMP is absent or empty; `field` names it
 * - `invalid_header`: one of them is there twice with different values, or the timestamp can't be read
 * - `invalid_signature`: no key that was given made this signature over this method, path, body and timestamp
 * - `stale_timestamp`: signed, but further from now than the tolerance, before or after
 * - `malformed_body`: signed, but not JSON
 * - `not_a_notification`: signed, but not a finish-notify message; the message lists the fields, `field` is the first
 * - `body_already_parsed`: the bytes that were signed are gone, as something read the body before. The receiver's own fault
 * - `body_too_large`, `body_incomplete`: the body is longer than `maxBodyBytes`, or did not arrive whole and in time
 */
export type WebhookVerificationCode =
  | 'missing_header'
  | 'invalid_header'
  | 'invalid_signature'
  | 'stale_timestamp'
  | 'malformed_body'
  | 'not_a_notification'
  | 'body_already_parsed'
  | 'body_too_large'
  | 'body_incomplete'

/**
 * A notification that must not be believed. Its message never shows the body or a key.
 *
 * @example
 * try {
 *   await verifyNotification(request, { publicKey })
 * } catch (error) {
 *   if (error instanceof WebhookVerificationError && error.code === 'stale_timestamp') console.warn('is the clock right?')
 *   throw error
 * }
 */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly code: WebhookVerificationCode
  /** The header or field at fault, where there is one: `X-TIMESTAMP`, `amount.value`. */
  readonly field: string | undefined

  constructor(code: WebhookVerificationCode, message: string, field?: string) {
    super(message)
    this.code = code
    this.field = field
  }
}
brandError(WebhookVerificationError, 'WebhookVerificationError')
