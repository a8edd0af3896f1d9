import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError, DEFAULT_MESSAGE, HTTP_STATUS } from '../errors/api-error.js'
import { maskSecrets } from './mask-secrets.js'
import { setSecurityHeaders } from './security-headers.js'

/** The body of every answer that is not a success. `errors` is there only where fields are at fault. */
export type ErrorBody = {
  error: string
  error_code: string
  request_id: string
  message: string
  errors?: { field: string; message: string }[]
}

/** Gives an app the protocol's error body, for whatever goes wrong on it: refusals, faults of ours, routes nobody has. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | ApiError>((error, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request) => {
    throw refuseUnknownPath(request)
  })
}

/** Makes the refusal of a route that nobody has, or of an identifier that can't be one. */
export function refuseUnknownPath(request: FastifyRequest): ApiError {
  return new ApiError('DPAY_NOT_FOUND', {
    message: maskSecrets(`there is no ${request.method} ${request.url.split('?', 1)[0]!.slice(0, 200)}`)
  })
}

/** The one place where an error becomes an answer. Details of a 5xx stay in the log. */
export function answerError(thrown: FastifyError | ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toApiError(thrown, request)
  const statusCode = HTTP_STATUS[error.code]
  if (error.code === 'DPAY_INTERNAL_ERROR') request.log.error({ err: thrown }, 'the request failed')
  if (error.retryAfterSeconds !== undefined) reply.header('Retry-After', String(error.retryAfterSeconds))
  // Where the framework refuses an address by itself, nothing else has run before.
  setSecurityHeaders(request, reply)
  reply.header('X-Request-Id', request.id)
  // The framework closes the connection after any fault of a body, in case more of it comes.
  if (request.raw.complete) reply.removeHeader('connection')
  if (statusCode === 401) reply.header('WWW-Authenticate', 'Basic realm="disbursements"')
  return reply.code(statusCode).type('application/json; charset=utf-8').send(presentError(error, request.id))
}

/** Writes a refusal as the protocol does. Old clients need both `error` and `error_code`, and fail without. */
export function presentError(error: ApiError, requestId: string): ErrorBody {
  const body: ErrorBody = { error: error.message, error_code: error.code, request_id: requestId, message: error.message }
  if (error.fieldErrors.length > 0) body.errors = error.fieldErrors
  return body
}

function toApiError(error: FastifyError | ApiError, request: FastifyRequest): ApiError {
  if (error instanceof ApiError) return error
  const statusCode = error.statusCode ?? 500
  if (statusCode === 413) return new ApiError('REQUEST_BODY_TOO_LARGE')
  if (error.code === 'FST_ERR_BAD_URL') return refuseUnknownPath(request)
  // Other refusals of the framework.
  if (statusCode >= 400 && statusCode < 500) return new ApiError('DPAY_INVALID_REQUEST', { message: error.message })
  return new ApiError('DPAY_INTERNAL_ERROR', { message: DEFAULT_MESSAGE.DPAY_INTERNAL_ERROR })
}
