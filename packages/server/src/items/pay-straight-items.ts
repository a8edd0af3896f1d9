import type { BatchRow } from '../batches/batch.js'
import { arrayParameter } from '../database/array-parameter.js'
import type { Connection } from '../database/create-pool.js'
import type { SettlementTransfers } from '../ledger/settle-hold.js'
import { countOutcomes, type OutcomeSums } from './count-outcomes.js'
import type { ItemReport } from './record-outcomes.js'

type PaidItem = { ordinal: number; receipt: string }

/** What became of the reports about items on their straight way. */
export type StraightPayments = {
  sums: OutcomeSums
  /** What the ledger's transfers of this chunk must be called, since items bear their names already; undefined where none does. */
  transferIds: Pick<SettlementTransfers, 'doneAmount' | 'doneFee'> | undefined
  /** The reports that are still to be decided about, one by one. */
  rest: ItemReport[]
}

/**
 * Ends what nearly every item of a batch comes to: its first attempt was answered with "paid", and nothing else ever happened to
 * it. Such items are not read and decided about (decideOutcome would say the same of them), but written at once, by a
 * guard that any other item fails. Which then goes the long way.
 *
 * The caller, who has locked the batch and hands in one report an item, settles the sums under the ids that were reserved.
 */
export async function payStraightItems(
  connection: Connection,
  batch: BatchRow,
  reports: ItemReport[]
): Promise<StraightPayments> {
  const paid = reports.flatMap(readFirstPayment).sort((left, right) => left.ordinal - right.ordinal)
  if (paid.length === 0) return { sums: countOutcomes([]), transferIds: undefined, rest: reports }
  await lockWhereMixed(connection, batch, reports, paid)
  const columns = [arrayParameter(paid.map(({ ordinal }) => String(ordinal))), arrayParameter(paid.map(({ receipt }) => receipt))]
  const made = await payItems(connection, batch, columns)
  const { doneItems, doneAmountSen, doneFeeSen, missed } = made
  if (doneItems > 0) await answerAttempts(connection, batch, columns, { missed, doneItems })
  const isMissed = new Set(missed)
  const isPaid = new Set(paid.flatMap(({ ordinal }) => (isMissed.has(ordinal) ? [] : [ordinal])))
  return {
    sums: { ...countOutcomes([]), doneItems, doneAmountSen, doneFeeSen },
    transferIds: doneItems > 0 ? { doneAmount: made.amountTransferId, doneFee: made.feeTransferId ?? undefined } : undefined,
    rest: reports.filter(({ ordinal }) => !isPaid.has(ordinal))
  }
}

function readFirstPayment({ ordinal, source, attempt, outcome }: ItemReport): PaidItem[] {
  const isFirstPayment = source === 'transfer' && attempt === 1 && outcome.kind === 'paid'
  return isFirstPayment ? [{ ordinal, receipt: outcome.railReference }] : []
}

/**
 * Items are locked in the order of their ordinals, as by whoever renews a lease. What goes the long way is locked after what is
 * written here; so where one of it comes before one that was paid, all are locked first.
 */
async function lockWhereMixed(connection: Connection, batch: BatchRow, reports: ItemReport[], paid: PaidItem[]): Promise<void> {
  const isPaid = new Set(paid.map(({ ordinal }) => ordinal))
  const last = paid.at(-1)!.ordinal
  if (!reports.some(({ ordinal }) => ordinal < last && !isPaid.has(ordinal))) return
  await connection.query({
    name: 'lock-mixed-items',
    text: 'SELECT FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[]) ORDER BY ordinal FOR UPDATE',
    values: [batch.merchantId, batch.id, reports.map(({ ordinal }) => ordinal)]
  })
}

type PaidItems = Pick<OutcomeSums, 'doneItems' | 'doneAmountSen' | 'doneFeeSen'> & {
  /** Those that the guard kept out. */
  missed: number[]
  amountTransferId: bigint
  /** Null where the batch holds no fees. */
  feeTransferId: bigint | null
}

async function payItems(connection: Connection, batch: BatchRow, columns: string[]): Promise<PaidItems> {
  const { rows } = await connection.query<PaidItems>({
    name: 'pay-straight-items',
    // An item without a due_at was never sent off its straight way, so nobody has asked about it, and no case waits for its answer.
    text: `
      WITH answer AS (
        SELECT * FROM unnest($3::integer[], $4::text[]) AS answer (ordinal, receipt)
      ), reserved AS MATERIALIZED (
        SELECT nextval(pg_get_serial_sequence('ledger_transfers', 'id')) AS amount_id,
          CASE WHEN $5::boolean THEN nextval(pg_get_serial_sequence('ledger_transfers', 'id')) END AS fee_id
      ), paid AS (
        UPDATE items AS item
        SET status = 'done', updated_at = arus_now(), status_set_at = arus_now(),
            receipt = CASE WHEN answer.receipt = '' THEN item.receipt ELSE answer.receipt END,
            amount_transfer_id = (SELECT amount_id FROM reserved), fee_transfer_id = (SELECT fee_id FROM reserved)
        FROM answer CROSS JOIN LATERAL (
          SELECT ctid AS row_id FROM items WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = answer.ordinal OFFSET 0) AS found
        WHERE item.ctid = found.row_id AND item.status = 'sending' AND item.attempt = 1 AND item.due_at IS NULL
        RETURNING item.ordinal, item.amount_sen, item.fee_sen
      )
      SELECT count(*)::integer AS "doneItems", coalesce(sum(amount_sen), 0)::bigint AS "doneAmountSen",
        coalesce(sum(fee_sen), 0)::bigint AS "doneFeeSen",
        ARRAY(SELECT ordinal FROM answer EXCEPT SELECT ordinal FROM paid) AS missed,
        (SELECT amount_id FROM reserved) AS "amountTransferId", (SELECT fee_id FROM reserved) AS "feeTransferId"
      FROM paid`,
    values: [batch.merchantId, batch.id, ...columns, batch.feeHoldId !== null]
  })
  return rows[0]!
}

/**
 * A statement of its own, since it must see what a renewal of leases has written of an attempt while the one before waited for
 * the item.
 */
async function answerAttempts(
  connection: Connection,
  batch: BatchRow,
  columns: string[],
  { missed, doneItems }: { missed: number[]; doneItems: number }
): Promise<void> {
  const { rowCount } = await connection.query({
    name: 'answer-straight-attempts',
    text: `
      UPDATE transfer_attempts AS attempt
      SET outcome = 'paid', code = '', detail = '', answered_at = arus_now(),
          rail_reference = CASE WHEN answer.receipt = '' THEN attempt.rail_reference ELSE answer.receipt END
      FROM unnest($3::integer[], $4::text[]) AS answer (ordinal, receipt)
      CROSS JOIN LATERAL (
        SELECT ctid AS row_id FROM transfer_attempts
        WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = answer.ordinal AND attempt = 1 OFFSET 0) AS found
      WHERE attempt.ctid = found.row_id AND answer.ordinal <> ALL ($5::integer[])`,
    values: [batch.merchantId, batch.id, ...columns, missed]
  })
  if (rowCount !== doneItems) throw new Error(`${doneItems - (rowCount ?? 0)} items of batch ${batch.id} have no first attempt`)
}
