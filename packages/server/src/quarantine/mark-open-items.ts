import { closeForSending } from '../batches/open-for-sending.js'
import { lockBatchIfThere } from '../batches/read-batch.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { HELD_ATTEMPT } from '../statements/held-attempt.js'
import { RESTORED_ATTEMPT } from './restored-attempt.js'

/** As many as are released in one step: a second at most, and a lock that is never held for long. */
const ROWS_A_STEP = 5_000

/**
 * Makes every item that may have been paid in a lost history one that is asked about, in steps, and lets payments begin
 * when the last is marked. Does nothing where no quarantine was just opened. Any number of processes may do it at once,
 * and one that ends in the middle leaves the rest to the next.
 */
export async function markOpenItems(pool: Pool): Promise<void> {
  for (;;) {
    const batch = await pickUnmarkedBatch(pool)
    if (batch === undefined) break
    await withTransaction(pool, (connection) => markStep(connection, batch))
  }
  await pool.query({
    name: 'finish-marking',
    text: `UPDATE quarantines SET marked_at = arus_now()
           WHERE marked_at IS NULL AND NOT EXISTS (SELECT 1 FROM quarantined_batches WHERE marked_at IS NULL)`
  })
}

type UnmarkedBatch = { merchantId: string; batchId: string; isLive: boolean }

async function pickUnmarkedBatch(pool: Pool): Promise<UnmarkedBatch | undefined> {
  const { rows } = await pool.query<UnmarkedBatch>({
    name: 'pick-unmarked-batch',
    text: `SELECT batch.merchant_id AS "merchantId", batch.id AS "batchId", batch.is_live AS "isLive"
           FROM quarantined_batches AS quarantined
           JOIN batches AS batch ON batch.merchant_id = quarantined.merchant_id AND batch.id = quarantined.batch_id
           WHERE quarantined.marked_at IS NULL ORDER BY quarantined.merchant_id, quarantined.batch_id LIMIT 1`
  })
  return rows[0]
}

async function markStep(connection: Connection, { merchantId, batchId, isLive }: UnmarkedBatch): Promise<void> {
  const batch = await lockBatchIfThere(connection, { merchantId, isLive }, batchId)
  const from = await readNextOrdinal(connection, merchantId, batchId)
  if (from === undefined) return
  // What no worker has taken yet may have been sent in the lost history too: it is released one by one, and caught there.
  if (from === 0 && batch?.status === 'approved') await closeForSending(connection, batch)
  // Before approval no item has been sent, nor could it be: those are caught when they are released.
  const end = batch?.status === 'approved' ? batch.itemCount : 0
  const to = Math.min(from + ROWS_A_STEP, end)
  if (batch !== undefined && from < to) await markItems(connection, { merchantId, batchId, rail: batch.rail, from, to })
  await connection.query({
    name: 'count-marked',
    text: `UPDATE quarantined_batches SET next_ordinal = $3, marked_at = CASE WHEN $4 THEN arus_now() END
           WHERE merchant_id = $1 AND batch_id = $2`,
    values: [merchantId, batchId, to, to >= end]
  })
}

/** Under the batch's lock; undefined once another process has marked the last of its items. */
async function readNextOrdinal(connection: Connection, merchantId: string, batchId: string): Promise<number | undefined> {
  const { rows } = await connection.query<{ nextOrdinal: number }>({
    name: 'read-next-ordinal',
    text: `SELECT next_ordinal AS "nextOrdinal" FROM quarantined_batches
           WHERE merchant_id = $1 AND batch_id = $2 AND marked_at IS NULL FOR UPDATE`,
    values: [merchantId, batchId]
  })
  return rows[0]?.nextOrdinal
}

async function markItems(
  connection: Connection,
  step: { merchantId: string; batchId: string; rail: string; from: number; to: number }
): Promise<void> {
  await connection.query({
    name: 'mark-items',
    text: `WITH marked AS (
             UPDATE items SET status = 'unknown', attempt = attempt + $6, check_count = 0, not_found_at = NULL,
               -- One that an earlier quarantine or a statement keeps back for a person is that person's still: asking would let it go.
               due_at = CASE WHEN status = 'unknown' AND (EXISTS (
                   SELECT 1 FROM quarantined_items AS held
                   WHERE held.merchant_id = items.merchant_id AND held.batch_id = items.batch_id AND held.ordinal = items.ordinal)
                   OR EXISTS (
                   SELECT 1 FROM transfer_attempts AS held
                   WHERE held.merchant_id = items.merchant_id AND held.batch_id = items.batch_id AND held.ordinal = items.ordinal
                     AND held.worker_id = $9))
                 THEN due_at ELSE arus_now() END,
               updated_at = arus_now(), status_set_at = arus_now()
             WHERE merchant_id = $1 AND batch_id = $2 AND ordinal >= $3 AND ordinal < $4
               AND status IN ('ready', 'sending', 'accepted', 'unknown')
             RETURNING ordinal, attempt)
           INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until, outcome, detail)
           SELECT $1, $2, marked.ordinal, marked.attempt, $5, $7, quarantined.lost_since, quarantined.lost_until, 'unknown', $8
           FROM marked CROSS JOIN (
             SELECT lost_since, lost_until FROM quarantined_batches WHERE merchant_id = $1 AND batch_id = $2) AS quarantined`,
    values: [
      step.merchantId,
      step.batchId,
      step.from,
      step.to,
      step.rail,
      RESTORED_ATTEMPT.numberAbove,
      RESTORED_ATTEMPT.workerId,
      RESTORED_ATTEMPT.detail,
      HELD_ATTEMPT.workerId
    ]
  })
}
