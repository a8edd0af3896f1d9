import type { Scope } from '../batches/batch.js'
import { readBatch } from '../batches/read-batch.js'
import type { Queryable } from '../database/create-pool.js'
import { ITEM_COLUMNS, type ItemRow } from './item.js'
import type { ItemStatus } from './item-states.js'

export type ItemPage = {
  /** Only items in one of these. */
  statuses?: ItemStatus[]
  skip: number
  limit: number
  /** Start after this item instead of counting off `skip` rows: as quick on the last page as on the first. */
  afterOrdinal?: number
}

/** Reads a page of a batch's items in the order they were submitted. `count` is how many match in all. 404 like readBatch. */
export async function readItems(
  database: Queryable,
  scope: Scope,
  batchId: string,
  page: ItemPage
): Promise<{ items: ItemRow[]; count: number }> {
  const batch = await readBatch(database, scope, batchId)
  const statuses = page.statuses ?? null
  const { rows: items } = await database.query<ItemRow>({
    name: 'read-items',
    text: `SELECT ${ITEM_COLUMNS} FROM items
           WHERE merchant_id = $1 AND batch_id = $2 AND ordinal > $3 AND ($4::text[] IS NULL OR status = ANY ($4))
           ORDER BY ordinal OFFSET $5 LIMIT $6`,
    values: [scope.merchantId, batchId, page.afterOrdinal ?? -1, statuses, page.skip, page.limit]
  })
  const count = statuses === null ? batch.itemCount : await countItems(database, scope, batchId, statuses)
  return { items, count }
}

async function countItems(database: Queryable, scope: Scope, batchId: string, statuses: ItemStatus[]): Promise<number> {
  const { rows } = await database.query<{ count: number }>({
    name: 'count-items',
    text: 'SELECT count(*)::integer AS count FROM items WHERE merchant_id = $1 AND batch_id = $2 AND status = ANY ($3::text[])',
    values: [scope.merchantId, batchId, statuses]
  })
  return rows[0]!.count
}

/** Counts a batch's items by status. */
export async function countItemsByStatus(
  database: Queryable,
  scope: Scope,
  batchId: string
): Promise<Partial<Record<ItemStatus, number>>> {
  const { rows } = await database.query<{ status: ItemStatus; count: number }>({
    name: 'count-items-by-status',
    text: 'SELECT status, count(*)::integer AS count FROM items WHERE merchant_id = $1 AND batch_id = $2 GROUP BY status',
    values: [scope.merchantId, batchId]
  })
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}
