import { parseResponseCode } from '@arus/snap-bi'
import type { Failure } from './failure.js'

/** Whether a further try of an operation that may be repeated makes sense, by HTTP status and case of DANA's code. */
const BY_CODE: Record<string, boolean> = {
  '408/00': true,
  '429/00': true,
  // General Error: DANA says not to try again.
  '500/00': false,
  // Internal Server Error: DANA says to send the same again.
  '500/01': true,
  '500/02': true,
  '504/00': true
}

/** The same by HTTP status alone, for answers that hold no code of DANA's. */
const BY_STATUS: Record<number, boolean> = { 408: true, 429: true, 500: true, 502: true, 503: true, 504: true }

/** The one place that decides whether a failed try is repeated, once the operation and the call allow it. */
export function shouldRetry(failure: Failure, facts: { attempts: number; maxRetries: number }): boolean {
  if (facts.attempts > facts.maxRetries) return false
  switch (failure.kind) {
    // The deadline is one over all tries, and an abort is the caller's will.
    case 'timeout':
    case 'aborted':
      return false
    case 'network':
      return true
    case 'answer': {
      const code = parseResponseCode(failure.responseCode)
      const byCode = code === undefined ? undefined : BY_CODE[`${code.httpStatus}/${code.caseCode}`]
      return byCode ?? BY_STATUS[failure.status] ?? false
    }
  }
}
