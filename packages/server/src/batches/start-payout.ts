import type { Connection } from '../database/create-pool.js'
import { holdFunds, type Shortfall } from '../ledger/hold-funds.js'
import { isQuarantined } from '../quarantine/release-quarantined-items.js'
import { holdContradictedItems } from '../statements/hold-contradicted-items.js'
import type { ActorScope, BatchRow } from './batch.js'
import { completeBatch } from './complete-batch.js'
import { logBatch } from './log-batch.js'
import { openForSending } from './open-for-sending.js'

export type PayoutTerms = ActorScope & { feePerItemSen: bigint }

/**
 * Approves a locked batch that waits for approval: sets the money aside, fixes the fee, and leaves its items to the
 * workers. Both ways of approving, a person's and `force_disburse`, end here. Without a valid item
 * there is nothing to pay, and the batch ends as failed at once.
 *
 * @returns what is missing when the balance does not suffice; then nothing was written.
 */
export async function startPayout(connection: Connection, terms: PayoutTerms, batch: BatchRow): Promise<Shortfall | undefined> {
  const payableItems = batch.itemCount - batch.invalidItems
  if (payableItems === 0) {
    await approve(connection, terms, batch, { payableItems, amountHoldId: undefined, feeHoldId: undefined })
    await completeBatch(connection, terms, { id: batch.id, doneItems: 0, itemCount: batch.itemCount })
    return undefined
  }
  const held = await holdFunds(connection, batch, {
    batchId: batch.id,
    amountSen: batch.totalAmountSen - batch.invalidAmountSen,
    feeSen: terms.feePerItemSen * BigInt(payableItems)
  })
  if ('shortfallSen' in held) return held
  await approve(connection, terms, batch, { payableItems, ...held })
  return undefined
}

async function approve(
  connection: Connection,
  terms: PayoutTerms,
  batch: BatchRow,
  payout: { payableItems: number; amountHoldId: bigint | undefined; feeHoldId: bigint | undefined }
): Promise<void> {
  // What may have been paid in a history that is lost is released one by one, and asked about then.
  const isOpen = payout.payableItems > 0 && !(await isQuarantined(connection, batch)) && (await openForSending(connection, batch))
  const { rowCount } = await connection.query({
    name: 'approve-batch',
    text: `UPDATE batches
           SET status = 'approved', approved_at = arus_now(), updated_at = arus_now(), approver = $3, approval_due_at = NULL,
               unreleased_items = $8, open_items = $4, fee_per_item_sen = $5, amount_hold_id = $6, fee_hold_id = $7
           WHERE merchant_id = $1 AND id = $2 AND status = 'need_approval'`,
    values: [
      batch.merchantId,
      batch.id,
      terms.actor,
      payout.payableItems,
      terms.feePerItemSen,
      payout.amountHoldId ?? null,
      payout.feeHoldId ?? null,
      isOpen ? 0 : payout.payableItems
    ]
  })
  if (rowCount !== 1) throw new Error(`batch ${batch.id} was approved without its lock`)
  // Before anybody can take one: a statement may say of an item that it was paid before anyone approved it.
  await holdContradictedItems(connection, { ...batch, feePerItemSen: terms.feePerItemSen })
  await logBatch(connection, {
    merchantId: batch.merchantId,
    batchId: batch.id,
    fromStatus: 'need_approval',
    toStatus: 'approved',
    actor: terms.actor,
    detail: { payable_items: payout.payableItems, invalid_items: batch.invalidItems }
  })
}
