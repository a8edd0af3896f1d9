import type { ItemStatus } from '../items/item-states.js'
import { presentItemStatus, type WireItemStatus } from '../items/present-item.js'
import { formatAmount } from '../money/format-amount.js'
import type { BatchRow } from './batch.js'
import type { BatchStatus } from './batch-states.js'
import { signCompletedBatch } from './sign-batch.js'

/** How the statuses that callers can see are called on the wire. */
const WIRE_BATCH_STATUS = {
  validating: 'draft',
  need_approval: 'need_approval',
  approved: 'approved',
  rejected: 'rejected',
  success: 'success',
  partially_success: 'partially_success',
  failed: 'failed'
} as const satisfies Record<Exclude<BatchStatus, 'deleted'>, string>

export type WireBatchStatus = (typeof WIRE_BATCH_STATUS)[keyof typeof WIRE_BATCH_STATUS]

export const WIRE_BATCH_STATUSES = Object.values(WIRE_BATCH_STATUS)

/** How the protocol writes a time that has not come: some clients can't read null there. */
const ZERO_TIME = '0001-01-01T00:00:00Z'

/** A batch as submit, approve and reject answer it. */
export function presentBatchSummary(batch: BatchRow) {
  return {
    id: batch.id,
    idempotency_key: batch.batchKey ?? '',
    name: batch.name,
    type: 'batch',
    status: presentBatchStatus(batch.status),
    total_amount: formatAmount(batch.totalAmountSen),
    total_disbursements: batch.itemCount,
    description: batch.description
  }
}

/** A batch as lists show it. */
export function presentBatch(batch: BatchRow) {
  return {
    ...presentBatchSummary(batch),
    submission_id: null,
    // What a worker approves was told to approve itself.
    approver: batch.approver === 'worker' ? 'force_disburse' : batch.approver,
    maker: null,
    fees: wholeRupiah(batch.feePerItemSen * BigInt(batch.itemCount - batch.invalidItems)),
    created_from: 'api',
    created_at: batch.createdAt,
    updated_by: '',
    updated_at: batch.updatedAt,
    approved_at: batch.approvedAt ?? ZERO_TIME,
    is_live: batch.isLive,
    last_sync_status_at: null,
    general_notes: batch.rejectReason
  }
}

/**
 * A batch fetched alone: with its items counted by status, and with a signature once it is completed.
 *
 * @param secretKey the key that asks, which signs
 */
export function presentBatchDetails(batch: BatchRow, itemCounts: Partial<Record<ItemStatus, number>>, secretKey: string) {
  const signature = signCompletedBatch(batch, secretKey)
  return {
    ...presentBatch(batch),
    ...(signature === undefined ? {} : { signature }),
    item_counts: presentItemCounts(itemCounts)
  }
}

export function presentBatchStatus(status: BatchStatus): WireBatchStatus {
  if (status === 'deleted') throw new Error('a deleted batch is shown to nobody')
  return WIRE_BATCH_STATUS[status]
}

/** The status that a word of the wire stands for. */
export function batchStatusOf(wireStatus: WireBatchStatus): BatchStatus {
  const [status] = Object.entries(WIRE_BATCH_STATUS).find(([, word]) => word === wireStatus)!
  return status as BatchStatus
}

function presentItemCounts(counts: Partial<Record<ItemStatus, number>>): Record<WireItemStatus, number> {
  const presented = { need_validation: 0, valid: 0, invalid: 0, processing: 0, done: 0, failed: 0 }
  for (const [status, count] of Object.entries(counts)) presented[presentItemStatus(status as ItemStatus)] += count
  return presented
}

/** Fees are whole rupiah, and a JSON number on the wire; the configuration allows none that would lose digits there. */
function wholeRupiah(amountSen: bigint): number {
  return Number(amountSen / 100n)
}
