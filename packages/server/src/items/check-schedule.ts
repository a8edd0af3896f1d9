const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long to wait before the rail is asked again, by the number of times it was asked: most answers come within seconds. */
const CHECK_DELAYS_MS = [1, 1, 2, 5, 10, 30]
  .map((seconds) => seconds * SECOND)
  .concat(
    [1, 5, 15, 30].map((minutes) => minutes * MINUTE),
    [1, 2, 4, 8].map((hours) => hours * HOUR)
  )

/** The delay before the next question, after so many. Past the end it stays at the longest: the rail is asked until it says. */
export function checkDelayMs(checkCount: number): number {
  return CHECK_DELAYS_MS[Math.min(checkCount, CHECK_DELAYS_MS.length - 1)]!
}

/** Past the last check (some 17 hours) a person is called in. */
export function isPastLastCheck(checkCount: number): boolean {
  return checkCount >= CHECK_DELAYS_MS.length
}
