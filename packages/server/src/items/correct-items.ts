import { openCases } from '../cases/open-cases.js'
import type { Connection } from '../database/create-pool.js'
import { writeEvent } from '../events/write-event.js'
import { postTransfer } from '../ledger/post-transfer.js'
import type { Decision } from './decide-outcome.js'
import type { LockedItem } from './lock-items.js'
import type { ItemReport, RecordContext } from './record-outcomes.js'

type Correction = { item: LockedItem; report: ItemReport; decision: Decision }

/**
 * Late truth about items that had their end: what was failed is paid after all, or what was paid came back. The money
 * goes through `suspense`, a case calls a person, the merchant is told; the batch's status, totals and its one completed
 * event stay as they were. It is never refused: what happened at the bank has happened.
 */
export async function correctItems(connection: Connection, context: RecordContext, corrections: Correction[]): Promise<void> {
  for (const { item, report, decision } of corrections) {
    if (decision.openCase !== 'paid_after_failed' && decision.openCase !== 'reversed_after_done') continue
    await correctItem(connection, context, item, decision.openCase, 'reason' in report.outcome ? report.outcome.reason : '')
  }
}

async function correctItem(
  connection: Connection,
  { merchantId, isLive, batch }: RecordContext,
  item: LockedItem,
  kind: 'paid_after_failed' | 'reversed_after_done',
  reason: string
): Promise<void> {
  const toStatus = kind === 'paid_after_failed' ? 'done' : 'failed'
  const [caseId] = await openCases(connection, batch, [{ kind, ordinal: item.ordinal, detail: { item_id: item.id, reason } }])
  await postTransfer(connection, {
    merchantId,
    isLive,
    purpose: kind,
    debitAccount: kind === 'paid_after_failed' ? 'suspense' : 'rail_clearing',
    creditAccount: kind === 'paid_after_failed' ? 'rail_clearing' : 'suspense',
    amountSen: item.amountSen,
    batchId: batch.id,
    caseId: caseId!
  })
  await connection.query({
    name: 'correct-item',
    text: `UPDATE items SET status = $4, corrected_from = coalesce(corrected_from, status), failure_reason = $5, updated_at = arus_now(), status_set_at = arus_now()
           WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = $3`,
    values: [merchantId, batch.id, item.ordinal, toStatus, toStatus === 'failed' ? reason : '']
  })
  await writeEvent(connection, {
    merchantId,
    isLive,
    type: 'disbursement.item_corrected',
    batchId: batch.id,
    detail: { itemId: item.id, fromStatus: toStatus === 'done' ? 'failed' : 'done', toStatus, amountSen: item.amountSen }
  })
}
