import type { Deadline } from '@arus/calls'
import type { CallFacts } from '../errors.js'
import { makeError } from './make-error.js'

/** Between tries nothing is in flight, so the outcome is what the tries before have left. */
export function throwIfEnded(deadline: Deadline, facts: CallFacts): void {
  const endedBy = deadline.endedBy()
  if (endedBy !== undefined) throw makeError({ kind: endedBy, outcome: facts.outcome, cause: deadline.signal.reason }, facts)
}
