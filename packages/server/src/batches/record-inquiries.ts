import { arrayParameter } from '../database/array-parameter.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { checkDelayMs } from '../items/check-schedule.js'
import type { InvalidField } from '../items/item.js'
import type { InquiryOutcome } from '../rails/rail.js'
import { approveWhenForced } from './approve-when-forced.js'
import type { BatchRow } from './batch.js'
import { completeValidation } from './complete-validation.js'
import { lockBatchIfThere } from './read-batch.js'
import type { PayoutTerms } from './start-payout.js'

export type InquiryReport = {
  ordinal: number
  checkCount: number
  /** `not_sent`: nobody was asked, since the worker is to stop. */
  outcome: InquiryOutcome | { kind: 'not_sent' }
}

function isUnanswered({ outcome }: InquiryReport): boolean {
  return outcome.kind === 'unknown' || outcome.kind === 'not_sent'
}

/**
 * Records what the bank said of accounts of one batch. With the last answer the batch's validation is complete, and a
 * `force_disburse` batch is approved. What comes after the batch was deleted or rejected is thrown away.
 */
export async function recordInquiries(pool: Pool, terms: PayoutTerms, batchId: string, reports: InquiryReport[]): Promise<void> {
  await withTransaction(pool, async (connection) => {
    const batch = await lockBatchIfThere(connection, terms, batchId)
    if (batch?.status !== 'validating') return
    await postponeUnanswered(connection, batch, reports)
    const unvalidatedItems = await recordAnswers(connection, batch, reports)
    if (unvalidatedItems > 0) return
    await completeValidation(connection, terms, batchId)
    if (batch.forceDisburse) await approveWhenForced(connection, terms, batchId)
  })
}

/**
 * No answer is no answer: asked again, later each time. All of the chunk is locked first, in the order of its ordinals: what was
 * answered is written after this, and whoever takes a range over locks in that order too.
 */
async function postponeUnanswered(connection: Connection, { merchantId, id }: BatchRow, reports: InquiryReport[]): Promise<void> {
  const unanswered = reports.filter(isUnanswered)
  if (unanswered.length === 0) return
  await connection.query({
    name: 'postpone-inquiries',
    text: `WITH locked AS MATERIALIZED (
             SELECT count(*) FROM (
               SELECT FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($6::integer[]) ORDER BY ordinal FOR UPDATE) AS item)
           UPDATE items AS item SET check_count = postponed.check_count, due_at = arus_now() + make_interval(secs => postponed.delay_ms / 1000)
           FROM locked CROSS JOIN unnest($3::integer[], $4::integer[], $5::double precision[]) AS postponed (ordinal, check_count, delay_ms)
           CROSS JOIN LATERAL (
             SELECT ctid AS row_id FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = postponed.ordinal OFFSET 0) AS found
           WHERE item.ctid = found.row_id AND item.status = 'need_validation'`,
    values: [
      merchantId,
      id,
      unanswered.map(({ ordinal }) => ordinal),
      unanswered.map(({ outcome, checkCount }) => (outcome.kind === 'unknown' ? checkCount + 1 : checkCount)),
      unanswered.map(({ outcome, checkCount }) => (outcome.kind === 'unknown' ? checkDelayMs(checkCount) : 0)),
      reports.map(({ ordinal }) => ordinal)
    ]
  })
}

/** @returns how many items of the batch still have no answer. */
async function recordAnswers(connection: Connection, batch: BatchRow, reports: InquiryReport[]): Promise<number> {
  const answered = reports.filter((report) => !isUnanswered(report))
  const { validatedItems, invalidItems, invalidAmountSen } = await updateValidated(connection, batch, answered)
  const { rows: counted } = await connection.query<{ unvalidatedItems: number }>({
    name: 'count-validated',
    text: `UPDATE batches
           SET unvalidated_items = unvalidated_items - $3, invalid_items = invalid_items + $4, invalid_amount_sen = invalid_amount_sen + $5, updated_at = arus_now()
           WHERE merchant_id = $1 AND id = $2
           RETURNING unvalidated_items AS "unvalidatedItems"`,
    values: [batch.merchantId, batch.id, validatedItems, invalidItems, invalidAmountSen]
  })
  return counted[0]!.unvalidatedItems
}

type ValidatedSums = { validatedItems: number; invalidItems: number; invalidAmountSen: bigint }

/** @returns sums of the items that were still waiting: two workers that asked about the same one count it once. */
async function updateValidated(
  connection: Connection,
  { merchantId, id }: BatchRow,
  answered: InquiryReport[]
): Promise<ValidatedSums> {
  if (answered.length === 0) return { validatedItems: 0, invalidItems: 0, invalidAmountSen: 0n }
  const inOrder = answered.toSorted((left, right) => left.ordinal - right.ordinal)
  const column = (pick: (report: InquiryReport) => string | null) => arrayParameter(inOrder.map(pick))
  const { rows } = await connection.query<ValidatedSums>({
    name: 'update-validated',
    text: `WITH validated AS (
             UPDATE items AS item
             SET status = answer.status, real_name = answer.real_name, invalid_fields = answer.invalid_fields, check_count = 0,
                 due_at = NULL, updated_at = arus_now(), status_set_at = arus_now()
             FROM unnest($3::integer[], $4::text[], $5::text[], $6::jsonb[]) AS answer (ordinal, status, real_name, invalid_fields)
             CROSS JOIN LATERAL (
               SELECT ctid AS row_id FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = answer.ordinal OFFSET 0) AS found
             WHERE item.ctid = found.row_id AND item.status = 'need_validation'
             RETURNING item.status, item.amount_sen)
           SELECT count(*)::integer AS "validatedItems", count(*) FILTER (WHERE status = 'invalid')::integer AS "invalidItems",
             coalesce(sum(amount_sen) FILTER (WHERE status = 'invalid'), 0)::bigint AS "invalidAmountSen"
           FROM validated`,
    values: [
      merchantId,
      id,
      column(({ ordinal }) => String(ordinal)),
      column(({ outcome }) => outcome.kind),
      column(({ outcome }) => (outcome.kind === 'valid' ? outcome.accountHolder : '')),
      column(({ outcome }) => (outcome.kind === 'invalid' ? JSON.stringify(invalidFields(outcome.message)) : null))
    ]
  })
  return rows[0]!
}

/** The bank can't say which of the two is wrong, so both are named, as the protocol's samples do. */
function invalidFields(message: string): InvalidField[] {
  return ['bank_code', 'account_number'].map((key) => ({ key, message }))
}
