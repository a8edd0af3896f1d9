import type { Pool } from '@arus/server'

/** Counts the rows that each table has of a merchant: equal before and after what must leave nothing behind. */
export async function countRows(pool: Pool, merchantId: string): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'merchant_id' ORDER BY table_name`
  )
  const counts = tables.map(({ name }) => `(SELECT count(*)::integer FROM ${name} WHERE merchant_id = $1) AS ${name}`)
  const { rows } = await pool.query<Record<string, number>>(`SELECT ${counts.join(', ')}`, [merchantId])
  return rows[0]!
}
