import type { Outcome } from '../errors.js'

const NOTHING_DONE: ReadonlySet<string> = new Set(['RAIL_NOT_CONFIGURED', 'SERVER_BUSY', 'DATABASE_QUARANTINED'])

/** May the server have acted, going by an answer that is an error? */
export function answerOutcome(answer: { status: number; errorCode: string | undefined }): Outcome {
  // Only with these codes does a 5xx say that nothing was done; any other may come from half-way.
  if (NOTHING_DONE.has(answer.errorCode ?? '')) return 'refused'
  // It gave up waiting, which says nothing about what had arrived.
  if (answer.status === 408) return 'unknown'
  // Conflict says that a request with this key is known. Only a key that belongs to another request is a plain no.
  if (answer.status === 409) return answer.errorCode === 'IDEMPOTENCY_KEY_REUSED' ? 'refused' : 'unknown'
  return answer.status >= 400 && answer.status < 500 ? 'refused' : 'unknown'
}
