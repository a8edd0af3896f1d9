import type { BatchRow, Scope } from '../batches/batch.js'
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

/**
 * What an approved batch has not sent yet is to its merchant what waits to be sent, with the fee that it will take; its row
 * says so only when it is sent, so as not to be written twice.
 */
const NOT_SENT_YET: ItemStatus[] = ['valid', 'need_validation']

/** The statuses of rows that show as one of these. */
function rowStatuses(batch: BatchRow, statuses: ItemStatus[]): ItemStatus[] {
  if (batch.approvedAt === null) return statuses
  const others = statuses.filter((status) => !NOT_SENT_YET.includes(status))
  return others.includes('ready') ? [...others, ...NOT_SENT_YET] : others
}

function showStatus(batch: BatchRow, status: ItemStatus): ItemStatus {
  return batch.approvedAt !== null && NOT_SENT_YET.includes(status) ? 'ready' : status
}

function showItem(batch: BatchRow, item: ItemRow): ItemRow {
  const status = showStatus(batch, item.status)
  return status === item.status ? item : { ...item, status, feeSen: batch.feePerItemSen }
}

/** Reads a page of a batch's items in the order they were submitted. `count` is how many match in all. 404 like readBatch. */
export async function readItems(
  database: Queryable,
  scope: Scope,
  batchId: string,
  page: ItemPage
): Promise<{ items: ItemRow[]; count: number }> {
  const batch = await readBatch(database, scope, batchId)
  const statuses = page.statuses === undefined ? null : rowStatuses(batch, page.statuses)
  const { rows: items } = await database.query<ItemRow>({
    name: 'read-items',
    text: `SELECT ${ITEM_COLUMNS} FROM items
           WHERE merchant_id = $1 AND batch_id = $2 AND ordinal > $3 AND ($4::text[] IS NULL OR status = ANY ($4))
           ORDER BY ordinal OFFSET $5 LIMIT $6`,
    values: [scope.merchantId, batchId, page.afterOrdinal ?? -1, statuses, page.skip, page.limit]
  })
  const count = statuses === null ? batch.itemCount : await countItems(database, scope, batchId, statuses)
  return { items: items.map((item) => showItem(batch, item)), count }
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
export async function countItemsByStatus(database: Queryable, batch: BatchRow): Promise<Partial<Record<ItemStatus, number>>> {
  const { rows } = await database.query<{ status: ItemStatus; count: number }>({
    name: 'count-items-by-status',
    text: 'SELECT status, count(*)::integer AS count FROM items WHERE merchant_id = $1 AND batch_id = $2 GROUP BY status',
    values: [batch.merchantId, batch.id]
  })
  const counts: Partial<Record<ItemStatus, number>> = {}
  for (const row of rows) {
    const status = showStatus(batch, row.status)
    counts[status] = (counts[status] ?? 0) + row.count
  }
  return counts
}
