import { InvalidOptionError } from '../errors/invalid-option-error.js'

/** The longest delay that a timer of Node takes. */
const LONGEST_TIMEOUT_MS = 2_147_483_647

/**
 * The deadline and the number of repeats of one call, or of a client.
 *
 * @throws {InvalidOptionError} when one is no such number
 */
export function readLimits(
  options: { timeoutMs?: number | undefined; maxRetries?: number | undefined },
  defaults: { timeoutMs: number; maxRetries: number }
): { timeoutMs: number; maxRetries: number } {
  const timeoutMs = options.timeoutMs ?? defaults.timeoutMs
  const maxRetries = options.maxRetries ?? defaults.maxRetries
  if (!(timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw new InvalidOptionError('timeoutMs', `timeoutMs must be more than 0 and at most ${LONGEST_TIMEOUT_MS} milliseconds`)
  }
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw new InvalidOptionError('maxRetries', 'maxRetries must be a whole number, 0 or more')
  }
  return { timeoutMs, maxRetries }
}
