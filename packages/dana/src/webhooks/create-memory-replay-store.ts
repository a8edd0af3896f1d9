import type { ReplayClaim, ReplayStore } from './replay-store.js'

export type MemoryReplayStoreOptions = {
  /** How many deliveries it remembers. Default 10,000, which take about 2 MB. */
  maxEntries?: number | undefined
  /** After how long a claim is taken to be left over. Longer than any handler takes. Default 5 minutes. */
  leaseMs?: number | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  clock?: (() => number) | undefined
}

/**
 * Remembers handled deliveries in this process, and no longer than it lives: enough for one process, and for tests. With
 * several processes, or where a restart must not forget, write a {@link ReplayStore} over the database.
 *
 * When it is full it forgets the delivery that was handled first. One in progress is never forgotten: when all of them are,
 * new deliveries are told to come again.
 *
 * @example
 * const handler = createNotificationHandler({ publicKey, replayStore: createMemoryReplayStore(), onNotification: book })
 */
export function createMemoryReplayStore(options: MemoryReplayStoreOptions = {}): ReplayStore {
  const { maxEntries = 10_000, leaseMs = 300_000, clock = Date.now } = options
  const handled = new Set<string>()
  /** In the order in which their leases run out. */
  const claims = new Map<string, { token: string; until: number }>()
  let count = 0

  function makeRoom(now: number): boolean {
    if (handled.size + claims.size < maxEntries) return true
    for (const id of handled) return handled.delete(id)
    for (const [id, { until }] of claims) return until <= now && claims.delete(id)
    return false
  }

  return {
    async begin(id): Promise<ReplayClaim> {
      const now = clock()
      if (handled.has(id)) return { state: 'handled' }
      if ((claims.get(id)?.until ?? now) > now) return { state: 'in_progress' }
      claims.delete(id)
      if (!makeRoom(now)) return { state: 'in_progress' }
      const token = `${++count}`
      claims.set(id, { token, until: now + leaseMs })
      return { state: 'new', token }
    },
    async complete(id) {
      // A claim's room becomes the record's. One whose claim was forgotten after its lease needs room of its own.
      if (!handled.has(id) && (claims.delete(id) || makeRoom(clock()))) handled.add(id)
    },
    async abandon(id, token) {
      if (claims.get(id)?.token === token) claims.delete(id)
    }
  }
}
