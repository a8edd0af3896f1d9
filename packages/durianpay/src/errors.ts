import { isInstanceByBrand } from '@arus/calls'
import type { ErrorCode, FieldError } from './generated/models.js'

/** The registered symbol under which an error class keeps its name, shared by every copy of this package in a process. */
const BRAND: unique symbol = Symbol.for('@arus/durianpay/error')

/**
 * May the server have acted on the call that failed?
 *
 * - `not_sent`: no. Nothing reached it.
 * - `refused`: no. It answered each try, and each answer says that it did nothing.
 * - `unknown`: perhaps. No answer, an answer that can't be read, a 5xx, or an earlier try of the same call ended so.
 *   Never pay again under a new key after this: repeat the call with the same keys, or look the batch up by its key.
 */
export type Outcome = 'not_sent' | 'refused' | 'unknown'

/** What every failed call knows about itself. */
export type CallFacts = {
  outcome: Outcome
  method: string
  path: string
  /** How many times the request was tried. */
  attempts: number
  /** The X-Idempotency-Key that all tries carried; give it to a later call to go on with this one. */
  requestKey: string | undefined
}

/** What an answer that is an error says. */
export type AnswerFacts = {
  status: number
  /** `error_code` of the body, where it has one. */
  errorCode: ErrorCode | (string & {}) | undefined
  requestId: string | undefined
  fieldErrors: FieldError[]
  /** How long the server asks to wait, from `Retry-After`. */
  retryAfterMs: number | undefined
  /** The body as it came, readable or not. */
  rawBody: string
}

/**
 * Every error that a call of the client rejects with. The set is closed: `isDurianpayError` narrows to the union of its
 * classes, and `kind` tells them apart in a `switch`. `instanceof` also works across the ESM and the CJS copy.
 */
export abstract class DurianpayError extends Error {
  static readonly [BRAND]: string = 'DurianpayError'
  abstract readonly kind: string
  /** May the server have acted? See {@link Outcome}. */
  abstract readonly outcome: Outcome

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked about, which may be one derived from this
    return isInstanceByBrand(this, value, BRAND)
  }
}

/** An option or argument can't be used. Thrown before anything is sent. */
export class InvalidArgumentError extends DurianpayError {
  static override readonly [BRAND] = 'InvalidArgumentError'
  override readonly name = 'InvalidArgumentError'
  readonly kind = 'invalid_argument'
  readonly outcome: 'not_sent' = 'not_sent'
  /** The option or argument, by the name the caller knows it by. */
  readonly argument: string

  constructor(argument: string, problem: string) {
    super(`${argument} ${problem}`)
    this.argument = argument
  }
}

/** A call that was made and failed. */
export abstract class CallError extends DurianpayError {
  static override readonly [BRAND]: string = 'CallError'
  readonly outcome: Outcome
  readonly method: string
  readonly path: string
  readonly attempts: number
  readonly requestKey: string | undefined

  constructor(message: string, facts: CallFacts, options?: ErrorOptions) {
    super(message, options)
    this.outcome = facts.outcome
    this.method = facts.method
    this.path = facts.path
    this.attempts = facts.attempts
    this.requestKey = facts.requestKey
  }
}

/** No answer came: the connection could not be opened (`not_sent`) or broke (`unknown`). `cause` is the network's error. */
export class ConnectionError extends CallError {
  static override readonly [BRAND] = 'ConnectionError'
  override readonly name = 'ConnectionError'
  readonly kind = 'connection'
}

/** The deadline over all tries passed while one was under way. */
export class TimeoutError extends CallError {
  static override readonly [BRAND] = 'TimeoutError'
  override readonly name = 'TimeoutError'
  readonly kind = 'timeout'
}

/** The caller's signal ended the call. `cause` is the signal's reason. */
export class AbortedError extends CallError {
  static override readonly [BRAND] = 'AbortedError'
  override readonly name = 'AbortedError'
  readonly kind = 'aborted'
}

/** The server answered with an error. */
export abstract class ApiError extends CallError {
  static override readonly [BRAND]: string = 'ApiError'
  readonly status: number
  readonly errorCode: ErrorCode | (string & {}) | undefined
  readonly requestId: string | undefined
  readonly fieldErrors: FieldError[]
  readonly retryAfterMs: number | undefined
  readonly rawBody: string

  constructor(message: string, facts: CallFacts, answer: AnswerFacts) {
    super(message, facts)
    this.status = answer.status
    this.errorCode = answer.errorCode
    this.requestId = answer.requestId
    this.fieldErrors = answer.fieldErrors
    this.retryAfterMs = answer.retryAfterMs
    this.rawBody = answer.rawBody
  }
}

/** A 2xx or 3xx whose content is not the protocol's. It may be a success, and is never taken for one: always `unknown`. */
export class UnreadableAnswerError extends ApiError {
  static override readonly [BRAND] = 'UnreadableAnswerError'
  override readonly name = 'UnreadableAnswerError'
  readonly kind = 'unreadable_answer'
}

/** 400, 413, 422 and any other 4xx without a class of its own: the request is wrong. `fieldErrors` says where. */
export class InvalidRequestError extends ApiError {
  static override readonly [BRAND] = 'InvalidRequestError'
  override readonly name = 'InvalidRequestError'
  readonly kind = 'invalid_request'
}

/** 401: the API key is missing, wrong or revoked. */
export class AuthenticationError extends ApiError {
  static override readonly [BRAND] = 'AuthenticationError'
  override readonly name = 'AuthenticationError'
  readonly kind = 'authentication'
}

/**
 * 403: understood and not allowed now: wrong status, not enough balance, batch key used before; or never with this API key:
 * a scope that it lacks, a limit of its own, an address that it may not be used from. `errorCode` says which.
 */
export class ForbiddenError extends ApiError {
  static override readonly [BRAND] = 'ForbiddenError'
  override readonly name = 'ForbiddenError'
  readonly kind = 'forbidden'
}

/** 404: not there, or another merchant's. After a DELETE whose first try got no answer, `outcome` is `unknown`: it may be gone by that try. */
export class NotFoundError extends ApiError {
  static override readonly [BRAND] = 'NotFoundError'
  override readonly name = 'NotFoundError'
  readonly kind = 'not_found'
}

/** 409: a request with this key is being worked on (`unknown`), or the key belongs to another request (`refused`). */
export class ConflictError extends ApiError {
  static override readonly [BRAND] = 'ConflictError'
  override readonly name = 'ConflictError'
  readonly kind = 'conflict'
}

/** 429: too many requests. `retryAfterMs` says when to come back. */
export class RateLimitError extends ApiError {
  static override readonly [BRAND] = 'RateLimitError'
  override readonly name = 'RateLimitError'
  readonly kind = 'rate_limit'
}

/** 5xx or 408: the server, or something on the way to it, gave up. */
export class ServerError extends ApiError {
  static override readonly [BRAND] = 'ServerError'
  override readonly name = 'ServerError'
  readonly kind = 'server'
}

/** The closed set of what a call rejects with. */
export type AnyDurianpayError =
  | InvalidArgumentError
  | ConnectionError
  | TimeoutError
  | AbortedError
  | UnreadableAnswerError
  | InvalidRequestError
  | AuthenticationError
  | ForbiddenError
  | NotFoundError
  | ConflictError
  | RateLimitError
  | ServerError

/**
 * Narrows what was caught to the closed union of the client's errors, so that a `switch (error.kind)` is checked for
 * completeness.
 *
 * @example
 * try {
 *   await client.disbursements.approve(id)
 * } catch (error) {
 *   if (isDurianpayError(error) && error.outcome === 'unknown') await askAgainLater(id)
 *   else throw error
 * }
 */
export function isDurianpayError(error: unknown): error is AnyDurianpayError {
  return error instanceof DurianpayError
}

/**
 * Why a webhook was not accepted.
 *
 * - `unparsable_body`: not UTF-8, not JSON, not an object with `event` and `data`
 * - `unknown_event`: an event that this version doesn't know
 * - `missing_field`, `invalid_field`: `field` names it
 * - `wrong_signature`: no key makes this signature: id or amount were changed, or another key signed
 * - `wrong_mode`: a test key signed what says it is live, or the other way round
 * - `wrong_amount`: the batch that was fetched has another amount than the one signed
 * - `timestamp_too_old`, `timestamp_too_new`: outside the tolerance (Standard Webhooks headers)
 */
export type WebhookVerificationCode =
  | 'unparsable_body'
  | 'unknown_event'
  | 'missing_field'
  | 'invalid_field'
  | 'wrong_signature'
  | 'wrong_mode'
  | 'wrong_amount'
  | 'timestamp_too_old'
  | 'timestamp_too_new'

/** A webhook that must not be believed. Answer it with 400 and do nothing else. */
export class WebhookVerificationError extends Error {
  static readonly [BRAND] = 'WebhookVerificationError'
  override readonly name = 'WebhookVerificationError'
  readonly kind = 'webhook_verification'
  readonly code: WebhookVerificationCode
  /** The field or header at fault, where there is one. */
  readonly field: string | undefined

  constructor(code: WebhookVerificationCode, message: string, field?: string) {
    super(message)
    this.code = code
    this.field = field
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked about, which may be one derived from this
    return isInstanceByBrand(this, value, BRAND)
  }
}
