import type { Pool } from '@arus/server'

/** How much there was to check: a check of the wrong, empty database finds no fault either. */
export async function countBooks(pool: Pool): Promise<{ merchants: number; transfers: number }> {
  const { rows } = await pool.query<{ merchants: number; transfers: number }>(
    `SELECT (SELECT count(*) FROM merchants)::integer AS merchants, (SELECT count(*) FROM ledger_transfers)::integer AS transfers`
  )
  return rows[0]!
}
