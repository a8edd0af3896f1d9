import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { pickBatch } from './pick-batch.js'

let database: TestDatabase
const names = new Map<string, string>()
let way: 'straight' | 'one by one'

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

async function addBatch(merchantId: string, name: string): Promise<void> {
  const batch = await submitTestBatch(database.pool, merchantId, {
    forceDisburse: true,
    skipValidation: true,
    items: [testItem()]
  })
  names.set(batch.id, name)
  if (way === 'one by one') await releaseTestItems(database.pool, merchantId, batch.id)
}

/** As if all of them had been claimed. */
async function takeAll(batchId?: string): Promise<void> {
  const { pool } = database
  await pool.query(
    'UPDATE batch_cursors SET send_from = 1000000 WHERE send_from IS NOT NULL AND ($1::text IS NULL OR batch_id = $1)',
    [batchId]
  )
  await pool.query(`UPDATE items SET due_at = arus_now() + interval '1 minute' WHERE $1::text IS NULL OR batch_id = $1`, [
    batchId
  ])
}

async function pickNames(count: number): Promise<(string | undefined)[]> {
  const picked: (string | undefined)[] = []
  for (let turn = 0; turn < count; turn++)
    picked.push(names.get((await pickBatch(database.pool, 'approved', ['ready']))?.batchId ?? ''))
  return picked
}

describe.each(['straight', 'one by one'] as const)('picking a batch whose items are sent %s', (theirWay) => {
  beforeEach(async () => {
    way = theirWay
    await takeAll()
  })

  it('serves merchants in turn, and each merchant’s batches in turn, however many one of them has', async () => {
    const many = (await createMerchant(database.pool, { name: 'many' })).id
    const one = (await createMerchant(database.pool, { name: 'one' })).id
    for (const name of ['many 1', 'many 2', 'many 3']) await addBatch(many, name)
    await addBatch(one, 'one')

    const picked = await pickNames(12)
    expect(picked.filter((name) => name === 'one')).toHaveLength(6)
    for (const name of ['many 1', 'many 2', 'many 3']) expect(picked.filter((picked) => picked === name)).toHaveLength(2)
    // Never the same merchant twice in a row.
    expect(picked.some((name, index) => index > 0 && (name === 'one') === (picked[index - 1] === 'one'))).toBe(false)

    await takeAll()
    expect(await pickNames(1), 'with nothing due').toEqual([undefined])
  })

  it('serves a merchant with one batch as often as one whose many small batches come and go', async () => {
    await takeAll()
    const many = (await createMerchant(database.pool, { name: 'many' })).id
    const one = (await createMerchant(database.pool, { name: 'one' })).id
    for (let index = 0; index < 6; index++) await addBatch(many, 'small')
    await addBatch(one, 'large')
    const picked: string[] = []
    for (let turn = 0; turn < 8; turn++) {
      const batch = await pickBatch(database.pool, 'approved', ['ready'])
      picked.push(names.get(batch!.batchId)!)
      // A small batch has nothing more to send after its turn.
      if (batch!.merchantId === many) await takeAll(batch!.batchId)
    }
    expect(picked.filter((name) => name === 'large')).toHaveLength(4)
  })
})
