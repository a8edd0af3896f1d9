import type { Queryable } from '../database/create-pool.js'

/** Deletes up to `limit` stored answers whose time is over, and says how many; one at a time for whoever else does so too. */
export async function deleteExpiredAnswers(database: Queryable, limit: number): Promise<number> {
  const { rowCount } = await database.query({
    name: 'delete-expired-answers',
    text: `DELETE FROM idempotent_requests WHERE ctid = ANY (ARRAY(
             SELECT ctid FROM idempotent_requests WHERE expires_at <= arus_now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED))`,
    values: [limit]
  })
  return rowCount ?? 0
}
