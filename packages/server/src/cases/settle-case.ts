import { appendAudit } from '../audit/append-audit.js'
import type { BatchRow } from '../batches/batch.js'
import { lockBatchIfThere } from '../batches/read-batch.js'
import type { Connection } from '../database/create-pool.js'
import { ApiError } from '../errors/api-error.js'
import type { ItemStatus } from '../items/item-states.js'
import { lockItems } from '../items/lock-items.js'
import { recordLockedOutcomes } from '../items/record-outcomes.js'
import { LEARNT_BY_SIMILAR_PAYMENT } from '../quarantine/restored-attempt.js'
import { lockStatements } from '../statements/lock-statements.js'
import { type LineName, openCasesOfOtherReturns, undoSecondPayment } from '../statements/undo-second-payment.js'
import { allowedResolutions, type CaseResolution } from './allowed-resolutions.js'
import { type CaseRow, type CaseScope, lockCase, readCase } from './case.js'
import { type ClosedCase, closeCasesOfItem, closeCasesOfLines } from './close-settled-cases.js'

/** What a person found out at the bank, and what there shows it. */
export type CaseSettlement = { resolution: CaseResolution; reference: string; reason: string }

/** Not asked of a rail: what a person reports needs nothing of how a rail answers. */
const NO_RAIL = { notFoundHorizonMs: 0, refusesRepeatsForMs: undefined }

/**
 * Settles a case by what a person found out, within the caller's transaction: the case, what else the same word settles, what
 * it makes of the item (recorded like any other report), and the entries of the audit log.
 *
 * @throws ApiError DPAY_NOT_FOUND; INVALID_DISBURSEMENT_STATUS when it is settled already, or can't be settled so as its
 * item stands. Then nothing was changed.
 *
 * @example
 * await settleCase(connection, { merchantId, isLive, actor: 'operator:sari' }, caseId, { resolution: 'paid', reference: 'BCA-00418', reason: 'confirmed by the branch' })
 */
export async function settleCase(
  connection: Connection,
  scope: CaseScope & { actor: string },
  caseId: string,
  settlement: CaseSettlement
): Promise<CaseRow> {
  refuseBlank(settlement)
  const found = await readCase(connection, scope, caseId)
  if (settlement.resolution === 'came_back') {
    // Who is refused anyhow keeps no connection waiting for a statement that is being compared.
    refuseResolution(found, settlement.resolution)
    // Before all other locks, as by whoever compares a statement.
    await lockStatements(connection, scope.isLive)
  }
  const batch = await lockSubject(connection, scope, found)
  await lockCase(connection, caseId)
  const one = await readCase(connection, scope, caseId)
  refuseResolution(one, settlement.resolution)
  // Before the outcome is recorded, which closes what it answers: this one was settled by a person.
  await closeCase(connection, scope.actor, caseId, settlement)
  const closed = await closeOthers(connection, { one, actor: scope.actor, settlement })
  if (batch !== undefined && (settlement.resolution === 'paid' || settlement.resolution === 'not_paid')) {
    await recordWord(connection, scope.actor, batch, one.ordinal!, settlement)
  }
  const settled = await readCase(connection, scope, caseId)
  refuseUntaken(settled, settlement.resolution)
  const { itemId, itemStatus } = one
  const detail = { item_id: itemId, item_status: itemStatus, ...settlement }
  await appendSettled(connection, scope, caseId, { kind: one.kind, ...detail })
  for (const { id, kind } of closed) await appendSettled(connection, scope, id, { kind, ...detail, settled_with: caseId })
  return settled
}

async function appendSettled(
  connection: Connection,
  { merchantId, isLive, actor }: CaseScope & { actor: string },
  subject: string,
  detail: Record<string, unknown>
): Promise<void> {
  await appendAudit(connection, { merchantId, isLive, actor, action: 'case.settled', subject, detail })
}

/** What the same word settles besides the case, on record like the case itself. */
async function closeOthers(
  connection: Connection,
  closing: { one: CaseRow; actor: string; settlement: CaseSettlement }
): Promise<ClosedCase[]> {
  const { one, settlement } = closing
  switch (settlement.resolution) {
    case 'acknowledged':
      return []
    case 'paid':
      return [...(await closeCasesOfItem(connection, closing)), ...(await closeCasesOfLines(connection, closing, resembled(one)))]
    case 'not_paid':
      // Taking back what was done says nothing of what else is the matter with it.
      return one.itemStatus === 'done' ? [] : await closeCasesOfItem(connection, closing)
    case 'came_back': {
      const { paid, back } = await undoSecondPayment(connection, one.id)
      const closed = await closeCasesOfLines(connection, closing, [paid, back])
      await openCasesOfOtherReturns(connection, { itemId: one.itemId!, isLive: one.isLive })
      return closed
    }
  }
}

/** The line that an item was held for, which is its payment if the item is paid: nothing of it was sent from here. */
function resembled({ detail }: CaseRow): LineName[] {
  const { learnt, statement_id: statementId, line_number: lineNumber } = detail
  if (learnt !== LEARNT_BY_SIMILAR_PAYMENT || typeof statementId !== 'string' || typeof lineNumber !== 'number') return []
  return [{ statementId, lineNumber }]
}

/** A reference of spaces is none. */
function refuseBlank(settlement: CaseSettlement): void {
  const fieldErrors = (['reference', 'reason'] as const)
    .filter((field) => settlement[field].trim() === '')
    .map((field) => ({ field, message: 'must not be blank' }))
  if (fieldErrors.length === 0) return
  throw new ApiError('DPAY_INVALID_REQUEST', { message: `${fieldErrors[0]!.field} must not be blank`, fieldErrors })
}

/** The batch and the item first, in the order that every transaction keeps. */
async function lockSubject(
  connection: Connection,
  { isLive }: CaseScope,
  { merchantId, batchId, ordinal }: CaseRow
): Promise<BatchRow | undefined> {
  if (merchantId === null || batchId === null) return undefined
  const batch = await lockBatchIfThere(connection, { merchantId, isLive }, batchId)
  if (batch !== undefined) await lockItems(connection, batch, [ordinal!])
  return batch
}

function refuseResolution(one: CaseRow, resolution: CaseResolution): void {
  if (one.closedAt !== null) {
    throw new ApiError('INVALID_DISBURSEMENT_STATUS', { message: `the case is settled already, as ${one.resolution}` })
  }
  const allowed = allowedResolutions(one)
  if (allowed.includes(resolution)) return
  const message =
    one.sendingUntil !== null
      ? `the item is being sent at this moment: its worker has it until ${one.sendingUntil}, and keeps it for longer where its turn comes later. Settle the case when the bank had its chance to answer`
      : `the case can't be settled as ${resolution} as its item stands, only as ${allowed.join(' or ')}`
  throw new ApiError('INVALID_DISBURSEMENT_STATUS', { message })
}

const STATUS_BY_WORD: Partial<Record<CaseResolution, ItemStatus>> = { paid: 'done', not_paid: 'failed' }

/** Where a word is recorded it is looked again whether it can be taken, by a clock that may have gone back: else the case would be nobody's. */
function refuseUntaken(one: CaseRow, resolution: CaseResolution): void {
  const wanted = STATUS_BY_WORD[resolution]
  if (wanted === undefined || one.itemStatus === wanted) return
  throw new ApiError('INVALID_DISBURSEMENT_STATUS', {
    message: `the case can't be settled as ${resolution}: how its item stands has changed at this moment. Read the case again`
  })
}

async function closeCase(connection: Connection, actor: string, caseId: string, settlement: CaseSettlement): Promise<void> {
  await connection.query({
    name: 'settle-case',
    text: `UPDATE cases SET closed_at = arus_now(), resolution = $2, reference = $3, reason = $4, settled_by = $5 WHERE id = $1`,
    values: [caseId, settlement.resolution, settlement.reference.trim(), settlement.reason.trim(), actor]
  })
}

async function recordWord(
  connection: Connection,
  actor: string,
  batch: BatchRow,
  ordinal: number,
  { resolution, reference, reason }: CaseSettlement
): Promise<void> {
  const outcome =
    resolution === 'paid' ? ({ kind: 'paid', railReference: reference } as const) : ({ kind: 'not_paid', reason } as const)
  const context = { merchantId: batch.merchantId, isLive: batch.isLive, actor, batch, policy: NO_RAIL }
  await recordLockedOutcomes(connection, context, [{ ordinal, attempt: 0, source: 'person', outcome }])
}
