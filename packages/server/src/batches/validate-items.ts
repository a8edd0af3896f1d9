import type { Pool } from '../database/create-pool.js'
import { claimItemsToAsk } from '../items/claim-items.js'
import { callRail } from '../rails/call-rail.js'
import type { InquiryOutcome, Rail } from '../rails/rail.js'
import type { BatchRecorder } from '../workers/create-batch-recorder.js'
import type { CallQueue } from '../workers/create-call-queue.js'
import { pickBatch } from './pick-batch.js'
import type { InquiryReport } from './record-inquiries.js'

export type ValidateOptions = {
  pool: Pool
  rails: Map<string, Rail>
  leaseMs: number
  recorder: BatchRecorder<InquiryReport>
  queue: CallQueue
}

const MAX_CLAIM = 500

/**
 * Asks the bank about the accounts of the next items to be validated. A question asked twice does no harm, so nothing
 * fences it: the first answer counts.
 *
 * @returns how many were claimed; their answers are recorded as they come.
 */
export async function validateItems({ pool, rails, leaseMs, recorder, queue }: ValidateOptions): Promise<number> {
  await queue.waitForRoom()
  if (queue.stopping) return 0
  const batch = await pickBatch(pool, 'validating', ['need_validation'])
  if (batch === undefined) return 0
  const rail = rails.get(batch.rail)
  if (rail === undefined)
    throw new Error(`batch ${batch.batchId} is to be validated over the rail ${batch.rail}, which is not configured`)
  const items = await claimItemsToAsk(pool, batch, { statuses: ['need_validation'], limit: MAX_CLAIM, leaseMs })
  for (const { ordinal, checkCount, bankCode, accountNumber, accountOwnerName } of items) {
    queue.add<InquiryOutcome>({
      call: async () =>
        queue.stopping
          ? { kind: 'unknown', reason: 'not asked' }
          : await callRail(rail, 'inquire', { bankCode, accountNumber, accountOwnerName }),
      record: (outcome) => recorder.add(batch, { ordinal, checkCount, outcome })
    })
  }
  return items.length
}
