import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { approveWhenForced } from './approve-when-forced.js'
import type { Scope } from './batch.js'

/**
 * Looks again at the next `force_disburse` batch that waits for balance and is due: because a top-up landed, or a minute
 * has gone by.
 *
 * @returns 1 when one was approved, 0 when there was none to approve.
 */
export async function approveWaitingBatch(pool: Pool, terms: { actor: string; feePerItemSen: bigint }): Promise<number> {
  const { rows } = await pool.query<Scope & { batchId: string }>({
    name: 'next-waiting-batch',
    text: `SELECT merchant_id AS "merchantId", id AS "batchId", is_live AS "isLive" FROM batches
           WHERE status = 'need_approval' AND approval_due_at <= arus_now()
           ORDER BY approval_due_at LIMIT 1`
  })
  const waiting = rows[0]
  if (waiting === undefined) return 0
  const result = await withTransaction(pool, (connection) =>
    approveWhenForced(connection, { ...waiting, ...terms }, waiting.batchId)
  )
  return result === 'approved' ? 1 : 0
}
