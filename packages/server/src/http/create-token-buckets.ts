/** One bucket of tokens for each of many names, of which only so many are remembered. */
export type TokenBuckets = {
  /** Takes a token; or, where none is left, says how long until there is one. */
  take(name: string): { isTaken: true } | { isTaken: false; waitMs: number }
  /** Takes one whether there is one or not: what is owed is paid off first. */
  takeAnyway(name: string): void
  giveBack(name: string): void
  /** How many are remembered. */
  size(): number
}

type Bucket = { tokens: number; atMs: number }

/**
 * Makes token buckets: a name may do `burst` things at once, and `perSecond` in the long run.
 *
 * Where more names come than are remembered, the one that was longest not heard of is forgotten, so that memory stays
 * bounded whoever calls; it then begins with a full bucket again.
 *
 * @param elapsedMs a clock that never goes back
 *
 * @example
 * const buckets = createTokenBuckets({ perSecond: 100, burst: 1000, maxNames: 10_000, elapsedMs: clock.elapsedMs })
 * buckets.take('key_1') // { isTaken: true }
 */
export function createTokenBuckets(options: {
  perSecond: number
  burst: number
  maxNames: number
  elapsedMs: () => number
}): TokenBuckets {
  const { perSecond, burst, maxNames, elapsedMs } = options
  // In the order in which they were last heard of.
  const buckets = new Map<string, Bucket>()

  function touch(name: string): Bucket {
    const atMs = elapsedMs()
    const before = buckets.get(name)
    const tokens = before === undefined ? burst : Math.min(burst, before.tokens + ((atMs - before.atMs) * perSecond) / 1000)
    const bucket = { tokens, atMs }
    buckets.delete(name)
    buckets.set(name, bucket)
    if (buckets.size > maxNames) buckets.delete(buckets.keys().next().value!)
    return bucket
  }

  return {
    take(name) {
      const bucket = touch(name)
      if (bucket.tokens < 1) return { isTaken: false, waitMs: ((1 - bucket.tokens) * 1000) / perSecond }
      bucket.tokens -= 1
      return { isTaken: true }
    },
    takeAnyway(name) {
      const bucket = touch(name)
      // Nobody owes more than one burst, so the wait has an end that can be told.
      bucket.tokens = Math.max(-burst, bucket.tokens - 1)
    },
    giveBack(name) {
      const bucket = touch(name)
      bucket.tokens = Math.min(burst, bucket.tokens + 1)
    },
    size: () => buckets.size
  }
}
