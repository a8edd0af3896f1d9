import type { Pool } from '@arus/server'

/** Something about a payment that a person must settle, or has settled. Times are RFC 3339. */
export type CaseRow = {
  id: string
  merchantId: string
  isLive: boolean
  kind: string
  batchId: string
  /** The payment's place in its batch, counted from 0. */
  ordinal: number
  itemId: string
  amountSen: bigint
  detail: Record<string, unknown>
  openedAt: string
  closedAt: string | null
  resolution: string
}

/** Cases of all merchants, open ones first, then by when they were opened. */
export async function listCases(pool: Pool, { withClosed }: { withClosed: boolean }): Promise<CaseRow[]> {
  const { rows } = await pool.query<CaseRow>({
    text: `SELECT one.id, one.merchant_id AS "merchantId", one.is_live AS "isLive", one.kind, one.batch_id AS "batchId", one.ordinal,
                  item.id AS "itemId", item.amount_sen AS "amountSen", one.detail, one.opened_at AS "openedAt",
                  one.closed_at AS "closedAt", one.resolution
           FROM cases AS one
           JOIN items AS item ON item.merchant_id = one.merchant_id AND item.batch_id = one.batch_id AND item.ordinal = one.ordinal
           WHERE $1 OR one.closed_at IS NULL
           ORDER BY one.closed_at IS NOT NULL, one.opened_at, one.id`,
    values: [withClosed]
  })
  return rows
}
