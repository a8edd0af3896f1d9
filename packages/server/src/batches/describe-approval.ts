import type { NewAuditEntry } from '../audit/audit-entry.js'
import { formatAmount } from '../money/format-amount.js'
import type { BatchRow } from './batch.js'

/**
 * Makes the audit entry of an approval: who agreed to pay how much.
 *
 * @param batch it may be as it was before it was approved: what is told of it stays
 */
export function describeApproval(actor: string, batch: BatchRow): NewAuditEntry {
  return {
    merchantId: batch.merchantId,
    isLive: batch.isLive,
    actor,
    action: 'batch.approved',
    subject: batch.id,
    detail: {
      payable_items: batch.itemCount - batch.invalidItems,
      invalid_items: batch.invalidItems,
      payable_amount: formatAmount(batch.totalAmountSen - batch.invalidAmountSen),
      is_forced: batch.forceDisburse
    }
  }
}
