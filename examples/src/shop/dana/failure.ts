import { FetchError, ResponseError } from '@arus/dana'

/** What a failed call means for money, and DANA's words for it. Anything that is no answer of DANA's is thrown on. */
export function describeFailure(error: unknown): { outcome: 'not_sent' | 'refused' | 'unknown'; code?: string; reason: string } {
  if (error instanceof FetchError) return { outcome: error.outcome, reason: error.message }
  if (!(error instanceof ResponseError)) throw error
  return {
    outcome: error.outcome,
    ...(error.responseCode === undefined ? {} : { code: error.responseCode }),
    reason: error.responseMessage ?? error.message
  }
}
