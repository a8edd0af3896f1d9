import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { isQuarantined, releaseQuarantinedItems } from '../quarantine/release-quarantined-items.js'
import type { Scope } from './batch.js'
import { lockBatchIfThere } from './read-batch.js'

/** Enough that a large batch is released in a second, few enough that its lock is never held for long. */
const ROWS_A_STEP = 5_000

/** Picks an approved batch with items that were not handed to the workers yet. */
export async function pickBatchToRelease(pool: Pool): Promise<(Scope & { batchId: string }) | undefined> {
  const { rows } = await pool.query<Scope & { batchId: string }>({
    name: 'pick-batch-to-release',
    text: `SELECT batch.merchant_id AS "merchantId", batch.id AS "batchId", batch.is_live AS "isLive"
           FROM batches AS batch JOIN batch_turns AS turn ON turn.merchant_id = batch.merchant_id AND turn.batch_id = batch.id
           WHERE batch.status = 'approved' AND batch.unreleased_items > 0
           ORDER BY turn.last_served_at, batch.approved_at LIMIT 1`
  })
  return rows[0]
}

/**
 * Makes the next items of an approved batch `ready` to be sent, with the fee that was fixed at approval. In steps, so
 * that approving 50,000 items is one short transaction and the first are paid before the last are released.
 *
 * @returns how many were released.
 */
export async function releaseItems(pool: Pool, scope: Scope & { batchId: string }): Promise<number> {
  return await withTransaction(pool, async (connection) => {
    const batch = await lockBatchIfThere(connection, scope, scope.batchId)
    if (batch === undefined || batch.unreleasedItems === 0) return 0
    // What may have been paid in a history that is lost is asked about first, whoever approved it and when.
    const released = (await isQuarantined(connection, batch))
      ? await releaseQuarantinedItems(connection, batch, ROWS_A_STEP)
      : await releaseStep(connection, scope, batch.feePerItemSen)
    if (released === 0) throw new Error(`batch ${batch.id} counts ${batch.unreleasedItems} items to release and has none`)
    await connection.query({
      name: 'count-released',
      text: 'UPDATE batches SET unreleased_items = unreleased_items - $3, updated_at = arus_now() WHERE merchant_id = $1 AND id = $2',
      values: [scope.merchantId, scope.batchId, released]
    })
    return released
  })
}

async function releaseStep(
  connection: Connection,
  { merchantId, batchId }: { merchantId: string; batchId: string },
  feeSen: bigint
): Promise<number> {
  const { rowCount } = await connection.query({
    name: 'release-items',
    // By a range of ordinals, not joined with a sub-select: with no statistics yet on a fresh batch, the planner took the
    // join for one row by one row, and 8,000 items took half a minute.
    text: `UPDATE items
           SET status = 'ready', fee_sen = $3, check_count = 0, due_at = arus_now(), updated_at = arus_now(), status_set_at = arus_now()
           WHERE merchant_id = $1 AND batch_id = $2 AND status IN ('valid', 'need_validation')
             AND ordinal <= (SELECT max(ordinal) FROM (
               SELECT ordinal FROM items WHERE merchant_id = $1 AND batch_id = $2 AND status IN ('valid', 'need_validation')
               ORDER BY ordinal LIMIT ${ROWS_A_STEP}) AS step)`,
    values: [merchantId, batchId, feeSen]
  })
  return rowCount ?? 0
}
