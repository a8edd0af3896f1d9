import type { Connection } from '../database/create-pool.js'
import { type BatchStatus, isAllowedBatchMove } from './batch-states.js'

/** What happened to a batch: a change of its status, who made it, and what else a later reader needs. */
export type BatchLogEntry = {
  merchantId: string
  batchId: string
  fromStatus: BatchStatus | null
  toStatus: BatchStatus
  actor: string
  detail?: Record<string, unknown>
}

/** Writes the change of status into the batch's log, in the transaction that makes it. An illegal move ends that transaction. */
export async function logBatch(connection: Connection, entry: BatchLogEntry): Promise<void> {
  if (entry.fromStatus !== null && !isAllowedBatchMove(entry.fromStatus, entry.toStatus)) {
    throw new Error(`batch ${entry.batchId} can't go from ${entry.fromStatus} to ${entry.toStatus}`)
  }
  await connection.query({
    name: 'log-batch',
    text: `INSERT INTO batch_log (merchant_id, batch_id, from_status, to_status, actor, detail, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, arus_now())`,
    values: [entry.merchantId, entry.batchId, entry.fromStatus, entry.toStatus, entry.actor, JSON.stringify(entry.detail ?? {})]
  })
}
