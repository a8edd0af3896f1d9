import { classifyResponse } from '../requests/classify-response.js'
import { readResponseCode, readResponseMessage } from '../requests/read-response-code.js'
import { brandError } from './brand.js'
import type { CallFacts, DanaErrorKind, DanaOutcome } from './error-facts.js'

/** What a call knows about itself beside its answer; without it the answer alone is judged. */
export type ResponseErrorFacts = Partial<CallFacts> & { kind?: DanaErrorKind; retryAfterMs?: number | undefined }

/**
 * DANA, or something on the way to it, answered with an HTTP status that is no success, or with a success that can't be
 * read. `outcome` says whether money may have moved.
 *
 * @example
 * try {
 *   await dana.widgetApi.refundOrder(refund)
 * } catch (error) {
 *   if (error instanceof ResponseError && error.outcome === 'refused') await markRefused(error.responseCode)
 *   else await askAgainLater()
 * }
 */
export class ResponseError extends Error {
  override name: 'ResponseError' = 'ResponseError'
  /** The body: the JSON, else the text, whatever it was. */
  // biome-ignore lint/suspicious/noExplicitAny: dana-node's type, which code written against it reads fields of
  rawResponse?: any
  /** The HTTP status: a number, which dana-node's types call a string. */
  // biome-ignore lint/suspicious/noExplicitAny: comparisons with a text and with a number must both compile
  status: any
  /** `error`, `error_code` or `errorCode` of the body, as dana-node reads it. DANA's own code is in `responseCode`. */
  errorCode?: string | undefined
  /** `message`, `error_message` or `errorMessage` of the body, else the HTTP status text, as dana-node reads it. */
  errorMessage?: string | undefined
  readonly kind: DanaErrorKind
  /** May money have moved? */
  readonly outcome: DanaOutcome
  /** DANA's code, `4045701`; of an Open API answer its `resultCodeId`. */
  readonly responseCode: string | undefined
  /** DANA's own words beside the code. */
  readonly responseMessage: string | undefined
  /** X-EXTERNAL-ID of the try that was answered, or the Open API's reqMsgId. DANA's support asks for it. */
  readonly externalId: string | undefined
  /** How many times the request was tried. */
  readonly attempts: number
  /** How long DANA asks to wait before the next try, from `Retry-After`. */
  readonly retryAfterMs: number | undefined

  // biome-ignore lint/suspicious/noExplicitAny: dana-node's constructor, which takes what a mock has
  constructor(response: any, status: any, statusText: any, facts: ResponseErrorFacts = {}) {
    super(`[DANA SDK Error] ${status} ${statusText}`)
    this.rawResponse = response
    this.status = status || response?.status || response?.status_code || response?.statusCode
    this.errorCode = response?.error || response?.error_code || response?.errorCode
    this.errorMessage = response?.message || response?.error_message || response?.errorMessage || statusText
    const classified = classifyResponse(Number(this.status), response)
    this.kind = facts.kind ?? classified.kind
    this.outcome = facts.outcome ?? classified.outcome
    this.responseCode = readResponseCode(response)
    this.responseMessage = readResponseMessage(response)
    this.externalId = facts.externalId
    this.attempts = facts.attempts ?? 1
    this.retryAfterMs = facts.retryAfterMs
  }
}
brandError(ResponseError, 'ResponseError')
