import { type PickedBatch, pickBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import { callRail } from '../rails/call-rail.js'
import type { Rail } from '../rails/rail.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import type { CallLanes } from '../workers/create-call-places.js'
import { type CallQueue, createCallQueue } from '../workers/create-call-queue.js'
import { type ClaimedItem, claimItemsToSend, type ItemToSend, renewLeases } from './claim-items.js'
import { type ClaimedRange, claimRangeToSend, endClaim, renewRange } from './claim-range.js'
import type { TransferReport } from './decide-outcome.js'
import type { ItemReport } from './record-outcomes.js'

export type SenderOptions = {
  pool: Pool
  rails: Map<string, Rail>
  lanes: CallLanes
  workerId: string
  leaseMs: number
  recorder: BatchRecorder<ItemReport>
  onError: (error: unknown) => void
  clock?: Clock
}

export type Sender = {
  /** Claims the next items and starts paying them. @returns how many were claimed. */
  step(): Promise<number>
  /** Claims nothing more, lets calls under way come back, gives back those that did not start. */
  stop(): Promise<void>
}

/** What one claim holds. `leaseEndsMs` by this process's monotonic clock, counted from before the claim was asked for. */
type Claim = {
  batch: PickedBatch
  /** Before it was asked for, by both clocks: what the database said of its items was true then, and leases are renewed since. */
  askedMs: number
  askedAtMs: number
  items: Map<number, ItemToSend>
  /** The range that is held as a whole; undefined where each item has a lease of its own. */
  range: ClaimedRange<ItemToSend> | undefined
  leaseEndsMs: number
  /** The same by the wall clock: the monotonic one stands still while a machine is suspended. */
  leaseEndsAtMs: number
}

const MAX_CLAIM = 500
/** Room between a call's longest duration and the lease's end, for the commit and a busy event loop. */
const LEASE_MARGIN_MS = 1_000
/** After so many deferred calls in a row it is the rail, not the items: claiming pauses, twice as long each time. */
const DEFERRALS_TO_PAUSE = 50
const PAUSE_MS = { first: 1_000, longest: 30_000 }

/** Makes the part of a worker that pays: claim and commit, then call the rail with no transaction open, then record. */
export function createSender(options: SenderOptions): Sender {
  const { pool, rails, lanes, workerId, leaseMs, recorder, onError, clock = SYSTEM_CLOCK } = options
  const queues = new Map<string, CallQueue>()
  const claims = new Set<Claim>()
  const paces = new Map<string, Pace>()
  let stopping = false

  function queueOf(rail: Rail): CallQueue {
    const queue = queues.get(rail.name) ?? createCallQueue({ maxHeld: 2 * MAX_CLAIM })
    queues.set(rail.name, queue)
    return queue
  }

  function paceOf(rail: Rail): Pace {
    const pace = paces.get(rail.name) ?? createPace(leaseMs, clock)
    paces.set(rail.name, pace)
    return pace
  }

  async function send(rail: Rail, queue: CallQueue, claim: Claim, item: ItemToSend): Promise<TransferReport> {
    if (!isLeaseLong(clock, claim, rail) || queue.stopping || !claim.items.has(item.ordinal)) return { kind: 'not_sent' }
    // It never becomes sooner: given back as it is, it would be claimed and given back again until the rail has forgotten.
    if (mayBeForgotten(rail, item, heldMs(clock, claim) + leaseMs)) return { kind: 'not_sent', isTooLate: true }
    const startedMs = clock.elapsedMs()
    const outcome = await callRail(rail, 'transfer', toTransfer(item), clock)
    paceOf(rail).note(clock.elapsedMs() - startedMs, outcome.kind === 'deferred')
    return outcome
  }

  async function record(claim: Claim, { ordinal, attempt }: ClaimedItem, outcome: TransferReport): Promise<void> {
    await recorder.add(claim.batch, { ordinal, attempt, source: 'transfer', outcome })
    claim.items.delete(ordinal)
    if (claim.items.size > 0 || !claims.delete(claim) || claim.range === undefined) return
    // Should it fail, somebody looks at the range after its lease, and finds nothing to do.
    await endClaim(pool, claim.batch, { ...claim.range, purpose: 'send' }).catch(onError)
  }

  // So often that two thirds of a lease are always left: more than the longest call takes, which is half of one.
  const renewEveryMs = leaseMs / 6

  async function renewAll(): Promise<void> {
    // A copy: a set takes in what is added while it is walked, so under load the walk would never end.
    for (const claim of [...claims]) {
      const askedMs = clock.elapsedMs()
      const askedAtMs = clock.nowMs()
      if (claim.leaseEndsMs - askedMs > leaseMs - renewEveryMs) continue
      const items = [...claim.items.values()]
      const { batch, range } = claim
      const held =
        range === undefined
          ? await renewLeases(pool, batch, items, leaseMs)
          : await renewRange(pool, batch, { firstOrdinal: range.firstOrdinal, items, leaseMs, workerId })
      // What is no longer ours must not be sent; what comes back from a call under way is recorded all the same.
      for (const ordinal of claim.items.keys()) if (!held.has(ordinal)) claim.items.delete(ordinal)
      claim.leaseEndsMs = askedMs + leaseMs
      claim.leaseEndsAtMs = askedAtMs + leaseMs
    }
  }
  let cancelRenewal = clock.setTimer(renewEveryMs, renew)
  function renew(): void {
    cancelRenewal = clock.setTimer(renewEveryMs, renew)
    void renewAll().catch(onError)
  }

  return {
    async step() {
      if (stopping) return 0
      const batch = await pickBatch(pool, 'approved', ['ready'])
      if (batch === undefined) return 0
      const rail = rails.get(batch.rail)
      if (rail === undefined)
        throw new Error(`batch ${batch.batchId} is to be paid over the rail ${batch.rail}, which is not configured`)
      const pace = paceOf(rail)
      if (pace.isPaused()) return 0
      const queue = queueOf(rail)
      await queue.waitForRoom()
      if (stopping) return 0

      const askedMs = clock.elapsedMs()
      const askedAtMs = clock.nowMs()
      const limits = { limit: pace.claimLimit(rail), leaseMs, workerId }
      // The straight way first: what comes back to be sent again is never older than what was not sent yet.
      const range = await claimRangeToSend(pool, batch, limits)
      const items = range?.items ?? (await claimItemsToSend(pool, batch, limits))
      const claim: Claim = {
        batch,
        askedMs,
        askedAtMs,
        range,
        items: new Map(items.map((item) => [item.ordinal, item])),
        leaseEndsMs: askedMs + leaseMs,
        leaseEndsAtMs: askedAtMs + leaseMs
      }
      if (items.length > 0) claims.add(claim)
      const lane = lanes.get(rail.name)!
      for (const item of items) {
        queue.add(lane, { call: () => send(rail, queue, claim, item), record: (outcome) => record(claim, item, outcome) })
      }
      // A range of invalid items alone is work done all the same: what is beyond it must not wait for the next poll.
      return range === undefined ? items.length : Math.max(1, items.length)
    },
    async stop() {
      stopping = true
      await Promise.all([...queues.values()].map((queue) => queue.stop()))
      cancelRenewal()
    }
  }
}

function isLeaseLong(clock: Clock, claim: Claim, rail: Rail): boolean {
  const leftMs = Math.min(claim.leaseEndsMs - clock.elapsedMs(), claim.leaseEndsAtMs - clock.nowMs())
  return leftMs > rail.timeoutMs + LEASE_MARGIN_MS
}

/** How long a claim has been ours: a queue may hold its items for many leases, each renewed. */
function heldMs(clock: Clock, claim: Claim): number {
  return Math.max(clock.elapsedMs() - claim.askedMs, clock.nowMs() - claim.askedAtMs)
}

/**
 * An earlier attempt was lost on its way so long ago that the rail may not know a repeat for one any more.
 *
 * @param sinceMs how much longer ago that is than when the item was claimed, at most
 */
function mayBeForgotten(rail: Rail, item: ItemToSend, sinceMs: number): boolean {
  if (item.sinceLostMs === null) return false
  return rail.refusesRepeatsForMs === undefined || item.sinceLostMs + sinceMs > rail.refusesRepeatsForMs
}

function toTransfer(item: ClaimedItem) {
  return {
    reference: item.id,
    amountSen: item.amountSen,
    bankCode: item.bankCode,
    accountNumber: item.accountNumber,
    accountOwnerName: item.accountOwnerName
  }
}

type Pace = ReturnType<typeof createPace>

/** Measures how quick the rail is, and whether it takes anything at all. */
function createPace(leaseMs: number, clock: Clock) {
  let averageCallMs: number | undefined
  let deferrals = 0
  let pausedUntilMs = 0

  return {
    note(callMs: number, deferred: boolean): void {
      averageCallMs = averageCallMs === undefined ? callMs : averageCallMs * 0.9 + callMs * 0.1
      deferrals = deferred ? deferrals + 1 : 0
      if (deferrals >= DEFERRALS_TO_PAUSE) {
        const pauseMs = Math.min(
          PAUSE_MS.longest,
          PAUSE_MS.first * 2 ** Math.min(10, Math.floor(deferrals / DEFERRALS_TO_PAUSE) - 1)
        )
        pausedUntilMs = clock.elapsedMs() + pauseMs
      }
    },
    isPaused: () => clock.elapsedMs() < pausedUntilMs,
    /** No more than the rail takes in a quarter of a lease; before the first answer, as if every call took its longest. */
    claimLimit(rail: Rail): number {
      const callMs = Math.max(1, averageCallMs ?? rail.timeoutMs)
      return Math.max(1, Math.min(MAX_CLAIM, Math.floor((rail.maxConcurrentCalls * leaseMs) / 4 / callMs)))
    }
  }
}
