import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'

/**
 * Gives the only item of a batch another id, past what keeps it for ever: as if it had come again with the reference that a
 * statement had before.
 */
export async function nameTestItem(pool: Pool, batchId: string, itemId: string): Promise<void> {
  await withTransaction(pool, async (connection) => {
    await connection.query('SET LOCAL session_replication_role = replica')
    await connection.query('UPDATE items SET id = $2 WHERE batch_id = $1', [batchId, itemId])
  })
}
