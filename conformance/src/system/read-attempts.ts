import type { Pool } from '@arus/server'

export type Attempt = { workerId: string; outcome: string | null; detail: string; claimedAt: string }

/** The transfers of an item that were made or begun, oldest first. */
export async function readAttempts(pool: Pool, itemId: string): Promise<Attempt[]> {
  const { rows } = await pool.query<Attempt>(
    `SELECT worker_id AS "workerId", outcome, detail, claimed_at AS "claimedAt"
     FROM transfer_attempts JOIN items USING (merchant_id, batch_id, ordinal) WHERE items.id = $1 ORDER BY transfer_attempts.attempt`,
    [itemId]
  )
  return rows
}
