import type { BatchRow } from '../batches/batch.js'
import { lockBatchIfThere } from '../batches/read-batch.js'
import type { Connection } from '../database/create-pool.js'

/**
 * Locks the batches of which a compared statement has lines that contradict an item, so that none of them is approved
 * meanwhile: whoever approves one later sees the lines. Before the cases are opened, as in every transaction.
 *
 * @returns those that are approved already
 */
export async function lockContradictedBatches(
  connection: Connection,
  { statementId, isLive }: { statementId: string; isLive: boolean }
): Promise<BatchRow[]> {
  const { rows } = await connection.query<{ merchantId: string; batchId: string }>({
    name: 'find-contradicted-batches',
    text: `SELECT merchant_id AS "merchantId", batch_id AS "batchId" FROM statement_lines
           WHERE statement_id = $1 AND state IN ('contradicted', 'amount_differs')
           UNION SELECT merchant_id, batch_id FROM statement_returns WHERE statement_id = $1 AND state = 'return_unclear' ORDER BY 1, 2`,
    values: [statementId]
  })
  const approved: BatchRow[] = []
  for (const { merchantId, batchId } of rows) {
    const batch = await lockBatchIfThere(connection, { merchantId, isLive }, batchId)
    if (batch?.status === 'approved') approved.push(batch)
  }
  return approved
}
