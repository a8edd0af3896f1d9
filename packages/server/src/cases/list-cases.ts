import type { Queryable } from '../database/create-pool.js'
import { type CaseRow, SELECT_CASE } from './case.js'
import type { CaseKind } from './case-kinds.js'

export type CaseStatus = 'open' | 'settled'

/** Which cases. What is left out is not asked for: without a merchant and mode, those of all. */
export type CaseFilter = {
  merchantId?: string
  isLive?: boolean
  status?: CaseStatus
  kind?: CaseKind
  batchId?: string
}

const WHERE = `
  WHERE ($1::text IS NULL OR one.merchant_id = $1) AND ($2::boolean IS NULL OR one.is_live = $2)
    AND ($3::text IS NULL OR (one.closed_at IS NOT NULL) = ($3 = 'settled'))
    AND ($4::text IS NULL OR one.kind = $4) AND ($5::text IS NULL OR one.batch_id = $5)`

/** Lists cases: open ones first, the oldest of them first. `count` is how many there are in all, not on this page. */
export async function listCases(
  database: Queryable,
  filter: CaseFilter,
  page: { skip: number; limit: number }
): Promise<{ cases: CaseRow[]; count: number }> {
  const values = [
    filter.merchantId ?? null,
    filter.isLive ?? null,
    filter.status ?? null,
    filter.kind ?? null,
    filter.batchId ?? null
  ]
  const { rows: cases } = await database.query<CaseRow>({
    name: 'list-cases',
    text: `${SELECT_CASE}${WHERE} ORDER BY (one.closed_at IS NOT NULL), one.opened_at, one.id OFFSET $6 LIMIT $7`,
    values: [...values, page.skip, page.limit]
  })
  const { rows: counts } = await database.query<{ count: number }>({
    name: 'count-cases',
    text: `SELECT count(*)::integer AS count FROM cases AS one${WHERE}`,
    values
  })
  return { cases, count: counts[0]!.count }
}
