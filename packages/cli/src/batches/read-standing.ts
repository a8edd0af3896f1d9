import type { DisbursementDetails, Durianpay } from '@arus/durianpay'
import type { ExitKind } from '../command-line/exit-codes.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import { exitOfBatch } from './exit-of-batch.js'
import { findBatchEvents } from './find-batch-events.js'

/** What a batch's status leaves unsaid, found in its events. */
export type Standing =
  | { kind: 'plain' }
  /** Submitted with --force, and the balance does not suffice. */
  | { kind: 'waits_for_balance'; missing_amount: string }
  /** Only payments are left that the bank has not settled. */
  | { kind: 'settling'; items: number }
  /** Final, and then the bank said otherwise about some items. */
  | { kind: 'corrected'; paid_after_all: number; not_paid_after_all: number }

/** Looks up what there is to say beside the status. One request or two; a batch in most statuses needs none. */
export async function readStanding(client: Durianpay, batch: DisbursementDetails, signal: AbortSignal): Promise<Standing> {
  if (batch.status === 'need_approval') return readWait(client, batch, signal)
  if (batch.status === 'approved') return readSettling(client, batch, signal)
  if (batch.status === 'draft' || batch.status === 'rejected') return { kind: 'plain' }
  return readCorrections(client, batch, signal)
}

/** The line that says it; undefined when there is nothing to say. */
export function describeStanding(standing: Standing, batchId: string): string | undefined {
  if (standing.kind === 'waits_for_balance') {
    const missing = formatRupiah(parseAmount(standing.missing_amount) ?? 0n)
    return `waits for balance (${missing} is missing); pays itself when a top-up lands; arus reject ${batchId} stops it`
  }
  if (standing.kind === 'settling') {
    const payments = standing.items === 1 ? '1 payment waits' : `${standing.items} payments wait`
    return `${payments} for the bank's word; after some hours a person must look (arus cases list)`
  }
  if (standing.kind === 'corrected') {
    const parts = [
      ...(standing.paid_after_all > 0 ? [`${standing.paid_after_all} paid after all`] : []),
      ...(standing.not_paid_after_all > 0 ? [`${standing.not_paid_after_all} not paid after all`] : [])
    ]
    return `corrected since: ${parts.join(', ')} (arus items ${batchId})`
  }
  return undefined
}

/** A correction is never what a script took for an answer: it ends with 1, whatever the status was. */
export function exitOfStanding(batch: DisbursementDetails, standing: Standing): ExitKind {
  return standing.kind === 'corrected' ? 'negative' : exitOfBatch(batch)
}

/** Whether nothing but payments at the bank keeps the batch open. */
export function isOnlyProcessing({ status, item_counts: counts }: DisbursementDetails): boolean {
  return status === 'approved' && counts !== undefined && counts.processing > 0 && counts.need_validation + counts.valid === 0
}

async function readWait(client: Durianpay, batch: DisbursementDetails, signal: AbortSignal): Promise<Standing> {
  const [event] = await findBatchEvents(client, batch, 'disbursement.approval_blocked', signal)
  if (event === undefined) return { kind: 'plain' }
  // What was available when the event was written may have changed; what is needed has not.
  const balance = await client.topups.balance({ signal })
  const requiredSen = parseAmount(String(event.data.required_amount)) ?? 0n
  const missingSen = requiredSen - (parseAmount(balance.balance_amount ?? `${balance.balance}`) ?? 0n)
  return { kind: 'waits_for_balance', missing_amount: formatAmount(missingSen > 0n ? missingSen : 0n) }
}

async function readSettling(client: Durianpay, batch: DisbursementDetails, signal: AbortSignal): Promise<Standing> {
  if (!isOnlyProcessing(batch)) return { kind: 'plain' }
  const events = await findBatchEvents(client, batch, 'disbursement.settling', signal)
  return events.length === 0 ? { kind: 'plain' } : { kind: 'settling', items: batch.item_counts.processing }
}

async function readCorrections(client: Durianpay, batch: DisbursementDetails, signal: AbortSignal): Promise<Standing> {
  const items = new Map<string, { first: string; latest: string }>()
  for (const { data } of await findBatchEvents(client, batch, 'disbursement.item_corrected', signal)) {
    const item = data.item as { id: string; status: string; corrected_from: string }
    items.set(item.id, { first: item.corrected_from, latest: items.get(item.id)?.latest ?? item.status })
  }
  // One that was corrected and corrected back is as the status says.
  const changed = [...items.values()].filter(({ first, latest }) => first !== latest)
  if (changed.length === 0) return { kind: 'plain' }
  const paid = changed.filter(({ latest }) => latest === 'done').length
  return { kind: 'corrected', paid_after_all: paid, not_paid_after_all: changed.length - paid }
}
