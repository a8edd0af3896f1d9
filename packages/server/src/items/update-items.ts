import type { BatchRow } from '../batches/batch.js'
import type { Connection } from '../database/create-pool.js'
import type { Decision, Report } from './decide-outcome.js'
import type { ItemStatus } from './item-states.js'

export type ItemChange = {
  ordinal: number
  fromStatus: ItemStatus
  toStatus: ItemStatus
  dueInMs: number | undefined
  checkCount: number | undefined
  notFound: 'first' | 'forget' | undefined
  failureCode: string
  failureReason: string
  receipt: string
  amountTransferId: bigint | undefined
  feeTransferId: bigint | undefined
}

/** Writes what was decided about locked items. Guarded by the status they came from: a move lost to a race is a fault, not a shrug. */
export async function updateItems(connection: Connection, batch: BatchRow, changes: ItemChange[]): Promise<void> {
  if (changes.length === 0) return
  const column = <Value>(pick: (change: ItemChange) => Value) => changes.map((change) => pick(change) ?? null)
  const { rowCount } = await connection.query({
    name: 'update-items',
    text: `UPDATE items AS item
           SET status = change.to_status, updated_at = arus_now(),
               status_set_at = CASE WHEN item.status = change.to_status THEN item.status_set_at ELSE arus_now() END,
               due_at = CASE WHEN change.due_in_ms IS NULL THEN item.due_at ELSE arus_now() + make_interval(secs => change.due_in_ms / 1000) END,
               check_count = coalesce(change.check_count, item.check_count),
               not_found_at = CASE change.not_found WHEN 'first' THEN arus_now() WHEN 'forget' THEN NULL ELSE item.not_found_at END,
               failure_code = change.failure_code, failure_reason = change.failure_reason,
               receipt = CASE WHEN change.receipt = '' THEN item.receipt ELSE change.receipt END,
               amount_transfer_id = coalesce(change.amount_transfer_id, item.amount_transfer_id),
               fee_transfer_id = coalesce(change.fee_transfer_id, item.fee_transfer_id)
           FROM unnest($3::integer[], $4::text[], $5::text[], $6::double precision[], $7::integer[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[], $13::bigint[])
                AS change (ordinal, from_status, to_status, due_in_ms, check_count, not_found, failure_code, failure_reason, receipt, amount_transfer_id, fee_transfer_id)
           CROSS JOIN LATERAL (
             SELECT ctid AS row_id FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = change.ordinal OFFSET 0) AS found
           WHERE item.ctid = found.row_id AND item.status = change.from_status`,
    values: [
      batch.merchantId,
      batch.id,
      column((change) => change.ordinal),
      column((change) => change.fromStatus),
      column((change) => change.toStatus),
      column((change) => change.dueInMs),
      column((change) => change.checkCount),
      column((change) => change.notFound),
      column((change) => change.failureCode),
      column((change) => change.failureReason),
      column((change) => change.receipt),
      column((change) => change.amountTransferId),
      column((change) => change.feeTransferId)
    ]
  })
  if (rowCount !== changes.length)
    throw new Error(`${changes.length - (rowCount ?? 0)} items of batch ${batch.id} changed under their lock`)
}

type DecidedAttempt = { item: { ordinal: number }; report: Report; decision: Decision }

/** Writes what became of the attempts that the reports were about. */
export async function updateAttempts(connection: Connection, batch: BatchRow, decided: DecidedAttempt[]): Promise<void> {
  const changes = decided.filter(({ decision }) => decision.attemptOutcome !== undefined)
  if (changes.length === 0) return
  const column = <Value>(pick: (change: DecidedAttempt) => Value) => changes.map(pick)
  await connection.query({
    name: 'update-attempts',
    text: `UPDATE transfer_attempts AS attempt
           SET outcome = change.outcome, code = change.code, detail = change.detail, answered_at = arus_now(),
               rail_reference = CASE WHEN change.rail_reference = '' THEN attempt.rail_reference ELSE change.rail_reference END
           FROM unnest($3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[])
                AS change (ordinal, attempt, outcome, code, detail, rail_reference)
           CROSS JOIN LATERAL (
             SELECT ctid AS row_id FROM transfer_attempts
             WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = change.ordinal AND attempt = change.attempt OFFSET 0) AS found
           WHERE attempt.ctid = found.row_id`,
    values: [
      batch.merchantId,
      batch.id,
      column(({ item }) => item.ordinal),
      column(({ decision }) => decision.attemptOutcome!.attempt),
      column(({ decision }) => decision.attemptOutcome!.outcome),
      column(({ report }) => ('code' in report.outcome ? report.outcome.code : '')),
      column(({ report }) => ('reason' in report.outcome ? report.outcome.reason : '')),
      column(({ report }) => ('railReference' in report.outcome ? report.outcome.railReference : ''))
    ]
  })
}
