import type { Connection } from '../database/create-pool.js'

type LockedBatch = { merchantId: string; id: string }

/**
 * Lets workers take the items of a batch that is being approved in ranges, from the first on: each becomes sendable in the
 * very claim that sends it (claimRangeToSend). Where an item must be looked at before it may be sent, this is not called,
 * and the items become sendable one by one, in releaseItems. There is no third way.
 *
 * @returns false for a batch that was taken in by a version without cursors: its items must be released.
 */
export async function openForSending(connection: Connection, { merchantId, id }: LockedBatch): Promise<boolean> {
  const { rowCount } = await connection.query({
    name: 'open-for-sending',
    text: 'UPDATE batch_cursors SET send_from = 0 WHERE merchant_id = $1 AND batch_id = $2',
    values: [merchantId, id]
  })
  return rowCount === 1
}

/**
 * The way back, for a locked batch that is approved: no range of it is claimed any more, and what was not claimed yet is
 * left to releaseItems.
 */
export async function closeForSending(connection: Connection, { merchantId, id }: LockedBatch): Promise<void> {
  // First the cursor: a claim that moves it at this moment is waited for, and its items are then no longer among those counted.
  const { rowCount } = await connection.query({
    name: 'close-for-sending',
    text: 'UPDATE batch_cursors SET send_from = NULL WHERE merchant_id = $1 AND batch_id = $2 AND send_from IS NOT NULL',
    values: [merchantId, id]
  })
  if (rowCount === 0) return
  await connection.query({
    name: 'count-unreleased',
    text: `UPDATE batches SET updated_at = arus_now(), unreleased_items = (
             SELECT count(*) FROM items WHERE items.merchant_id = $1 AND items.batch_id = $2 AND items.status IN ('valid', 'need_validation'))
           WHERE merchant_id = $1 AND id = $2 AND status = 'approved'`,
    values: [merchantId, id]
  })
}
