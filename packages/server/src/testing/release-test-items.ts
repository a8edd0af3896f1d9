import { closeForSending } from '../batches/open-for-sending.js'
import { releaseItems } from '../batches/release-items.js'
import type { Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'

/** Makes the items of an approved batch wait to be sent one by one, as they do off the straight way. */
export async function releaseTestItems(pool: Pool, merchantId: string, batchId: string): Promise<void> {
  await withTransaction(pool, (connection) => closeForSending(connection, { merchantId, id: batchId }))
  while ((await releaseItems(pool, { merchantId, isLive: false, batchId })) > 0);
}
