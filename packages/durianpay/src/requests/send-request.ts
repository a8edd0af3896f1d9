import { retryDelayMs, startDeadline, worseOutcome } from '@arus/calls'
import type { CallFacts, Outcome } from '../errors.js'
import type { Call } from './call.js'
import { makeError } from './make-error.js'
import { prepareRequest } from './prepare-request.js'
import { readLimits } from './read-options.js'
import { shouldRetry } from './should-retry.js'
import { throwIfEnded } from './throw-if-ended.js'
import type { CallOptions, Transport } from './transport.js'
import { tryRequest } from './try-request.js'

/**
 * The one way to the server: sends a call, repeats it where that is safe, and gives its result or throws a typed error.
 * Headers, body and keys are made once, so that every try sends the same bytes.
 */
export async function sendRequest<Result>(transport: Transport, call: Call<Result>, options: CallOptions = {}): Promise<Result> {
  const limits = readLimits(options, transport)
  const request = prepareRequest(transport, call)
  const isRepeatable = call.method !== 'POST' || call.requestKey !== undefined || call.isRead === true
  const deadline = startDeadline(limits.timeoutMs, options.signal)
  const factsAt = (outcome: Outcome, attempts: number): CallFacts => {
    return { outcome, attempts, method: call.method, path: call.path, requestKey: call.requestKey }
  }
  try {
    let outcome: Outcome = 'not_sent'
    throwIfEnded(deadline, factsAt(outcome, 0))
    for (let attempts = 1; ; attempts += 1) {
      const result = await tryRequest(transport.fetch, request, call.read, deadline)
      if (result.ok) return result.value
      outcome = worseOutcome(outcome, result.failure.outcome)
      const error = makeError(result.failure, factsAt(outcome, attempts))
      if (!shouldRetry(result.failure, { attempts, maxRetries: limits.maxRetries, isRepeatable })) throw error
      const retryAfterMs = 'answer' in result.failure ? result.failure.answer.retryAfterMs : undefined
      const delayMs = retryDelayMs({ attempts, retryAfterMs, random: transport.random })
      // What is known now says more than "timeout" would after a wait for nothing.
      if (delayMs >= deadline.remainingMs()) throw error
      await deadline.sleep(delayMs)
      throwIfEnded(deadline, factsAt(outcome, attempts))
    }
  } finally {
    deadline.release()
  }
}
