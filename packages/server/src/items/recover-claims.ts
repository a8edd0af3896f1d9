import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import type { ClaimPurpose } from './claim-range.js'

type LostClaim = { merchantId: string; batchId: string; purpose: ClaimPurpose; firstOrdinal: number; lastOrdinal: number }

/**
 * Takes a range from a worker that did not renew its lease: each item that it left without an outcome gets a time of its
 * own at which it is due, at once. What was being validated is asked again, unless its batch was turned down or deleted
 * meanwhile; what was being sent is asked about, and never sent again from there.
 *
 * @returns how many ranges were taken over.
 */
export async function recoverClaims(pool: Pool): Promise<number> {
  return await withTransaction(pool, async (connection) => {
    const claim = await lockLostClaim(connection)
    if (claim === undefined) return 0
    await connection.query({
      name: 'queue-lost-items',
      text: `UPDATE items SET due_at = arus_now()
               WHERE merchant_id = $1 AND batch_id = $2 AND ordinal BETWEEN $3 AND $4 AND due_at IS NULL AND status = $5
                 AND ($5 = 'sending' OR EXISTS (SELECT 1 FROM batches WHERE merchant_id = $1 AND id = $2 AND status = 'validating'))`,
      values: [
        claim.merchantId,
        claim.batchId,
        claim.firstOrdinal,
        claim.lastOrdinal,
        claim.purpose === 'send' ? 'sending' : 'need_validation'
      ]
    })
    await connection.query({
      name: 'delete-lost-claim',
      text: 'DELETE FROM item_claims WHERE merchant_id = $1 AND batch_id = $2 AND purpose = $3 AND first_ordinal = $4',
      values: [claim.merchantId, claim.batchId, claim.purpose, claim.firstOrdinal]
    })
    return 1
  })
}

/** Its owner renews it under the same lock: afterwards it is either not lost, or gone. */
async function lockLostClaim(connection: Connection): Promise<LostClaim | undefined> {
  const { rows } = await connection.query<LostClaim>({
    name: 'lock-lost-claim',
    text: `SELECT merchant_id AS "merchantId", batch_id AS "batchId", purpose, first_ordinal AS "firstOrdinal", last_ordinal AS "lastOrdinal"
           FROM item_claims WHERE lease_until <= arus_now() ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED`
  })
  return rows[0]
}
