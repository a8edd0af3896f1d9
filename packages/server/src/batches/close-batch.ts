import { appendAudit } from '../audit/append-audit.js'
import type { NewAuditEntry } from '../audit/audit-entry.js'
import type { Connection } from '../database/create-pool.js'
import type { ActorScope, BatchRow } from './batch.js'
import type { BatchStatus } from './batch-states.js'
import { logBatch } from './log-batch.js'
import { lockBatch, readBatch } from './read-batch.js'
import { refuseStatus } from './refuse-status.js'

/** Until a batch is approved it can be turned down: no money is set aside for it yet. */
const NOT_APPROVED_YET: BatchStatus[] = ['validating', 'need_approval']

/** Turns a batch down, for a reason that stays on record. Its `idempotency_key` stays used up. */
export async function rejectBatch(connection: Connection, scope: ActorScope, batchId: string, reason: string): Promise<BatchRow> {
  const batch = await lockBatch(connection, scope, batchId)
  if (!NOT_APPROVED_YET.includes(batch.status)) refuseStatus(batch, 'rejected')
  await closeBatch(connection, scope, batch, 'rejected', reason)
  const rejected = await readBatch(connection, scope, batchId)
  await appendAudit(connection, describeClosing(scope, batch, 'batch.rejected', { reason }))
  return rejected
}

/** Deletes a batch: from now on it answers 404. Its rows and its `idempotency_key` stay. */
export async function deleteBatch(connection: Connection, scope: ActorScope, batchId: string): Promise<void> {
  const batch = await lockBatch(connection, scope, batchId)
  if (!NOT_APPROVED_YET.includes(batch.status)) refuseStatus(batch, 'deleted')
  await closeBatch(connection, scope, batch, 'deleted', '')
  await appendAudit(connection, describeClosing(scope, batch, 'batch.deleted'))
}

function describeClosing(
  { merchantId, isLive, actor }: ActorScope,
  batch: BatchRow,
  action: 'batch.rejected' | 'batch.deleted',
  detail: { reason?: string } = {}
): NewAuditEntry {
  return { merchantId, isLive, actor, action, subject: batch.id, detail: { ...detail, from_status: batch.status } }
}

async function closeBatch(
  connection: Connection,
  { merchantId, actor }: ActorScope,
  batch: BatchRow,
  toStatus: 'rejected' | 'deleted',
  reason: string
): Promise<void> {
  await connection.query({
    name: 'close-batch',
    text: `UPDATE batches SET status = $3, reject_reason = $4, approval_due_at = NULL, updated_at = arus_now() WHERE merchant_id = $1 AND id = $2`,
    values: [merchantId, batch.id, toStatus, reason]
  })
  await logBatch(connection, { merchantId, batchId: batch.id, fromStatus: batch.status, toStatus, actor, detail: { reason } })
}
