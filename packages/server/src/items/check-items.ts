import { pickBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import { callRail } from '../rails/call-rail.js'
import type { Rail, StatusOutcome } from '../rails/rail.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import type { CallQueue } from '../workers/create-call-queue.js'
import { claimItemsToAsk } from './claim-items.js'
import type { ItemReport } from './record-outcomes.js'

export type CheckOptions = {
  pool: Pool
  rails: Map<string, Rail>
  leaseMs: number
  recorder: BatchRecorder<ItemReport>
  queue: CallQueue
}

const MAX_CLAIM = 200

/**
 * Asks the rail, by our reference, about items that wait for an answer: accepted, unknown, and those found in `sending`
 * after their lease, whose worker is gone. Those are never sent again from there.
 *
 * @returns how many were claimed; their answers are recorded as they come.
 */
export async function checkItems({ pool, rails, leaseMs, recorder, queue }: CheckOptions): Promise<number> {
  await queue.waitForRoom()
  if (queue.stopping) return 0
  const batch = await pickBatch(pool, 'approved', ['sending', 'accepted', 'unknown'])
  if (batch === undefined) return 0
  const rail = rails.get(batch.rail)
  if (rail === undefined) throw new Error(`batch ${batch.batchId} was paid over the rail ${batch.rail}, which is not configured`)
  const items = await claimItemsToAsk(pool, batch, { statuses: ['sending', 'accepted', 'unknown'], limit: MAX_CLAIM, leaseMs })
  for (const item of items) {
    queue.add<StatusOutcome>({
      call: async () => (queue.stopping ? { kind: 'unknown', reason: 'not asked' } : await callRail(rail, 'status', item.id)),
      record: (outcome) => recorder.add(batch, { ordinal: item.ordinal, attempt: item.attempt, source: 'status', outcome })
    })
  }
  return items.length
}
