import { countKeyUsage } from '../api-keys/count-key-usage.js'
import { appendAudit } from '../audit/append-audit.js'
import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import { formatAmount } from '../money/format-amount.js'
import type { BatchRow } from './batch.js'
import { describeApproval } from './describe-approval.js'
import { lockBatch, readBatch } from './read-batch.js'
import { refuseStatus } from './refuse-status.js'
import { type PayoutTerms, startPayout } from './start-payout.js'

/**
 * Approves a batch for payment, within the caller's transaction.
 *
 * @throws ApiError INVALID_DISBURSEMENT_STATUS when it does not wait for approval, or has invalid items and the caller
 * did not say that these may be left behind; INSUFFICIENT_BALANCE; KEY_LIMIT_EXCEEDED. In each case the batch stays as it is.
 */
export async function approveBatch(
  connection: Connection,
  terms: PayoutTerms,
  batchId: string,
  { ignoreInvalid }: { ignoreInvalid: boolean }
): Promise<BatchRow> {
  const batch = await lockBatch(connection, terms, batchId)
  if (batch.status !== 'need_approval') refuseStatus(batch, 'approved')
  if (batch.invalidItems > 0 && !ignoreInvalid) {
    throw new ApiError('INVALID_DISBURSEMENT_STATUS', {
      message: `the disbursement has ${batch.invalidItems} invalid of ${batch.itemCount} items: approve with ignore_invalid=true to pay only the valid ones`
    })
  }
  await countKeyUsage(connection, {
    merchantId: batch.merchantId,
    actor: terms.actor,
    kind: 'approve',
    amountSen: batch.totalAmountSen - batch.invalidAmountSen,
    items: batch.itemCount - batch.invalidItems
  })
  const shortfall = await startPayout(connection, terms, batch)
  if (shortfall !== undefined) {
    throw new ApiError('INSUFFICIENT_BALANCE', {
      message: `insufficient balance: ${formatAmount(shortfall.requiredSen)} is needed, ${formatAmount(shortfall.availableSen)} is available, ${formatAmount(shortfall.shortfallSen)} is missing`
    })
  }
  const approved = await readBatch(connection, terms, batchId)
  await appendAudit(connection, describeApproval(terms.actor, approved))
  return approved
}
