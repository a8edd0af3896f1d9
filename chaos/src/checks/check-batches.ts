import type { Pool } from '@arus/server'
import type { AcknowledgedBatch } from '../load/submit-batches.js'

export type BatchCheck = {
  /** Acknowledged batches that are not there whole. */
  lost: string[]
  /** Batches that nobody was told of, or that are there twice. */
  unasked: string[]
  /** Items that are neither final nor before a person. */
  stuck: string[]
  /** By status, as the rows have it. */
  items: Record<string, number>
  finalBatches: string[]
  openCases: Record<string, number>
}

const FINAL = `('success', 'partially_success', 'failed')`

/** Holds the rows against what merchants were told: each acknowledged batch is there once, with all its items. */
export async function checkBatches(pool: Pool, acknowledged: readonly AcknowledgedBatch[]): Promise<BatchCheck> {
  const { rows } = await pool.query<{ id: string; key: string; itemCount: number; items: number; isFinal: boolean }>(
    `SELECT batch.id, batch.batch_key AS key, batch.item_count AS "itemCount", count(item.id)::integer AS items, batch.status IN ${FINAL} AS "isFinal"
     FROM batches AS batch LEFT JOIN items AS item ON item.merchant_id = batch.merchant_id AND item.batch_id = batch.id
     GROUP BY batch.merchant_id, batch.id`
  )
  const there = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(acknowledged.map(({ batchId }) => batchId))
  const lost = acknowledged.flatMap(({ batchId, key, itemCount }) => {
    const row = there.get(batchId)
    if (row === undefined) return [`batch ${batchId} (${key}) was acknowledged, and is not there`]
    if (row.key !== key) return [`batch ${batchId} has the key ${row.key}, and was acknowledged with ${key}`]
    if (row.itemCount === itemCount && row.items === itemCount) return []
    return [`batch ${batchId} (${key}) has ${row.items} items of ${itemCount}`]
  })
  const unasked = rows
    .filter(({ id }) => !known.has(id))
    .map(({ id, key }) => `batch ${id} (${key}) is one that nobody was told of`)
  return {
    lost,
    unasked,
    stuck: await findStuckItems(pool),
    items: await countBy(pool, 'SELECT status AS name, count(*)::integer AS count FROM items GROUP BY status'),
    finalBatches: rows.filter(({ isFinal }) => isFinal).map(({ id }) => id),
    openCases: await countBy(
      pool,
      'SELECT kind AS name, count(*)::integer AS count FROM cases WHERE closed_at IS NULL GROUP BY kind'
    )
  }
}

/** Items that are open, with nobody told of them. */
export async function findStuckItems(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ message: string }>(
    `SELECT format('item %s is %s, due at %s, asked about %s times, with no case', item.id, item.status, item.due_at, item.check_count) AS message
     FROM items AS item
     WHERE item.status NOT IN ('done', 'failed', 'invalid')
       AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.merchant_id = item.merchant_id AND cases.batch_id = item.batch_id
                         AND cases.ordinal = item.ordinal AND cases.closed_at IS NULL)
     ORDER BY item.id`
  )
  return rows.map(({ message }) => message)
}

async function countBy(pool: Pool, statement: string): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string; count: number }>(statement)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
