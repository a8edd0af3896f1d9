import type { BatchStatus } from '../batches/batch-states.js'
import { type PickedBatch, pickBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import type { Rail } from '../rails/rail.js'
import type { Clock } from '../time/clock.js'
import type { CallQueue } from '../workers/create-call-queue.js'
import { type AskedItem, claimItemsToAsk } from './claim-items.js'
import type { ItemStatus } from './item-states.js'

export type AskContext = { pool: Pool; rails: Map<string, Rail>; leaseMs: number; queue: CallQueue; clock?: Clock }

/** This process is to stop: the item goes back as it was. */
type NotAsked = { kind: 'not_sent' }

/** What is asked of a rail, about which items of which batches, and where the answers go. */
export type Question<Outcome> = {
  batchStatus: BatchStatus
  itemStatuses: ItemStatus[]
  maxItems: number
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
  { pool, rails, leaseMs, queue }: AskContext,
  question: Question<Outcome>
): Promise<number> {
  await queue.waitForRoom()
  if (queue.stopping) return 0
  const { batchStatus, itemStatuses, maxItems } = question
  const batch = await pickBatch(pool, batchStatus, itemStatuses)
  if (batch === undefined) return 0
  const rail = rails.get(batch.rail)
  if (rail === undefined) throw new Error(`batch ${batch.batchId} goes over the rail ${batch.rail}, which is not configured`)
  const items = await claimItemsToAsk(pool, batch, { statuses: itemStatuses, limit: maxItems, leaseMs })
  for (const item of items) {
    queue.add<Outcome | NotAsked>({
      call: async () => (queue.stopping ? { kind: 'not_sent' } : await question.ask(rail, item)),
      record: (outcome) => question.record(batch, item, outcome)
    })
  }
  return items.length
}
