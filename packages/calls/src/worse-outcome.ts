/** May the server have acted on a call? See the clients' documentation of their errors' `outcome`. */
export type Outcome = 'not_sent' | 'refused' | 'unknown'

const WEIGHT: Record<Outcome, number> = { not_sent: 0, refused: 1, unknown: 2 }

/**
 * The outcome of two tries together: the one that leaves more open. A refusal after a try without an answer proves
 * nothing about that try.
 */
export function worseOutcome(one: Outcome, other: Outcome): Outcome {
  return WEIGHT[other] > WEIGHT[one] ? other : one
}
