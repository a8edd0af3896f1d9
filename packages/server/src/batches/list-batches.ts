import type { Queryable } from '../database/create-pool.js'
import { BATCH_COLUMNS, type BatchRow, type Scope } from './batch.js'
import type { BatchStatus } from './batch-states.js'

export type BatchPage = { status?: BatchStatus; skip: number; limit: number }

/** Lists a merchant's batches, newest first. `count` is how many there are in all, not on this page. */
export async function listBatches(
  database: Queryable,
  scope: Scope,
  page: BatchPage
): Promise<{ batches: BatchRow[]; count: number }> {
  const { rows: batches } = await database.query<BatchRow>({
    name: 'list-batches',
    text: `SELECT ${BATCH_COLUMNS} FROM batches
           WHERE merchant_id = $1 AND is_live = $2 AND status <> 'deleted' AND ($3::text IS NULL OR status = $3)
           ORDER BY created_at DESC, id OFFSET $4 LIMIT $5`,
    values: [scope.merchantId, scope.isLive, page.status ?? null, page.skip, page.limit]
  })
  return { batches, count: await countBatches(database, scope, page.status) }
}

async function countBatches(database: Queryable, scope: Scope, status: BatchStatus | undefined): Promise<number> {
  const { rows } = await database.query<{ count: number }>({
    name: 'count-batches',
    text: `SELECT count(*)::integer AS count FROM batches
           WHERE merchant_id = $1 AND is_live = $2 AND status <> 'deleted' AND ($3::text IS NULL OR status = $3)`,
    values: [scope.merchantId, scope.isLive, status ?? null]
  })
  return rows[0]!.count
}
