import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelayMs } from './retry-schedule.js'

const minutes = (failedAttempts: number) => {
  const delayMs = retryDelayMs(failedAttempts, () => 0.5)
  return delayMs === undefined ? undefined : delayMs / 60_000
}

describe('retryDelayMs', () => {
  it('waits 2, 5, 10, 90 and 210 minutes, then 6, 12, 24 and 36 hours, then no more', () => {
    const waits = Array.from({ length: 10 }, (_, index) => minutes(index + 1))
    expect(waits).toEqual([2, 5, 10, 90, 210, 6 * 60, 12 * 60, 24 * 60, 36 * 60, undefined])
  })

  it('never strays more than a tenth from the schedule, and reaches both ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failedAttempts, random) => {
          const planned = retryDelayMs(failedAttempts, () => 0.5)!
          const delayMs = retryDelayMs(failedAttempts, () => random)!
          expect(Math.abs(delayMs - planned)).toBeLessThanOrEqual(planned / 10)
        }
      )
    )
    expect(retryDelayMs(1, () => 0)).toBe(108_000)
    expect(retryDelayMs(1, () => 0.999_999_999)).toBe(132_000)
  })
})
