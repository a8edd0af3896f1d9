import {
  AbortedError,
  type AnyDurianpayError,
  AuthenticationError,
  type CallFacts,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnreadableAnswerError
} from '../errors.js'
import type { Failure } from './failure.js'

/** The typed error of a call that failed for good. */
export function makeError(failure: Failure, facts: CallFacts): AnyDurianpayError {
  const call = `${facts.method} ${facts.path}`
  switch (failure.kind) {
    case 'no_answer':
      return new ConnectionError(`${call}: ${connectionProblem(failure)}`, facts, { cause: failure.cause })
    case 'timeout':
      return new TimeoutError(`${call}: the deadline passed`, facts, { cause: failure.cause })
    case 'aborted':
      return new AbortedError(`${call}: aborted by the caller`, facts, { cause: failure.cause })
    case 'unreadable':
      return new UnreadableAnswerError(`${call}: the answer (HTTP ${failure.answer.status}) can't be read`, facts, failure.answer)
    case 'refusal': {
      const code = failure.answer.errorCode === undefined ? '' : ` (${failure.answer.errorCode})`
      return new (classOf(failure.answer.status))(`${call}: ${failure.message}${code}`, facts, failure.answer)
    }
  }
}

function connectionProblem(failure: { outcome: string; cause: unknown }): string {
  if (failure.outcome === 'not_sent') return 'could not connect'
  return 'the connection broke before the answer was there'
}

function classOf(status: number) {
  if (status === 408 || status >= 500) return ServerError
  return CLASS_OF_STATUS.get(status) ?? InvalidRequestError
}

const CLASS_OF_STATUS = new Map<
  number,
  typeof AuthenticationError | typeof ForbiddenError | typeof NotFoundError | typeof ConflictError | typeof RateLimitError
>([
  [401, AuthenticationError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
  [429, RateLimitError]
])
