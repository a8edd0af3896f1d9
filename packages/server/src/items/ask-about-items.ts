import type { BatchStatus } from '../batches/batch-states.js'
import { type PickedBatch, pickBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import type { Rail } from '../rails/rail.js'
import type { Clock } from '../time/clock.js'
import type { CallLanes } from '../workers/create-call-places.js'
import type { CallQueue } from '../workers/create-call-queue.js'
import { type AskedItem, claimItemsToAsk } from './claim-items.js'
import type { ClaimedRange } from './claim-range.js'
import type { ItemStatus } from './item-states.js'

export type AskContext = {
  pool: Pool
  rails: Map<string, Rail>
  lanes: CallLanes
  leaseMs: number
  queue: CallQueue
  clock?: Clock
}

/** This process is to stop: the item goes back as it was. */
type NotAsked = { kind: 'not_sent' }

/** What is asked of a rail, about which items of which batches, and where the answers go. */
export type Question<Outcome> = {
  batchStatus: BatchStatus
  itemStatuses: ItemStatus[]
  maxItems: number
  /** Items on the straight way, which are taken first. */
  range?: {
    claim(batch: PickedBatch): Promise<ClaimedRange<AskedItem> | undefined>
    /** Called once all of a range's answers are recorded, or set aside. */
    end(batch: PickedBatch, range: ClaimedRange<AskedItem>): Promise<void>
  }
  ask(rail: Rail, item: AskedItem): Promise<Outcome>
  record(batch: PickedBatch, item: AskedItem, outcome: Outcome | NotAsked): Promise<void>
}

/**
 * Claims the next items of the batch whose turn it is, and asks its rail about each. A question asked twice does no harm,
 * so only the claim's lease keeps two workers apart.
 *
 * @returns how many were claimed; their answers are recorded as they come.
 */
export async function askAboutItems<Outcome>(
  { pool, rails, lanes, leaseMs, queue }: AskContext,
  question: Question<Outcome>
): Promise<number> {
  await queue.waitForRoom()
  if (queue.stopping) return 0
  const { batchStatus, itemStatuses, maxItems } = question
  const batch = await pickBatch(pool, batchStatus, itemStatuses)
  if (batch === undefined) return 0
  const rail = rails.get(batch.rail)
  if (rail === undefined) throw new Error(`batch ${batch.batchId} goes over the rail ${batch.rail}, which is not configured`)
  const range = await question.range?.claim(batch)
  const items = range?.items ?? (await claimItemsToAsk(pool, batch, { statuses: itemStatuses, limit: maxItems, leaseMs }))
  const lane = lanes.get(rail.name)!
  let unrecorded = items.length
  for (const item of items) {
    queue.add<Outcome | NotAsked>(lane, {
      call: async () => (queue.stopping ? { kind: 'not_sent' } : await question.ask(rail, item)),
      async record(outcome) {
        await question.record(batch, item, outcome)
        unrecorded--
        if (unrecorded === 0 && range !== undefined) await question.range?.end(batch, range)
      }
    })
  }
  if (range !== undefined && items.length === 0) await question.range?.end(batch, range)
  // A range without an item to ask about is work done all the same: what is beyond it must not wait for the next poll.
  return range === undefined ? items.length : Math.max(1, items.length)
}
