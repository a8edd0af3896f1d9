import type { Failure } from './failure.js'

/** What decides over a further try, beside the failure itself. */
export type RetryFacts = {
  /** Tries made so far, this one included. */
  attempts: number
  maxRetries: number
  /** Sent twice, it is done once: a GET, a DELETE, a read, or a POST that carries a request key. */
  isRepeatable: boolean
}

/** The only place that decides whether a failed try is repeated. */
export function shouldRetry(failure: Failure, facts: RetryFacts): boolean {
  if (facts.attempts > facts.maxRetries) return false
  switch (failure.kind) {
    // The deadline is one over all tries, and an abort is the caller's will.
    case 'timeout':
    case 'aborted':
      return false
    // Something that speaks another protocol answered. It won't speak this one on the next try, and the server may have acted.
    case 'unreadable':
      return false
    // No connection: nothing was sent, so nothing can be done twice. A broken one may have delivered the request.
    case 'no_answer':
      return failure.outcome === 'not_sent' || facts.isRepeatable
    case 'refusal':
      return shouldRetryRefusal(failure.answer, facts.isRepeatable)
  }
}

function shouldRetryRefusal(
  answer: { status: number; errorCode: string | undefined; retryAfterMs: number | undefined },
  isRepeatable: boolean
): boolean {
  // Turned away at the door, before anything was done.
  if (answer.status === 429 || answer.errorCode === 'SERVER_BUSY') return true
  // From here on an earlier try may still be at work, or be done.
  if (!isRepeatable) return false
  // The same request is being worked on; the server says when its answer can be fetched. Without that word it may never be.
  if (answer.status === 409) return answer.errorCode === 'REQUEST_ALREADY_SUBMITTED' && answer.retryAfterMs !== undefined
  // A server without a live rail won't have one in a second, and a quarantine ends when a person has done something about it.
  if (answer.errorCode === 'RAIL_NOT_CONFIGURED' || answer.errorCode === 'DATABASE_QUARANTINED') return false
  return answer.status === 408 || answer.status >= 500
}
