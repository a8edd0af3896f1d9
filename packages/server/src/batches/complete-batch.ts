import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import type { ActorScope } from './batch.js'
import { finalBatchStatus } from './batch-states.js'
import { logBatch } from './log-batch.js'

/** Ends a batch none of whose items is open any more, and tells its merchant; with the batch locked. */
export async function completeBatch(
  connection: Connection,
  { merchantId, isLive, actor }: ActorScope,
  batch: { id: string; doneItems: number; itemCount: number }
): Promise<void> {
  const status = finalBatchStatus(batch.doneItems, batch.itemCount)
  const { rowCount } = await connection.query({
    name: 'complete-batch',
    text: `UPDATE batches SET status = $3, completed_at = arus_now(), updated_at = arus_now()
           WHERE merchant_id = $1 AND id = $2 AND status = 'approved' AND open_items = 0 AND unreleased_items = 0`,
    values: [merchantId, batch.id, status]
  })
  if (rowCount !== 1) throw new Error(`batch ${batch.id} was to be completed with items still open`)
  await logBatch(connection, { merchantId, batchId: batch.id, fromStatus: 'approved', toStatus: status, actor })
  await writeEvent(connection, { merchantId, isLive, type: 'disbursement.completed', batchId: batch.id })
}
