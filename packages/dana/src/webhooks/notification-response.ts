import { formatJakartaTime } from '@arus/snap-bi'
import { WebhookVerificationError } from './webhook-verification-error.js'

/** What to answer DANA, for whatever sends it. */
export type NotificationResponse = {
  status: number
  headers: { 'Content-Type': 'application/json'; 'X-TIMESTAMP': string }
  /** JSON text. */
  body: string
}

/** The answer's first three digits are the HTTP status, the next two stand for finish-notify. */
function answer(responseCode: string, responseMessage: string, now: number): NotificationResponse {
  return {
    status: +responseCode.slice(0, 3),
    headers: { 'Content-Type': 'application/json', 'X-TIMESTAMP': formatJakartaTime(now) },
    body: JSON.stringify({ responseCode, responseMessage })
  }
}

/**
 * The answers to a notification: codes of service 56, with the X-TIMESTAMP that DANA's protocol wants. Each takes the time
 * in milliseconds since 1970, by default now.
 *
 * @example
 * const { status, headers, body } = notificationResponse.success()
 * res.writeHead(status, headers).end(body)
 */
export const notificationResponse = {
  /** 2005600: booked, or booked before. DANA sends it no more. */
  success: (now = Date.now()) => answer('2005600', 'Successful', now),
  /** 5005601, HTTP 500: not booked for a reason that passes. DANA sends it again. */
  retry: (now = Date.now()) => answer('5005601', 'Internal Server Error', now),
  /** 4015600: no key of DANA's signed this. */
  unauthorized: (now = Date.now()) => answer('4015600', 'Unauthorized. Invalid Signature', now),
  /** 4005600: the body isn't what a notification is. */
  badRequest: (now = Date.now()) => answer('4005600', 'Bad Request', now),
  /** 4005601: a header or field has another format. */
  invalidField: (field: string, now = Date.now()) => answer('4005601', `Invalid Field Format ${field}`, now),
  /** 4005602: a mandatory header or field is missing, or isn't what it must be. */
  missingField: (field: string, now = Date.now()) => answer('4005602', `Invalid Mandatory Field ${field}`, now),
  /** The answer to what `verifyNotification` threw. It tells the field at fault and no more; anything unforeseen is "retry". */
  forError(error: unknown, now = Date.now()): NotificationResponse {
    if (!(error instanceof WebhookVerificationError)) return notificationResponse.retry(now)
    const field = error.field ?? ''
    switch (error.code) {
      case 'missing_header':
        return notificationResponse.missingField(field, now)
      case 'invalid_header':
      case 'stale_timestamp':
        return notificationResponse.invalidField(field, now)
      case 'invalid_signature':
        return notificationResponse.unauthorized(now)
      case 'not_a_notification':
        return field ? notificationResponse.missingField(field, now) : notificationResponse.badRequest(now)
      case 'malformed_body':
      case 'body_too_large':
        return notificationResponse.badRequest(now)
      default:
        // The receiver's fault, or the connection's: the message itself may be good.
        return notificationResponse.retry(now)
    }
  }
}
