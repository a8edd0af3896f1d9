import type { CallFacts } from '../errors/error-facts.js'
import { FetchError } from '../errors/fetch-error.js'
import { ResponseError } from '../errors/response-error.js'
import type { Operation } from '../models/model.js'
import type { Failure } from './failure.js'
import { NO_RESPONSE } from './fetch-with-middleware.js'

/** The typed error of a call that failed for good. */
export function makeError(
  failure: Failure,
  { operation, timeoutMs, ...facts }: CallFacts & { operation: Operation; timeoutMs: number }
): ResponseError | FetchError {
  switch (failure.kind) {
    case 'answer': {
      const { body, status, statusText, errorKind: kind, retryAfterMs } = failure
      return new ResponseError(body, status, statusText, { ...facts, kind, retryAfterMs })
    }
    case 'network':
      return new FetchError(failure.cause as Error, NO_RESPONSE, { ...facts, kind: 'network' })
    case 'timeout': {
      const message = `${operation.operationId} got no answer within ${timeoutMs} ms`
      return new FetchError(asError(failure.cause), message, { ...facts, kind: 'timeout' })
    }
    case 'aborted': {
      const message = `${operation.operationId} was aborted by the caller's signal`
      return new FetchError(asError(failure.cause), message, { ...facts, kind: 'aborted' })
    }
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason), { cause: reason })
}
