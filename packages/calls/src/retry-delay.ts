const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 8_000

/**
 * How long to wait before the next try: a random part of a delay that doubles (full jitter, so that many clients which
 * failed together don't come back together), after what the server asked for.
 */
export function retryDelayMs(facts: { attempts: number; retryAfterMs: number | undefined; random: () => number }): number {
  const ceilingMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (facts.attempts - 1))
  return (facts.retryAfterMs ?? 0) + Math.floor(facts.random() * ceilingMs)
}
