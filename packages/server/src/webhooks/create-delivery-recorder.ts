import type { Pool } from '../database/create-pool.js'
import type { Clock } from '../time/clock.js'
import type { ClaimedDelivery } from './claim-deliveries.js'
import { type DeliveryResult, type RecordedDelivery, recordDeliveries } from './record-deliveries.js'

/** Resolves when the result is written. Rejects when it could not be. */
export type RecordDelivery = (delivery: ClaimedDelivery, result: DeliveryResult) => Promise<void>

type Entry = RecordedDelivery & { resolve: () => void; reject: (error: unknown) => void }

/** A delivery holds its place until its result is written, so this is short. */
const FLUSH_AFTER_MS = 20
const MAX_RESULTS = 200

/**
 * Makes what writes results together: hundreds of deliveries a second are tens of commits. Where writing them together
 * fails, each is written alone, so that one which can't be written spoils no other.
 */
export function createDeliveryRecorder(pool: Pool, clock: Clock): RecordDelivery {
  let waiting: Entry[] = []
  let cancelTimer: (() => void) | undefined

  function flush(): void {
    cancelTimer?.()
    cancelTimer = undefined
    const entries = waiting
    waiting = []
    void writeAll(pool, entries)
  }

  return (delivery, result) =>
    new Promise((resolve, reject) => {
      waiting.push({ delivery, result, resolve, reject })
      if (waiting.length >= MAX_RESULTS) flush()
      else cancelTimer ??= clock.setTimer(FLUSH_AFTER_MS, flush)
    })
}

async function writeAll(pool: Pool, entries: readonly Entry[]): Promise<void> {
  try {
    await recordDeliveries(pool, entries)
    for (const entry of entries) entry.resolve()
  } catch (error) {
    if (entries.length === 1) entries[0]!.reject(error)
    else for (const entry of entries) await writeAll(pool, [entry])
  }
}
