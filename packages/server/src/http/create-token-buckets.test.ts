import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenBuckets } from './create-token-buckets.js'

function makeBuckets(options: { perSecond?: number; burst?: number; maxNames?: number } = {}) {
  const time = { ms: 0 }
  const buckets = createTokenBuckets({ perSecond: 2, burst: 3, maxNames: 100, ...options, elapsedMs: () => time.ms })
  const takeMany = (name: string, count: number) => Array.from({ length: count }, () => buckets.take(name).isTaken)
  return { time, buckets, takeMany }
}

describe('token buckets', () => {
  it('let a burst pass, then say how long to wait, and let one more pass after exactly that', () => {
    const { time, buckets, takeMany } = makeBuckets()
    expect(takeMany('a', 4)).toEqual([true, true, true, false])
    expect(buckets.take('a')).toEqual({ isTaken: false, waitMs: 500 })
    time.ms = 499
    expect(buckets.take('a').isTaken).toBe(false)
    time.ms = 500
    expect(takeMany('a', 2)).toEqual([true, false])
  })

  it('hold up nobody else, and never hold more than a burst', () => {
    const { time, takeMany } = makeBuckets()
    takeMany('a', 10)
    expect(takeMany('b', 3)).toEqual([true, true, true])
    time.ms = 3_600_000
    expect(takeMany('a', 4)).toEqual([true, true, true, false])
  })

  it('take back what was not used, and let what is owed be paid first', () => {
    const { time, buckets, takeMany } = makeBuckets()
    takeMany('a', 3)
    buckets.giveBack('a')
    expect(takeMany('a', 2)).toEqual([true, false])
    buckets.takeAnyway('a')
    buckets.takeAnyway('a')
    expect(buckets.take('a')).toEqual({ isTaken: false, waitMs: 1500 })
    for (let count = 0; count < 1000; count++) buckets.takeAnyway('a')
    expect(buckets.take('a')).toEqual({ isTaken: false, waitMs: 2000 })
    time.ms = 2000
    expect(buckets.take('a').isTaken).toBe(true)
  })

  it('remember no more names than they may, and forget the one longest not heard of', () => {
    const { buckets, takeMany } = makeBuckets({ maxNames: 3, burst: 1 })
    for (const name of ['a', 'b', 'c', 'a', 'd']) buckets.take(name)
    expect(buckets.size()).toBe(3)
    expect(takeMany('a', 1)).toEqual([false])
    expect(takeMany('b', 1)).toEqual([true])
    for (let count = 0; count < 10_000; count++) buckets.take(`stranger ${count}`)
    expect(buckets.size()).toBe(3)
  })

  it('never let more pass than the burst and what came since, in any stretch of time', () => {
    const steps = fc.array(fc.nat(2000), { maxLength: 60 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (waits, perSecond, burst) => {
        const { time, buckets } = makeBuckets({ perSecond, burst })
        let taken = 0
        for (const wait of waits) {
          time.ms += wait
          if (buckets.take('a').isTaken) taken++
        }
        return taken <= burst + (time.ms * perSecond) / 1000 + 1e-6
      })
    )
  })
})
