import { randomUUID } from 'node:crypto'
import { approveWaitingBatch } from '../batches/approve-waiting-batch.js'
import type { PickedBatch } from '../batches/pick-batch.js'
import { type InquiryReport, recordInquiries } from '../batches/record-inquiries.js'
import { pickBatchToRelease, releaseItems } from '../batches/release-items.js'
import { validateItems } from '../batches/validate-items.js'
import { openCases } from '../cases/open-cases.js'
import type { Pool } from '../database/create-pool.js'
import { checkItems } from '../items/check-items.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { recoverClaims } from '../items/recover-claims.js'
import { createSender } from '../items/send-items.js'
import type { Rail } from '../rails/rail.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { createBatchRecorder } from './create-batch-recorder.js'
import { type CallLanes, createCallPlaces } from './create-call-places.js'
import { createCallQueue } from './create-call-queue.js'
import { listenForWork } from './listen-for-work.js'
import { type Loop, runLoop } from './run-loop.js'
import { wakeWorkers } from './wake-workers.js'

export type WorkerOptions = {
  pool: Pool
  rails: readonly Rail[]
  feePerItemSen: bigint
  /** Work beside the batches' own (deliveries, account validations): each claims what is due, does it, and says how much. */
  steps?: { name: string; step(signal: AbortSignal, lanes: CallLanes): Promise<number> }[]
  /** How long a claim lasts unless renewed: what a crash costs. */
  leaseMs?: number
  /** How often to look for work when nobody wakes us. */
  pollMs?: number
  onError: (step: string, error: unknown) => void
  clock?: Clock
  /** Written with each attempt. */
  id?: string
}

export type Worker = {
  id: string
  /** Finishes what is in flight, gives back what has not started, and leaves nothing leased. */
  stop(): Promise<void>
}

const DEFAULT_LEASE_MS = 60_000
const DEFAULT_POLL_MS = 250
/** How long a worker that is to stop waits for a database that is away, before it gives up what it learnt. */
const STOP_WITHOUT_DATABASE_MS = 10_000
/** Outcomes are written this often, or this many at a time: a slow call holds up no other's record. */
const RECORD = { flushAfterMs: 50, maxReports: 500 }

/**
 * Starts a worker: loops that validate, release, pay, ask and whatever else is due. Any number of them, in any number of
 * processes, work side by side on one database.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { pool, feePerItemSen, leaseMs = DEFAULT_LEASE_MS, pollMs = DEFAULT_POLL_MS, clock = SYSTEM_CLOCK } = options
  refuseSlowRails(options.rails, leaseMs)
  const id = options.id ?? `worker_${randomUUID()}`
  const rails = new Map(options.rails.map((rail) => [rail.name, rail]))
  const stopping = new AbortController()
  const actor = 'worker'

  let stopDeadlineMs = Number.POSITIVE_INFINITY
  const givesUp = () => clock.elapsedMs() > stopDeadlineMs

  const outcomes = createBatchRecorder<ItemReport>({
    ...RECORD,
    clock,
    givesUp,
    write: (batch, reports) => recordOutcomes(pool, { ...batch, actor, policy: rails.get(batch.rail)! }, reports),
    setAside: (batch, report, error) => setAside(batch, report.ordinal, report.outcome.kind, error)
  })
  const inquiries = createBatchRecorder<InquiryReport>({
    ...RECORD,
    clock,
    givesUp,
    write: (batch, reports) => recordInquiries(pool, { ...batch, actor, feePerItemSen }, batch.batchId, reports),
    setAside: (batch, report, error) => setAside(batch, report.ordinal, report.outcome.kind, error)
  })

  /** What can't be written is put before a person; the item stays open and is asked about again after its lease. */
  async function setAside(batch: PickedBatch, ordinal: number, learnt: string, error: unknown): Promise<void> {
    options.onError('record', error)
    const connection = await pool.connect()
    try {
      await openCases(connection, { ...batch, id: batch.batchId }, [
        { kind: 'unrecordable', ordinal, detail: { learnt, error: String(error) } }
      ])
    } finally {
      connection.release()
    }
  }

  const places = createCallPlaces(options.rails)
  const largestRail = Math.max(...options.rails.map((rail) => rail.maxConcurrentCalls))
  const checkQueue = createCallQueue({ maxHeld: 2 * largestRail })
  const validateQueue = createCallQueue({ maxHeld: 1_000 })
  const asking = { pool, rails, leaseMs, clock }
  const sender = createSender({
    pool,
    rails,
    lanes: places.openLanes(),
    workerId: id,
    leaseMs,
    recorder: outcomes,
    clock,
    onError: (error) => options.onError('renew', error)
  })

  async function release(): Promise<number> {
    const batch = await pickBatchToRelease(pool)
    if (batch === undefined) return 0
    const released = await releaseItems(pool, batch)
    if (released > 0) await wakeWorkers(pool)
    return released
  }

  const validating = { ...asking, lanes: places.openLanes(), queue: validateQueue, recorder: inquiries, workerId: id }
  const checking = { ...asking, lanes: places.openLanes(), queue: checkQueue, recorder: outcomes }
  const others = places.openLanes()
  const steps: [string, () => Promise<number>][] = [
    ['validate', () => validateItems(validating)],
    ['approve', () => approveWaitingBatch(pool, { actor, feePerItemSen })],
    ['release', release],
    ['recover', () => recoverClaims(pool)],
    ['send', () => sender.step()],
    ['check', () => checkItems(checking)],
    ...(options.steps ?? []).map(({ name, step }): [string, () => Promise<number>] => [name, () => step(stopping.signal, others)])
  ]
  const loops: Loop[] = steps.map(([name, step]) =>
    runLoop({ step, idleMs: pollMs, clock, onError: (error) => options.onError(name, error) })
  )
  const stopListening = listenForWork(
    pool,
    () => {
      for (const loop of loops) loop.wake()
    },
    (error) => options.onError('listen', error),
    clock
  )

  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    stopping.abort()
    stopDeadlineMs = clock.elapsedMs() + STOP_WITHOUT_DATABASE_MS
    // First no new claims, then the calls under way; what they bring back is written before this resolves.
    const queuesEmpty = Promise.all([sender.stop(), checkQueue.stop(), validateQueue.stop()])
    await Promise.all([...loops.map((loop) => loop.stop()), stopListening()])
    await queuesEmpty
    // A claim that was being made while the queues emptied has come in since.
    await Promise.all([sender.stop(), checkQueue.stop(), validateQueue.stop()])
  }

  return {
    id,
    stop() {
      stopped ??= stop()
      return stopped
    }
  }
}

/** A call that may take as long as the lease would never be started: claimed, given back, and claimed again for ever. */
function refuseSlowRails(rails: readonly Rail[], leaseMs: number): void {
  const slow = rails.find((rail) => rail.timeoutMs > leaseMs / 2)
  if (slow === undefined) return
  throw new Error(`a call to the rail ${slow.name} may take ${slow.timeoutMs} ms, more than half of the lease of ${leaseMs} ms`)
}
