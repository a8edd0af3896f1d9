import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelayMs } from './retry-delay.js'

describe('the wait before the next try', () => {
  it('lies anywhere between zero and a ceiling that doubles up to 8 seconds', () => {
    const highest = (attempts: number) => retryDelayMs({ attempts, retryAfterMs: undefined, random: () => 1 })
    expect([1, 2, 3, 4, 5, 6, 60].map(highest)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
    expect(retryDelayMs({ attempts: 5, retryAfterMs: undefined, random: () => 0 })).toBe(0)
  })

  it('is never shorter than what the server asked for', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(100_000), random, (attempts, retryAfterMs, part) => {
        const delayMs = retryDelayMs({ attempts, retryAfterMs, random: () => part })
        return delayMs >= retryAfterMs && delayMs <= retryAfterMs + 8000 && Number.isInteger(delayMs)
      })
    )
  })
})
