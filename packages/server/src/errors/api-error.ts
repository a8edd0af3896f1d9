/** Every code that an answer of the API can carry. A new one does not compile until both tables below have it. */
export type ErrorCode =
  | 'DPAY_INVALID_REQUEST'
  | 'DPAY_UNAUTHORIZED_ACCESS'
  | 'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'
  | 'INVALID_DISBURSEMENT_STATUS'
  | 'INSUFFICIENT_BALANCE'
  | 'TEST_MODE_ONLY'
  | 'SCOPE_READ_REQUIRED'
  | 'SCOPE_SUBMIT_REQUIRED'
  | 'SCOPE_APPROVE_REQUIRED'
  | 'SCOPE_MANAGE_REQUIRED'
  | 'KEY_LIMIT_EXCEEDED'
  | 'ADDRESS_NOT_ALLOWED'
  | 'CROSS_SITE_REQUEST'
  | 'DPAY_NOT_FOUND'
  | 'REQUEST_ALREADY_SUBMITTED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'REQUEST_BODY_TOO_LARGE'
  | 'RATE_LIMITED'
  | 'DPAY_INTERNAL_ERROR'
  | 'RAIL_NOT_CONFIGURED'
  | 'SERVER_BUSY'
  | 'DATABASE_QUARANTINED'

export const HTTP_STATUS: Record<ErrorCode, number> = {
  DPAY_INVALID_REQUEST: 400,
  DPAY_UNAUTHORIZED_ACCESS: 401,
  DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY: 403,
  INVALID_DISBURSEMENT_STATUS: 403,
  INSUFFICIENT_BALANCE: 403,
  TEST_MODE_ONLY: 403,
  SCOPE_READ_REQUIRED: 403,
  SCOPE_SUBMIT_REQUIRED: 403,
  SCOPE_APPROVE_REQUIRED: 403,
  SCOPE_MANAGE_REQUIRED: 403,
  KEY_LIMIT_EXCEEDED: 403,
  ADDRESS_NOT_ALLOWED: 403,
  CROSS_SITE_REQUEST: 403,
  DPAY_NOT_FOUND: 404,
  REQUEST_ALREADY_SUBMITTED: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  REQUEST_BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  DPAY_INTERNAL_ERROR: 500,
  RAIL_NOT_CONFIGURED: 503,
  SERVER_BUSY: 503,
  DATABASE_QUARANTINED: 503
}

/** What is said where the place that found the fault says nothing better. */
export const DEFAULT_MESSAGE: Record<ErrorCode, string> = {
  DPAY_INVALID_REQUEST: 'error reading request body',
  DPAY_UNAUTHORIZED_ACCESS: 'invalid Authorization header in request',
  DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY: 'disbursement already exist with given idempotency key',
  INVALID_DISBURSEMENT_STATUS: 'the disbursement is not in a status that allows this',
  INSUFFICIENT_BALANCE: 'insufficient balance',
  TEST_MODE_ONLY: 'only a test key can do this',
  SCOPE_READ_REQUIRED: 'this API key lacks the scope read',
  SCOPE_SUBMIT_REQUIRED: 'this API key lacks the scope submit',
  SCOPE_APPROVE_REQUIRED: 'this API key lacks the scope approve',
  SCOPE_MANAGE_REQUIRED: 'this API key lacks the scope manage',
  KEY_LIMIT_EXCEEDED: 'this goes beyond the limits of the API key',
  ADDRESS_NOT_ALLOWED: 'this API key may not be used from this address',
  CROSS_SITE_REQUEST: 'pages of other sites may not call this server',
  DPAY_NOT_FOUND: 'not found',
  REQUEST_ALREADY_SUBMITTED: 'request already submitted',
  IDEMPOTENCY_KEY_REUSED: 'the idempotency key was used with another request',
  REQUEST_BODY_TOO_LARGE: 'the request body is too large',
  RATE_LIMITED: 'too many requests',
  DPAY_INTERNAL_ERROR: 'internal error',
  RAIL_NOT_CONFIGURED: 'no live rail is configured on this server',
  SERVER_BUSY: 'the server is busy',
  DATABASE_QUARANTINED: 'no new disbursements are taken in until it is known what was paid before the database was restored'
}

/** What is wrong with one field, named by its path in the request (`items[3].amount`). */
export type FieldError = { field: string; message: string }

/**
 * A refusal that the caller is told about: thrown anywhere below a route, turned into the protocol's error body in one
 * place. Anything else that is thrown there is a 500 whose details stay in the log.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly fieldErrors: FieldError[]
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, options: { message?: string; fieldErrors?: FieldError[]; retryAfterSeconds?: number } = {}) {
    super(options.message ?? DEFAULT_MESSAGE[code])
    this.code = code
    this.fieldErrors = options.fieldErrors ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
