import type { Connection } from '../database/create-pool.js'

/** Closes what was open for want of an answer, now that the bank has given one. */
export async function closeUnresolvedCases(
  connection: Connection,
  { merchantId, id: batchId }: { merchantId: string; id: string },
  ordinals: number[]
): Promise<void> {
  if (ordinals.length === 0) return
  await connection.query({
    name: 'close-unresolved-cases',
    text: `UPDATE cases SET closed_at = arus_now(), resolution = 'answered'
           WHERE merchant_id = $1 AND batch_id = $2 AND ordinal = ANY ($3::integer[]) AND kind = 'unresolved' AND closed_at IS NULL`,
    values: [merchantId, batchId, ordinals]
  })
}
