const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The protocol's five waits, then ours: an endpoint that is down over a weekend still hears of everything. */
export const RETRY_WAITS_MS = [2, 5, 10, 90, 210]
  .map((minutes) => minutes * MINUTE_MS)
  .concat([6, 12, 24, 36].map((hours) => hours * HOUR_MS))

/**
 * How long to wait after the n-th failed attempt of a round, give or take a tenth: after an outage the deliveries of
 * that time don't all come back in the same second.
 *
 * @param failedAttempts 1 after the first
 * @param random gives a number from 0 up to 1
 * @returns undefined when the schedule is used up
 *
 * @example
 * retryDelayMs(1, () => 0.5) // 120000
 */
export function retryDelayMs(failedAttempts: number, random: () => number): number | undefined {
  const waitMs = RETRY_WAITS_MS[failedAttempts - 1]
  return waitMs === undefined ? undefined : Math.round(waitMs * (0.9 + 0.2 * random()))
}
