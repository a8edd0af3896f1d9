import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import { lockBatch } from './read-batch.js'
import { type PayoutTerms, startPayout } from './start-payout.js'

/** A batch that waits for balance is looked at again this often even if no top-up is seen to land. */
const RETRY_AFTER_SECONDS = 60

/**
 * Approves a `force_disburse` batch without a person; its invalid items are left behind. Where the balance does not
 * suffice it waits, its merchant is told once, and it is tried again when a top-up lands.
 */
export async function approveWhenForced(
  connection: Connection,
  terms: PayoutTerms,
  batchId: string
): Promise<'approved' | 'blocked'> {
  const batch = await lockBatch(connection, terms, batchId)
  if (batch.status !== 'need_approval') return 'approved'
  const shortfall = await startPayout(connection, terms, batch)
  if (shortfall === undefined) return 'approved'

  await connection.query({
    name: 'wait-for-balance',
    text: `UPDATE batches SET approval_due_at = arus_now() + make_interval(secs => $3), updated_at = arus_now() WHERE merchant_id = $1 AND id = $2`,
    values: [batch.merchantId, batchId, RETRY_AFTER_SECONDS]
  })
  await writeEvent(connection, {
    merchantId: batch.merchantId,
    isLive: batch.isLive,
    type: 'disbursement.approval_blocked',
    batchId,
    detail: { requiredAmountSen: shortfall.requiredSen, availableAmountSen: shortfall.availableSen }
  })
  return 'blocked'
}
