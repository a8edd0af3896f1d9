import type { PickedBatch } from '../batches/pick-batch.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { maySend } from '../quarantine/may-send.js'
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

/** An item to be sent. */
export type ItemToSend = ClaimedItem & {
  /** How long ago the first attempt of it was sent that the rail may have and then did not know; null where there is none. */
  sinceLostMs: number | null
}

/** An item that is to be asked about, and how often it was. */
export type AskedItem = ClaimedItem & {
  checkCount: number
  /** By the database's clock, before the question is put. */
  askedAtMs: number
}

const CLAIMED_COLUMNS = `item.ordinal, item.id, item.attempt, item.amount_sen AS "amountSen", item.bank_code AS "bankCode",
  item.account_number AS "accountNumber", item.account_owner_name AS "accountOwnerName"`

type Claim = { limit: number; leaseMs: number }

/**
 * Claims items of one batch that wait to be paid by themselves, off the straight way (see claimRangeToSend): `ready →
 * sending`, with the row of the attempt, committed before anything is sent. When this throws, nothing may be sent, whether or not the commit went through: what is then in `sending` is
 * asked about after its lease.
 */
export async function claimItemsToSend(
  pool: Pool,
  batch: PickedBatch,
  { limit, leaseMs, workerId }: Claim & { workerId: string }
): Promise<ItemToSend[]> {
  return await withTransaction(pool, async (connection) => {
    if (!(await maySend(connection))) return []
    const { rows } = await connection.query<ItemToSend>({
      name: 'claim-items-to-send',
      text: `
        WITH claimed AS (
          UPDATE items AS item
          SET status = 'sending', attempt = attempt + 1, due_at = arus_now() + make_interval(secs => $4::double precision / 1000),
              updated_at = arus_now(), status_set_at = arus_now()
          WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status = 'ready' AND item.ordinal = ANY (ARRAY(
            SELECT ordinal FROM items
            WHERE merchant_id = $1 AND batch_id = $2 AND queued_as = 'ready' AND due_at <= arus_now()
            ORDER BY due_at, ordinal LIMIT $3 FOR UPDATE SKIP LOCKED))
          RETURNING ${CLAIMED_COLUMNS}, item.due_at
        ), attempts AS (
          INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until)
          SELECT $1, $2, ordinal, attempt, $5, $6, arus_now(), due_at FROM claimed
        )
        SELECT ordinal, id, attempt, "amountSen", "bankCode", "accountNumber", "accountOwnerName",
          CASE WHEN attempt > 1 THEN (
            SELECT extract(epoch FROM arus_now() - min(earlier.claimed_at))::double precision * 1000
            FROM transfer_attempts AS earlier
            WHERE earlier.merchant_id = $1 AND earlier.batch_id = $2 AND earlier.ordinal = claimed.ordinal
              -- One that nobody has answered may lie before the one that stands for a lost history and was not found.
              AND (earlier.outcome IS NULL OR earlier.outcome IN ('not_found', 'unknown', 'accepted')))
          END AS "sinceLostMs"
        FROM claimed ORDER BY ordinal`,
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
): Promise<AskedItem[]> {
  const { rows } = await pool.query<AskedItem>({
    name: 'claim-items-to-ask',
    text: `
      UPDATE items AS item SET due_at = arus_now() + make_interval(secs => $5::double precision / 1000)
      WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status = ANY ($3::text[]) AND item.ordinal = ANY (ARRAY(
        SELECT due.ordinal FROM unnest($3::text[]) AS wanted (status)
        CROSS JOIN LATERAL (
          -- One queue at a time comes from the index in order; several at once would be sorted, all of a large batch, for each claim.
          SELECT ordinal FROM items
          WHERE merchant_id = $1 AND batch_id = $2 AND queued_as = wanted.status AND due_at <= arus_now()
          ORDER BY due_at, ordinal LIMIT $4 FOR UPDATE SKIP LOCKED) AS due
        LIMIT $4))
      RETURNING ${CLAIMED_COLUMNS}, item.check_count AS "checkCount", extract(epoch FROM arus_now())::double precision * 1000 AS "askedAtMs"`,
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
  // Rows are locked in the order of their ordinals, as everywhere.
  const inOrder = items.toSorted((left, right) => left.ordinal - right.ordinal)
  const { rows } = await pool.query<{ ordinal: number }>({
    name: 'renew-leases',
    // By the attempt's own deadline, not the item's due_at: whoever asks about the item after the lease moves that one.
    text: `
      WITH held AS (
        SELECT mine.ordinal, mine.attempt, found.item_row, sent.attempt_row
        FROM unnest($3::integer[], $4::integer[]) AS mine (ordinal, attempt)
        CROSS JOIN LATERAL (
          SELECT ctid AS item_row FROM items
          WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = mine.ordinal AND attempt = mine.attempt AND status = 'sending'
          FOR UPDATE) AS found
        CROSS JOIN LATERAL (
          SELECT ctid AS attempt_row FROM transfer_attempts
          WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = mine.ordinal AND attempt = mine.attempt AND send_until > arus_now()
          OFFSET 0) AS sent
      ), renewed AS (
        UPDATE items AS item SET due_at = arus_now() + make_interval(secs => $5::double precision / 1000)
        FROM held WHERE item.ctid = held.item_row
        RETURNING item.ordinal, item.due_at, held.attempt_row
      )
      UPDATE transfer_attempts AS attempt SET send_until = renewed.due_at
      FROM renewed WHERE attempt.ctid = renewed.attempt_row
      RETURNING attempt.ordinal`,
    values: [batch.merchantId, batch.batchId, inOrder.map((item) => item.ordinal), inOrder.map((item) => item.attempt), leaseMs]
  })
  return new Set(rows.map((row) => row.ordinal))
}
