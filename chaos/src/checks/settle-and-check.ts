import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'
import type { Caller } from '../load/create-caller.js'
import type { AcknowledgedBatch } from '../load/submit-batches.js'
import type { Deeds } from '../plan/carry-out-plan.js'
import type { System } from '../processes/start-system.js'
import { measureSettling } from '../watch/watch-kill.js'
import type { Receiver } from '../webhooks/start-receiver.js'
import { type BatchCheck, checkBatches, findStuckItems } from './check-batches.js'
import { type BookCheck, checkBook, readItems } from './check-book.js'
import { checkEvents } from './check-events.js'
import { checkReplays } from './check-replays.js'
import { readOwnBook } from './read-own-book.js'
import { verifyLedger } from './verify-ledger.js'

export type Outcome = {
  drainSeconds: number
  batches: BatchCheck
  book: BookCheck
  ledger: { checks: number; faults: string[] }
  events: { wrongEvents: string[]; undelivered: string[]; verified: number; refused: string[]; repeated: number }
  replays: { sent: number; faults: string[] }
}

export type SettleOptions = {
  system: System
  pool: Pool
  call: Caller
  acknowledged: readonly AcknowledgedBatch[]
  receiver: Receiver
  deeds: Deeds
  signal: AbortSignal
  /** The bank's own file. */
  bookPath: string
}

const DRAIN_LIMIT_MS = 150_000
const LOOK_AGAIN_MS = 500
/** Sent again in the end; each is a batch of up to 200 items to read once more. */
const REPLAYS = 200

/** Lets a system that runs whole again work off what is open, then holds its rows against everything that is known of it. */
export async function settleAndCheck(options: SettleOptions): Promise<Outcome> {
  const { system, pool, call, acknowledged, receiver, deeds } = options
  const startedMs = performance.now()
  await untilDrained(options)
  const drainSeconds = (performance.now() - startedMs) / 1000

  const replayed = acknowledged.slice(-REPLAYS)
  const replayFaults = await checkReplays(call, replayed, AbortSignal.timeout(DRAIN_LIMIT_MS))
  await Promise.all(deeds.pickups)
  await measureSettling(pool, deeds.workerKills)
  const ledger = await verifyLedger(system.environment)
  // Nothing moves any more while it is looked at.
  await system.stop()
  const book = await readOwnBook(options.bookPath)
  const batches = await checkBatches(pool, acknowledged)
  const { wrongEvents, undelivered } = await checkEvents(pool, batches.finalBatches, receiver.completed)
  return {
    drainSeconds,
    batches,
    book: checkBook(await readItems(pool), book),
    ledger,
    events: {
      wrongEvents,
      undelivered,
      verified: receiver.verified(),
      refused: receiver.refused,
      repeated: [...receiver.completed.values()].filter((times) => times > 1).length
    },
    replays: { sent: replayed.length, faults: replayFaults }
  }
}

/** Until every item is final or before a person, and every end of a batch was told; or until it takes too long. */
async function untilDrained({ pool, acknowledged, receiver, signal }: SettleOptions): Promise<void> {
  const deadlineMs = performance.now() + DRAIN_LIMIT_MS
  while (performance.now() < deadlineMs) {
    const stuck = await findStuckItems(pool)
    if (stuck.length === 0) {
      const { finalBatches } = await checkBatches(pool, acknowledged)
      if (finalBatches.every((id) => receiver.completed.has(id))) return
    }
    await delay(LOOK_AGAIN_MS, undefined, { signal })
  }
}
