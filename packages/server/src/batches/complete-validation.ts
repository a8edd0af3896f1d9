import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import type { ActorScope } from './batch.js'
import { logBatch } from './log-batch.js'

/**
 * Ends a batch's validation: it waits for approval from now on, and its merchant is told. A batch whose validation was
 * skipped has nothing to tell. Within the transaction that wrote the last result, with the batch locked.
 */
export async function completeValidation(
  connection: Connection,
  { merchantId, isLive, actor }: ActorScope,
  batchId: string
): Promise<void> {
  const { rows } = await connection.query<{ skipValidation: boolean }>({
    name: 'complete-validation',
    text: `UPDATE batches SET status = 'need_approval', validated_at = arus_now(), updated_at = arus_now()
           WHERE merchant_id = $1 AND id = $2 AND status = 'validating' AND unvalidated_items = 0
           RETURNING skip_validation AS "skipValidation"`,
    values: [merchantId, batchId]
  })
  if (rows[0] === undefined) throw new Error(`batch ${batchId} still has items to validate`)
  await logBatch(connection, { merchantId, batchId, fromStatus: 'validating', toStatus: 'need_approval', actor })
  if (!rows[0].skipValidation) {
    await writeEvent(connection, { merchantId, isLive, type: 'disbursement.validation_completed', batchId })
  }
}
