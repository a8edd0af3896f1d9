import type { Connection } from '../database/create-pool.js'

/**
 * One statement of a mode is compared at a time, so that no two lines can claim one item: all that is decided about a
 * line is decided under this lock, which lasts until the transaction's end.
 */
export async function lockStatements(connection: Connection, isLive: boolean): Promise<void> {
  await connection.query({
    name: 'lock-statements',
    text: `SELECT pg_advisory_xact_lock(hashtextextended('statements', CASE WHEN $1 THEN 1 ELSE 0 END))`,
    values: [isLive]
  })
}
