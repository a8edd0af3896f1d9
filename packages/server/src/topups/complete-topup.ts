import { appendAudit } from '../audit/append-audit.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { postTransfer } from '../ledger/post-transfer.js'
import { formatAmount } from '../money/format-amount.js'
import { wakeWorkers } from '../workers/wake-workers.js'
import { readTopup } from './read-topup.js'
import type { TopupRow } from './topup.js'

export type TopupCompletion = {
  merchantId: string
  isLive: boolean
  topupId: string
  /** The bank's reference of the transfer that came in: one transfer tops up once. */
  reference: string
  /** Who says that it came in, kept with the top-up and in the audit log: an API key's id, or `operator:<user>`. */
  completedBy: string
}

/**
 * Completes a top-up: its money becomes available, and batches that waited for balance are tried again. Done once,
 * however often and by however many it is asked for; an expired top-up too can be completed, since the money is there.
 *
 * @returns the top-up, and whether it had been completed (with this reference) before.
 * @throws ApiError DPAY_NOT_FOUND; DPAY_INVALID_REQUEST where the reference completed another top-up, or the top-up was
 * completed with another reference.
 */
export async function completeTopup(pool: Pool, completion: TopupCompletion): Promise<{ topup: TopupRow; wasComplete: boolean }> {
  const wasComplete = await withTransaction(pool, (connection) => completeOnce(connection, completion))
  // After the commit, and in the second call too. Inside the transaction it would miss a batch that is found short of
  // money at this moment and not marked as waiting yet; and a crash between the two is put right by completing again.
  await retryWaitingBatches(pool, completion)
  await wakeWorkers(pool)
  return { topup: await readTopup(pool, completion), wasComplete }
}

async function completeOnce(connection: Connection, completion: TopupCompletion): Promise<boolean> {
  const amountSen = await markCompleted(connection, completion)
  if (amountSen !== undefined) {
    const { merchantId, isLive, topupId } = completion
    await postTransfer(connection, {
      merchantId,
      isLive,
      purpose: 'topup',
      debitAccount: 'external',
      creditAccount: 'available',
      amountSen,
      topupId
    })
    await appendAudit(connection, {
      merchantId,
      isLive,
      actor: completion.completedBy,
      action: 'topup.completed',
      subject: topupId,
      detail: { amount: formatAmount(amountSen), reference: completion.reference }
    })
    return false
  }
  const topup = await readTopup(connection, completion)
  if (topup.externalReference !== completion.reference) throw refuseReference('the top-up was completed with another reference')
  return true
}

/** Returns the sum that came in, or undefined where the top-up was not waiting for it. */
async function markCompleted(connection: Connection, completion: TopupCompletion): Promise<bigint | undefined> {
  try {
    const { rows } = await connection.query<{ totalAmountSen: bigint }>({
      name: 'complete-topup',
      text: `UPDATE topups SET status = 'completed', external_reference = $4, completed_by = $5, completed_at = arus_now()
             WHERE merchant_id = $1 AND is_live = $2 AND id = $3 AND status = 'processing'
             RETURNING total_amount_sen AS "totalAmountSen"`,
      values: [completion.merchantId, completion.isLive, completion.topupId, completion.reference, completion.completedBy]
    })
    return rows[0]?.totalAmountSen
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'topups_reference') {
      throw refuseReference('the reference completed another top-up')
    }
    throw error
  }
}

function refuseReference(message: string): ApiError {
  return new ApiError('DPAY_INVALID_REQUEST', { message, fieldErrors: [{ field: 'reference', message }] })
}

async function retryWaitingBatches(pool: Pool, { merchantId, isLive }: TopupCompletion): Promise<void> {
  await pool.query({
    name: 'retry-waiting-batches',
    text: `UPDATE batches SET approval_due_at = arus_now()
           WHERE merchant_id = $1 AND is_live = $2 AND status = 'need_approval' AND approval_due_at IS NOT NULL`,
    values: [merchantId, isLive]
  })
}
