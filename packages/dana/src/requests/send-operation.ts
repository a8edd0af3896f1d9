import { retryDelayMs, startDeadline, worseOutcome } from '@arus/calls'
import { isProduction } from '../client/client-settings.js'
import type { RetryableCallOptions } from '../client/dana-options.js'
import { readLimits } from '../client/read-limits.js'
import { isProductionEnvironment } from '../environment/read-environment.js'
import type { DanaOutcome } from '../errors/error-facts.js'
import { RequiredError } from '../errors/required-error.js'
import { ValidationError } from '../errors/validation-error.js'
import { findMissing } from '../models/find-missing.js'
import type { Operation } from '../models/model.js'
import { toJson } from '../models/to-json.js'
import { validateLimits } from '../models/validate-limits.js'
import type { InitOverrides } from '../runtime/http-types.js'
import type { Failure } from './failure.js'
import { makeError } from './make-error.js'
import { allowedRetries } from './retry-policy.js'
import { shouldRetry } from './should-retry.js'
import { type RequestContent, signRequest } from './sign-request.js'
import { type Sender, tryOperation } from './try-operation.js'

/**
 * The one way to DANA: checks a request, signs and sends it, repeats it where that is safe, and gives the reply or throws a
 * typed error. The body is written once, so that what is signed is what is sent, in every try.
 */
export async function sendOperation<Reply>(
  sender: Sender,
  operation: Operation,
  request: unknown,
  initOverrides?: InitOverrides | undefined,
  options: RetryableCallOptions = {}
): Promise<Reply> {
  const { settings } = sender
  checkRequest(sender, operation, request)
  const limits = readLimits(
    { timeoutMs: options.timeoutMs, maxRetries: allowedRetries(operation.operationId, options.maxRetries, settings.maxRetries) },
    settings
  )
  const content = writeContent(operation, request)
  const deadline = startDeadline(limits.timeoutMs, options.signal)
  let outcome: DanaOutcome = 'not_sent'
  let externalId: string | undefined
  const factsAt = (attempts: number) => ({ outcome, attempts, externalId, operation, timeoutMs: limits.timeoutMs })
  try {
    for (let attempt = 1; ; attempt += 1) {
      const endedBy = deadline.endedBy()
      // Nothing is in flight here, so the outcome is what the tries before have left.
      if (endedBy !== undefined) throw makeError({ kind: endedBy, outcome, cause: deadline.signal.reason }, factsAt(attempt - 1))
      const signed = await signRequest(settings, operation, content)
      externalId = signed.externalId
      const facts = { attempt, deadline, initOverrides, headers: options.headers }
      const result = await tryOperation(sender, operation, signed, facts)
      if (result.ok) return result.reply as Reply
      const { failure } = result
      outcome = worseOutcome(outcome, failure.outcome)
      const error = makeError(failure, factsAt(attempt))
      if (!shouldRetry(failure, { attempts: attempt, maxRetries: limits.maxRetries })) throw error
      const delayMs = retryDelayMs({ attempts: attempt, retryAfterMs: retryAfterOf(failure), random: settings.random })
      // What is known now says more than "timeout" would after a wait for nothing.
      if (delayMs >= deadline.remainingMs()) throw error
      settings.hooks.retry?.({ operation: operation.operationId, attempt, externalId }, failure, delayMs)
      await deadline.sleep(delayMs)
    }
  } finally {
    deadline.release()
  }
}

/**
 * @throws {RequiredError} without a request
 * @throws {ValidationError} when it breaks a limit, or lacks what is mandatory
 */
function checkRequest({ settings }: Sender, operation: Operation, request: unknown): void {
  const { operationId, parameterName } = operation
  if (request === undefined || request === null) {
    const message = `Required parameter "${parameterName}" was null or undefined when calling ${operationId}().`
    throw new RequiredError(parameterName, message)
  }
  // The variables say it too for who moved here from dana-node, which knows this rule's switch by nothing else.
  const production = isProduction(settings) || isProductionEnvironment()
  const contexts = validateLimits(operation.request, request, { now: settings.clock(), production })
  if (settings.checkRequired) {
    for (const field of findMissing(operation.request, request)) contexts.push({ field, message: 'is mandatory' })
  }
  if (contexts.length > 0) throw new ValidationError(contexts)
}

function writeContent(operation: Operation, request: unknown): RequestContent {
  const data = toJson(operation.request, request) as Record<string, unknown>
  return { data, text: JSON.stringify(data) }
}

function retryAfterOf(failure: Failure): number | undefined {
  return failure.kind === 'answer' ? failure.retryAfterMs : undefined
}
