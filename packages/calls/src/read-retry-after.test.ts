import { describe, expect, it } from 'vitest'
import { readRetryAfterMs } from './read-retry-after.js'

const NOW_MS = Date.parse('2026-07-03T02:10:00Z')

describe('Retry-After', () => {
  it('is read in seconds', () => {
    expect(readRetryAfterMs('0', NOW_MS)).toBe(0)
    expect(readRetryAfterMs(' 120 ', NOW_MS)).toBe(120_000)
  })

  it('is read as a date, and one that has passed means now', () => {
    expect(readRetryAfterMs('Fri, 03 Jul 2026 02:10:05 GMT', NOW_MS)).toBe(5000)
    expect(readRetryAfterMs('Fri, 03 Jul 2026 02:09:00 GMT', NOW_MS)).toBe(0)
  })

  it('counts as absent when it is neither', () => {
    for (const header of [null, '', '-1', '1.5', 'soon', '1e3', 'Fri, nonsense']) {
      expect(readRetryAfterMs(header, NOW_MS)).toBeUndefined()
    }
  })
})
