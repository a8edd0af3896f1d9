import type { PickedBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import type { ItemStatus } from './item-states.js'

/** An item in a worker's hands until its lease ends. */
export type ClaimedItem = {
  ordinal: number
  id: string
  /** The fence: an answer is recorded for this attempt and no other. */
  attempt: number
  amountSen: bigint
  bankCode: string
  accountNumber: string
  accountOwnerName: string
}

// Rows are always named by `ordinal = ANY (array)`, a condition of the primary key. Joined with a sub-select instead, the
// planner, which has no statistics on a fresh batch, compares every item with every row of it.
const CLAIMED_COLUMNS = `item.ordinal, item.id, item.attempt, item.amount_sen AS "amountSen", item.bank_code AS "bankCode",
  item.account_number AS "accountNumber", item.account_owner_name AS "accountOwnerName"`

type Claim = { limit: number; leaseMs: number }

/**
 * Claims items of one batch to be paid: `ready → sending`, with the row of the attempt, committed before anything is
 * sent. When this throws, nothing may be sent, whether or not the commit went through: what is then in `sending` is
 * asked about after its lease.
 */
export async function claimItemsToSend(
  pool: Pool,
  batch: PickedBatch,
  { limit, leaseMs, workerId }: Claim & { workerId: string }
): Promise<ClaimedItem[]> {
  return await withTransaction(pool, async (connection) => {
    const { rows } = await connection.query<ClaimedItem>({
      name: 'claim-items-to-send',
      text: `
        WITH claimed AS (
          UPDATE items AS item
          SET status = 'sending', attempt = attempt + 1, due_at = arus_now() + make_interval(secs => $4::double precision / 1000),
              updated_at = arus_now(), status_set_at = arus_now()
          WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status = 'ready' AND item.ordinal = ANY (ARRAY(
            SELECT ordinal FROM items
            WHERE merchant_id = $1 AND batch_id = $2 AND status = 'ready' AND due_at <= arus_now()
            ORDER BY due_at, ordinal LIMIT $3 FOR UPDATE SKIP LOCKED))
          RETURNING ${CLAIMED_COLUMNS}, item.due_at
        ), attempts AS (
          INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until)
          SELECT $1, $2, ordinal, attempt, $5, $6, arus_now(), due_at FROM claimed
        )
        SELECT ordinal, id, attempt, "amountSen", "bankCode", "accountNumber", "accountOwnerName" FROM claimed ORDER BY ordinal`,
      values: [batch.merchantId, batch.batchId, limit, leaseMs, batch.rail, workerId]
    })
    return rows
  })
}

/** Claims items of one batch that wait for an answer, to ask about them, or to ask the bank about their accounts. */
export async function claimItemsToAsk(
  pool: Pool,
  batch: PickedBatch,
  { statuses, limit, leaseMs }: Claim & { statuses: ItemStatus[] }
): Promise<(ClaimedItem & { checkCount: number })[]> {
  const { rows } = await pool.query<ClaimedItem & { checkCount: number }>({
    name: 'claim-items-to-ask',
    text: `
      UPDATE items AS item SET due_at = arus_now() + make_interval(secs => $5::double precision / 1000)
      WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status = ANY ($3::text[]) AND item.ordinal = ANY (ARRAY(
        SELECT ordinal FROM items
        WHERE merchant_id = $1 AND batch_id = $2 AND status = ANY ($3::text[])
          AND status IN ('need_validation', 'valid', 'ready', 'sending', 'accepted', 'unknown') AND due_at <= arus_now()
        ORDER BY due_at, ordinal LIMIT $4 FOR UPDATE SKIP LOCKED))
      RETURNING ${CLAIMED_COLUMNS}, item.check_count AS "checkCount"`,
    values: [batch.merchantId, batch.batchId, statuses, limit, leaseMs]
  })
  return rows
}

/**
 * Moves the end of a lease further, for calls that wait or are under way. An expired lease can't be renewed: by then
 * somebody may be asking about the item.
 *
 * @returns the ordinals that are still the caller's.
 */
export async function renewLeases(pool: Pool, batch: PickedBatch, items: ClaimedItem[], leaseMs: number): Promise<Set<number>> {
  const { rows } = await pool.query<{ ordinal: number }>({
    name: 'renew-leases',
    // By the attempt's own deadline, not the item's due_at: whoever asks about the item after the lease moves that one.
    text: `
      WITH held AS (
        SELECT item.ordinal, item.attempt
        FROM unnest($3::integer[], $4::integer[]) AS mine (ordinal, attempt)
        JOIN items AS item ON item.merchant_id = $1 AND item.batch_id = $2 AND item.ordinal = mine.ordinal AND item.attempt = mine.attempt
        JOIN transfer_attempts AS attempt ON attempt.merchant_id = $1 AND attempt.batch_id = $2
          AND attempt.ordinal = mine.ordinal AND attempt.attempt = mine.attempt
        WHERE item.status = 'sending' AND attempt.send_until > arus_now()
          AND item.ordinal = ANY ($3::integer[]) AND attempt.ordinal = ANY ($3::integer[])
        ORDER BY item.ordinal FOR UPDATE OF item
      ), renewed AS (
        UPDATE items AS item SET due_at = arus_now() + make_interval(secs => $5::double precision / 1000)
        FROM held WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.ordinal = held.ordinal AND item.ordinal = ANY ($3::integer[])
        RETURNING item.ordinal, item.attempt, item.due_at
      )
      UPDATE transfer_attempts AS attempt SET send_until = renewed.due_at
      FROM renewed WHERE attempt.merchant_id = $1 AND attempt.batch_id = $2 AND attempt.ordinal = renewed.ordinal AND attempt.attempt = renewed.attempt
        AND attempt.ordinal = ANY ($3::integer[])
      RETURNING attempt.ordinal`,
    values: [batch.merchantId, batch.batchId, items.map((item) => item.ordinal), items.map((item) => item.attempt), leaseMs]
  })
  return new Set(rows.map((row) => row.ordinal))
}
