import type { Outcome } from '../state/outcome.js'
import { ControlError } from './control-error.js'

/**
 * What a command came to, where a refusal is a mistake of whoever controls the sandbox.
 *
 * @throws {ControlError} with the refusal's reason
 */
export function unwrap<Result>(outcome: Outcome<Result>): Result {
  if (!outcome.refused) return outcome
  const { reason, message, detail } = outcome
  const words = message ?? reason.replaceAll('_', ' ')
  throw new ControlError(409, reason, detail === undefined ? words : `${words}: ${detail}`)
}
