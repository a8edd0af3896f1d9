import type { BatchRow, Scope } from '../batches/batch.js'
import { completeBatch } from '../batches/complete-batch.js'
import { lockBatch } from '../batches/read-batch.js'
import { closeUnresolvedCases } from '../cases/close-unresolved-cases.js'
import { openCases } from '../cases/open-cases.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { settleHold } from '../ledger/settle-hold.js'
import { holdContradictedItems } from '../statements/hold-contradicted-items.js'
import { correctItems } from './correct-items.js'
import { addSums, countOutcomes, type FinishedItem, type OutcomeSums } from './count-outcomes.js'
import { type Decision, decideOutcome, type RailPolicy, type Report } from './decide-outcome.js'
import { isAllowedItemMove } from './item-states.js'
import { type LockedItem, lockItems } from './lock-items.js'
import { payStraightItems, type StraightPayments } from './pay-straight-items.js'
import { queueUnsentItems } from './queue-unsent-items.js'
import { tellWhenSettling } from './tell-when-settling.js'
import { type ItemChange, updateAttempts, updateItems } from './update-items.js'

/** A report about one item of the batch. */
export type ItemReport = { ordinal: number } & Report

/**
 * Records what was learnt about items of one batch: their states, the attempts, the ledger, the batch's counters, and
 * with the last open item the batch's end and its event, all in one transaction. The only way an item becomes final.
 *
 * Recording the same report twice changes nothing, so a commit whose answer was lost can simply be repeated.
 */
export async function recordOutcomes(
  pool: Pool,
  { merchantId, isLive, batchId, actor, policy }: Scope & { batchId: string; actor: string; policy: RailPolicy },
  reports: ItemReport[]
): Promise<void> {
  await withTransaction(pool, async (connection) => {
    const scope = { merchantId, isLive, actor }
    const batch = await lockBatch(connection, scope, batchId)
    await recordLockedOutcomes(connection, { ...scope, batch, policy }, reports)
  })
}

/** The same within a transaction that has locked the batch. */
export async function recordLockedOutcomes(connection: Connection, context: RecordContext, reports: ItemReport[]): Promise<void> {
  await queueUnsentItems(
    connection,
    context.batch,
    reports.filter(isPaidByBankWord).map(({ ordinal }) => ordinal)
  )
  // One report an item and pass: the second is decided on what the first has written.
  for (const pass of splitByItem(reports)) await recordPass(connection, context, pass)
}

/** The bank says so past its rail: also of an item that is on its straight way and not sent yet, which must not be sent then. */
function isPaidByBankWord({ source, outcome }: ItemReport): boolean {
  return (source === 'person' || source === 'statement') && outcome.kind === 'paid'
}

function splitByItem(reports: ItemReport[]): ItemReport[][] {
  const passes: ItemReport[][] = []
  const seen = new Map<number, number>()
  for (const report of reports) {
    const pass = seen.get(report.ordinal) ?? 0
    seen.set(report.ordinal, pass + 1)
    passes[pass] ??= []
    passes[pass].push(report)
  }
  return passes
}

export type RecordContext = Scope & { actor: string; batch: BatchRow; policy: RailPolicy }

type Decided = { item: LockedItem; report: ItemReport; decision: Decision }

async function recordPass(connection: Connection, context: RecordContext, reports: ItemReport[]): Promise<void> {
  const straight = await payStraightItems(connection, context.batch, reports)
  const decided = await decideAll(connection, context, straight.rest)
  await updateAttempts(connection, context.batch, decided)

  await openCases(
    connection,
    context.batch,
    decided.flatMap(({ item, report, decision }) =>
      decision.openCase === 'unresolved' || decision.openCase === 'contradiction'
        ? [
            {
              kind: decision.openCase,
              ordinal: item.ordinal,
              detail: { item_id: item.id, status: item.status, learnt: report.outcome.kind }
            }
          ]
        : []
    )
  )

  const open = decided.filter(({ item }) => item.status !== 'done' && item.status !== 'failed')
  const finished = open.flatMap(({ item, decision }): FinishedItem[] =>
    decision.move === 'done' || decision.move === 'failed' ? [{ ...item, to: decision.move }] : []
  )
  const sums = addSums(straight.sums, countOutcomes(finished))
  const settled = await settle(connection, context, sums, straight.transferIds)
  // After the settlement, which locks the accounts that come first in their order.
  const corrections = decided.filter(({ item }) => item.status === 'done' || item.status === 'failed')
  await correctItems(connection, context, corrections)
  await updateItems(
    connection,
    context.batch,
    open.map((one) => toChange(one, settled))
  )
  // What would be sent again, and of which a statement has a payment that nobody explained, waits for a person instead.
  const sendable = open.flatMap(({ item, decision }) => (decision.move === 'ready' ? [item.ordinal] : []))
  if (sendable.length > 0) await holdContradictedItems(connection, context.batch, sendable)
  await closeUnresolvedCases(
    connection,
    context.batch,
    open.flatMap(({ item, decision }) => (decision.move === 'done' || decision.move === 'failed' ? [item.ordinal] : []))
  )
  await countFinished(connection, context, sums)
}

async function decideAll(connection: Connection, context: RecordContext, reports: ItemReport[]): Promise<Decided[]> {
  if (reports.length === 0) return []
  const items = await lockItems(
    connection,
    context.batch,
    reports.map((report) => report.ordinal)
  )
  return reports.map((report) => {
    const item = items.get(report.ordinal)
    if (item === undefined) throw new Error(`batch ${context.batch.id} has no item ${report.ordinal}`)
    const decision = decideOutcome(item, report, context.policy)
    if (decision.move !== undefined && decision.move !== item.status && !isAllowedItemMove(item.status, decision.move)) {
      throw new Error(`item ${item.id} can't go from ${item.status} to ${decision.move}`)
    }
    return { item, report, decision }
  })
}

type Settled = Awaited<ReturnType<typeof settleHold>>

async function settle(
  connection: Connection,
  { batch, merchantId, isLive }: RecordContext,
  sums: OutcomeSums,
  transferIds: StraightPayments['transferIds']
): Promise<Settled | undefined> {
  if (sums.doneItems + sums.failedItems === 0) return undefined
  return await settleHold(
    connection,
    { merchantId, isLive },
    {
      batchId: batch.id,
      amountHoldId: batch.amountHoldId!,
      feeHoldId: batch.feeHoldId ?? undefined,
      doneAmountSen: sums.doneAmountSen,
      doneFeeSen: sums.doneFeeSen,
      failedAmountSen: sums.failedAmountSen,
      failedFeeSen: sums.failedFeeSen
    },
    transferIds
  )
}

function toChange({ item, report, decision }: Decided, settled: Settled | undefined): ItemChange {
  const to = decision.move ?? item.status
  const rejected = to === 'failed' && 'reason' in report.outcome ? report.outcome : undefined
  // A word that comes too early, or of an item that was never sent, is no receipt for it.
  const isTaken = decision.move !== undefined || decision.attemptOutcome !== undefined
  return {
    ordinal: item.ordinal,
    fromStatus: item.status,
    toStatus: to,
    dueInMs: decision.dueInMs,
    checkCount: decision.checkCount,
    notFound: decision.notFound,
    failureCode: rejected?.kind === 'rejected' ? rejected.code : '',
    failureReason: rejected?.reason ?? '',
    receipt: isTaken && 'railReference' in report.outcome ? report.outcome.railReference : '',
    amountTransferId: to === 'done' ? settled?.doneAmount : to === 'failed' ? settled?.failedAmount : undefined,
    feeTransferId: to === 'done' ? settled?.doneFee : to === 'failed' ? settled?.failedFee : undefined
  }
}

/** Takes finished items off the batch's counters; with the last one the batch is over. */
async function countFinished(connection: Connection, context: RecordContext, sums: OutcomeSums): Promise<void> {
  const { merchantId, batch } = context
  const { rows } = await connection.query<{ openItems: number; doneItems: number; status: string }>({
    name: 'count-finished',
    text: `UPDATE batches
           SET open_items = open_items - $3 - $5, done_items = done_items + $3, done_amount_sen = done_amount_sen + $4,
               failed_items = failed_items + $5, failed_amount_sen = failed_amount_sen + $6, updated_at = arus_now()
           WHERE merchant_id = $1 AND id = $2
           RETURNING open_items AS "openItems", done_items AS "doneItems", status`,
    values: [merchantId, batch.id, sums.doneItems, sums.doneAmountSen, sums.failedItems, sums.failedAmountSen]
  })
  const counted = rows[0]!
  if (counted.status !== 'approved') return
  if (counted.openItems === 0)
    await completeBatch(connection, context, { id: batch.id, doneItems: counted.doneItems, itemCount: batch.itemCount })
  else await tellWhenSettling(connection, context, batch.id)
}
