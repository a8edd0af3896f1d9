import type { BatchRow } from '../batches/batch.js'
import type { Connection } from '../database/create-pool.js'

/**
 * Takes items of a locked batch off the straight way that were not sent yet, and lets each wait by itself, `ready`: what is
 * learnt of them beside the rail is then decided as of any item that waits to be sent, and a claim under way passes them by. Items
 * that are to be looked at before they may be sent are not on the straight way, and stay as they are.
 */
export async function queueUnsentItems(connection: Connection, batch: BatchRow, ordinals: number[]): Promise<void> {
  if (ordinals.length === 0 || batch.status !== 'approved') return
  await connection.query({
    name: 'queue-unsent-items',
    text: `UPDATE items
           SET status = 'ready', fee_sen = $4, check_count = 0, due_at = arus_now(), updated_at = arus_now(), status_set_at = arus_now()
           WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[]) AND status IN ('valid', 'need_validation')
             AND EXISTS (SELECT 1 FROM batch_cursors WHERE merchant_id = $1 AND batch_id = $2 AND send_from IS NOT NULL)`,
    values: [batch.merchantId, batch.id, ordinals, batch.feePerItemSen]
  })
}
