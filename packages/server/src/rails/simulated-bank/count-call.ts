import type { Pool } from '../../database/create-pool.js'

/**
 * Counts a call to the simulated bank about one subject (a reference, an account), for the accounts that answer
 * differently from call to call. Kept in the bank's schema, since several worker processes call the same bank.
 *
 * @returns which call this is (1 for the first), and how long ago the first one was.
 */
export async function countCall(pool: Pool, subject: string): Promise<{ count: number; sinceFirstCallMs: number }> {
  const result = await pool.query<{ count: number; since_first_call_ms: number }>(
    `INSERT INTO simulated_bank.calls AS call (subject, count) VALUES ($1, 1)
     ON CONFLICT (subject) DO UPDATE SET count = call.count + 1
     RETURNING count, (extract(epoch FROM arus_now() - first_call_at) * 1000)::float8 AS since_first_call_ms`,
    [subject]
  )
  const row = result.rows[0]!
  return { count: row.count, sinceFirstCallMs: row.since_first_call_ms }
}
