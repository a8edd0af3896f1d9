import { expect } from 'vitest'
import type { Scope } from '../batches/batch.js'
import type { Pool } from '../database/create-pool.js'
import { claimItemsToSend } from '../items/claim-items.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { releaseTestItems } from './release-test-items.js'
import { submitTestBatch, testItem } from './submit-test-batch.js'

/** On their straight way, a range as a whole; or each by itself. */
export type WayOfSending = 'straight' | 'one by one'

/** A batch of so many items of a merchant of its own, all of them claimed to be sent, for a minute. */
export async function sendTestBatch(
  pool: Pool,
  way: WayOfSending,
  itemCount: number,
  feeSen: bigint
): Promise<Scope & { actor: string; batchId: string }> {
  const { id: merchantId } = await createMerchant(pool, { name: 'Toko Maju' })
  const items = Array.from({ length: itemCount }, () => testItem())
  const { id: batchId } = await submitTestBatch(pool, merchantId, { forceDisburse: true, skipValidation: true, items }, feeSen)
  const scope = { merchantId, isLive: false, actor: 'test', batchId }
  const batch = { ...scope, rail: 'simulated_bank' }
  const claim = { limit: itemCount, leaseMs: 60_000, workerId: 'worker_1' }
  if (way === 'one by one') {
    await releaseTestItems(pool, merchantId, batchId)
    expect(await claimItemsToSend(pool, batch, claim)).toHaveLength(itemCount)
  } else expect((await claimRangeToSend(pool, batch, claim))?.items).toHaveLength(itemCount)
  return scope
}
