import type { PickedBatch } from '../batches/pick-batch.js'
import type { Pool, Queryable } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { maySend } from '../quarantine/may-send.js'
import type { AskedItem, ClaimedItem, ItemToSend } from './claim-items.js'

/** Why a range is held. Each has a cursor of its own. */
export type ClaimPurpose = 'validate' | 'send'

/** A range of a batch in a worker's hands until its lease ends, or until it says that it is done with it. */
export type ClaimedRange<Item> = {
  firstOrdinal: number
  lastOrdinal: number
  /** Those of the range that are on the straight way; none, where all of them are invalid. */
  items: Item[]
}

type RangeClaim = { limit: number; leaseMs: number; workerId: string }
type RangeRow<Item> = { [Key in keyof Item]: Item[Key] | null } & { firstOrdinal: number; lastOrdinal: number }

/**
 * Claims the next items of a batch that nobody has asked the bank about yet: a range, by moving the batch's cursor over
 * it. No item is written: the one row of the claim says who holds them.
 *
 * @returns undefined where the cursor is at the end, or the batch has none.
 */
export async function claimRangeToValidate(
  pool: Pool,
  batch: PickedBatch,
  { limit, leaseMs, workerId }: RangeClaim
): Promise<ClaimedRange<AskedItem> | undefined> {
  const { rows } = await pool.query<RangeRow<AskedItem>>({
    name: 'claim-range-to-validate',
    text: `
      WITH range AS (
        UPDATE batch_cursors AS cursor SET validate_from = cursor.validate_from + $3
        WHERE cursor.merchant_id = $1 AND cursor.batch_id = $2
          AND cursor.validate_from < (SELECT item_count FROM batches WHERE merchant_id = $1 AND id = $2 AND status = 'validating')
        RETURNING cursor.validate_from - $3 AS first, cursor.validate_from - 1 AS last
      ), claim AS (
        INSERT INTO item_claims (merchant_id, batch_id, purpose, first_ordinal, last_ordinal, worker_id, lease_until)
        SELECT $1, $2, 'validate', first, last, $5, arus_now() + make_interval(secs => $4::double precision / 1000) FROM range
      )
      SELECT range.first AS "firstOrdinal", range.last AS "lastOrdinal", item.ordinal, item.id, item.attempt, item.amount_sen AS "amountSen", item.bank_code AS "bankCode",
        item.account_number AS "accountNumber", item.account_owner_name AS "accountOwnerName", item.check_count AS "checkCount",
        extract(epoch FROM arus_now())::double precision * 1000 AS "askedAtMs"
      FROM range LEFT JOIN LATERAL (
        SELECT * FROM items
        WHERE merchant_id = $1 AND batch_id = $2 AND ordinal BETWEEN range.first AND range.last AND status = 'need_validation' AND due_at IS NULL
        ORDER BY ordinal OFFSET 0) AS item ON true`,
    values: [batch.merchantId, batch.batchId, limit, leaseMs, workerId]
  })
  return toRange(rows)
}

/**
 * Claims the next items of an approved batch to be paid, straight from `valid` (or `need_validation`, where validation is
 * skipped) to `sending`, with the fee that was fixed at approval and the row of the attempt, committed before anything
 * is sent. When it throws, nothing may be sent, as with claimItemsToSend.
 *
 * @returns undefined where the cursor is at the end, or the batch's items are released one by one.
 */
export async function claimRangeToSend(
  pool: Pool,
  batch: PickedBatch,
  { limit, leaseMs, workerId }: RangeClaim
): Promise<ClaimedRange<ItemToSend> | undefined> {
  return await withTransaction(pool, async (connection) => {
    if (!(await maySend(connection))) return undefined
    const { rows } = await connection.query<RangeRow<ItemToSend>>({
      name: 'claim-range-to-send',
      // The range bounds the items as two values, not by a join: with no statistics yet on a fresh batch, a join would be planned
      // the wrong way round. A worker that waited for another's move of the cursor finds the items after that one's.
      text: `
      WITH range AS (
        UPDATE batch_cursors AS cursor SET send_from = cursor.send_from + $3
        WHERE cursor.merchant_id = $1 AND cursor.batch_id = $2
          AND cursor.send_from < (SELECT item_count FROM batches WHERE merchant_id = $1 AND id = $2 AND status = 'approved')
        RETURNING cursor.send_from - $3 AS first, cursor.send_from - 1 AS last,
          arus_now() + make_interval(secs => $4::double precision / 1000) AS lease_until
      ), claimed AS (
        UPDATE items AS item
        SET status = 'sending', attempt = attempt + 1, due_at = NULL, check_count = 0, updated_at = arus_now(), status_set_at = arus_now(),
            fee_sen = (SELECT fee_per_item_sen FROM batches WHERE merchant_id = $1 AND id = $2)
        WHERE item.merchant_id = $1 AND item.batch_id = $2 AND item.status IN ('valid', 'need_validation')
          AND item.ordinal BETWEEN (SELECT first FROM range) AND (SELECT last FROM range)
        RETURNING item.ordinal, item.id, item.attempt, item.amount_sen AS "amountSen", item.bank_code AS "bankCode",
          item.account_number AS "accountNumber", item.account_owner_name AS "accountOwnerName"
      ), attempts AS (
        INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until)
        SELECT $1, $2, ordinal, attempt, $5, $6, arus_now(), (SELECT lease_until FROM range) FROM claimed
      ), claim AS (
        INSERT INTO item_claims (merchant_id, batch_id, purpose, first_ordinal, last_ordinal, worker_id, lease_until)
        SELECT $1, $2, 'send', first, last, $6, lease_until FROM range WHERE EXISTS (SELECT 1 FROM claimed)
      )
      SELECT range.first AS "firstOrdinal", range.last AS "lastOrdinal", claimed.*, NULL AS "sinceLostMs" FROM range LEFT JOIN claimed ON true ORDER BY ordinal`,
      values: [batch.merchantId, batch.batchId, limit, leaseMs, batch.rail, workerId]
    })
    return toRange(rows)
  })
}

function toRange<Item>(rows: RangeRow<Item & { ordinal: number }>[]): ClaimedRange<Item> | undefined {
  if (rows[0] === undefined) return undefined
  const items = rows.filter((row) => row.ordinal !== null)
  const { firstOrdinal, lastOrdinal } = rows[0]
  return { firstOrdinal, lastOrdinal, items: items as unknown as Item[] }
}

/**
 * Moves the end of a range's lease further, for those of its items that wait or are under way. A lease that is over can't
 * be renewed: by then somebody may be asking about them.
 *
 * @returns the ordinals that are still the caller's.
 */
export async function renewRange(
  pool: Pool,
  batch: PickedBatch,
  { firstOrdinal, items, leaseMs, workerId }: { firstOrdinal: number; items: ClaimedItem[]; leaseMs: number; workerId: string }
): Promise<Set<number>> {
  // Rows are locked in the order of their ordinals, as everywhere; the claim before them, as by who takes it over.
  const inOrder = items.toSorted((left, right) => left.ordinal - right.ordinal)
  const { rows } = await pool.query<{ ordinal: number }>({
    name: 'renew-range',
    text: `
      WITH claim AS (
        UPDATE item_claims SET lease_until = arus_now() + make_interval(secs => $7::double precision / 1000)
        WHERE merchant_id = $1 AND batch_id = $2 AND purpose = 'send' AND first_ordinal = $3 AND worker_id = $4 AND lease_until > arus_now()
        RETURNING lease_until
      ), held AS (
        SELECT sent.attempt_row
        FROM unnest($5::integer[], $6::integer[]) AS mine (ordinal, attempt)
        CROSS JOIN LATERAL (
          SELECT 1 FROM items
          WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = mine.ordinal AND attempt = mine.attempt AND status = 'sending' AND due_at IS NULL
            AND EXISTS (SELECT 1 FROM claim)
          FOR UPDATE) AS found
        CROSS JOIN LATERAL (
          SELECT ctid AS attempt_row FROM transfer_attempts
          WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = mine.ordinal AND attempt = mine.attempt OFFSET 0) AS sent
      )
      UPDATE transfer_attempts AS attempt SET send_until = (SELECT lease_until FROM claim)
      FROM held WHERE attempt.ctid = held.attempt_row
      RETURNING attempt.ordinal`,
    values: [
      batch.merchantId,
      batch.batchId,
      firstOrdinal,
      workerId,
      inOrder.map((item) => item.ordinal),
      inOrder.map((item) => item.attempt),
      leaseMs
    ]
  })
  return new Set(rows.map((row) => row.ordinal))
}

/**
 * Gives a range back once each of its items has an outcome on record. One that still has an item without (it could not be
 * recorded) stays until its lease is over, and is then taken over like that of a worker that is gone; but not what was being
 * validated of a batch that was turned down or deleted meanwhile: nobody waits for its answers any more.
 */
export async function endClaim(
  database: Queryable,
  batch: PickedBatch,
  { purpose, firstOrdinal, lastOrdinal }: { purpose: ClaimPurpose; firstOrdinal: number; lastOrdinal: number }
): Promise<void> {
  await database.query({
    name: 'end-claim',
    text: `
      DELETE FROM item_claims
      WHERE merchant_id = $1 AND batch_id = $2 AND purpose = $3 AND first_ordinal = $4
        AND NOT EXISTS (
          SELECT 1 FROM items
          WHERE merchant_id = $1 AND batch_id = $2 AND ordinal BETWEEN $4 AND $5
            AND due_at IS NULL AND status = CASE $3 WHEN 'send' THEN 'sending' ELSE 'need_validation' END
            AND ($3 = 'send' OR EXISTS (SELECT 1 FROM batches WHERE merchant_id = $1 AND id = $2 AND status = 'validating')))`,
    values: [batch.merchantId, batch.batchId, purpose, firstOrdinal, lastOrdinal]
  })
}
