import { appendAudit } from '../audit/append-audit.js'
import type { NewAuditEntry } from '../audit/audit-entry.js'
import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import type { BatchRow } from './batch.js'
import { describeApproval } from './describe-approval.js'
import { lockBatch } from './read-batch.js'
import { type PayoutTerms, startPayout } from './start-payout.js'

/** A batch that waits for balance is looked at again this often even if no top-up is seen to land. */
const RETRY_AFTER_SECONDS = 60

/**
 * Approves a `force_disburse` batch without a person; its invalid items are left behind. Where the balance does not
 * suffice it waits, its merchant is told once, and it is tried again when a top-up lands.
 *
 * The last that its transaction does, since it ends with the audit log.
 *
 * @param entriesBefore what else the transaction did that goes on record, in the order in which it was done
 */
export async function approveWhenForced(
  connection: Connection,
  terms: PayoutTerms,
  batchId: string,
  entriesBefore: NewAuditEntry[] = []
): Promise<'approved' | 'blocked'> {
  const batch = await lockBatch(connection, terms, batchId)
  const isWaiting = batch.status === 'need_approval'
  const isBlocked = isWaiting && (await approveOrWait(connection, terms, batch)) === 'blocked'
  for (const entry of entriesBefore) await appendAudit(connection, entry)
  if (isWaiting && !isBlocked) await appendAudit(connection, describeApproval(terms.actor, batch))
  return isBlocked ? 'blocked' : 'approved'
}

async function approveOrWait(connection: Connection, terms: PayoutTerms, batch: BatchRow): Promise<'approved' | 'blocked'> {
  const shortfall = await startPayout(connection, terms, batch)
  if (shortfall === undefined) return 'approved'

  await connection.query({
    name: 'wait-for-balance',
    text: `UPDATE batches SET approval_due_at = arus_now() + make_interval(secs => $3), updated_at = arus_now() WHERE merchant_id = $1 AND id = $2`,
    values: [batch.merchantId, batch.id, RETRY_AFTER_SECONDS]
  })
  await writeEvent(connection, {
    merchantId: batch.merchantId,
    isLive: batch.isLive,
    type: 'disbursement.approval_blocked',
    batchId: batch.id,
    detail: { requiredAmountSen: shortfall.requiredSen, availableAmountSen: shortfall.availableSen }
  })
  return 'blocked'
}
