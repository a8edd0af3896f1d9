import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { pickBatch } from './pick-batch.js'
import { releaseItems } from './release-items.js'

let database: TestDatabase
const names = new Map<string, string>()

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
  await releaseItems(database.pool, { merchantId, isLive: false, batchId: batch.id })
}

async function pickNames(count: number): Promise<(string | undefined)[]> {
  const picked: (string | undefined)[] = []
  for (let turn = 0; turn < count; turn++)
    picked.push(names.get((await pickBatch(database.pool, 'approved', ['ready']))?.batchId ?? ''))
  return picked
}

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

  await database.pool.query(`UPDATE items SET due_at = arus_now() + interval '1 minute'`)
  expect(await pickNames(1), 'with nothing due').toEqual([undefined])
})

it('serves a merchant with one batch as often as one whose many small batches come and go', async () => {
  await database.pool.query(`UPDATE items SET due_at = arus_now() + interval '1 minute'`)
  const many = (await createMerchant(database.pool, { name: 'many' })).id
  const one = (await createMerchant(database.pool, { name: 'one' })).id
  for (let index = 0; index < 6; index++) await addBatch(many, 'small')
  await addBatch(one, 'large')
  const picked: string[] = []
  for (let turn = 0; turn < 8; turn++) {
    const batch = await pickBatch(database.pool, 'approved', ['ready'])
    picked.push(names.get(batch!.batchId)!)
    // A small batch has nothing more to send after its turn.
    if (batch!.merchantId === many)
      await database.pool.query(`UPDATE items SET status = 'sending' WHERE batch_id = $1`, [batch!.batchId])
  }
  expect(picked.filter((name) => name === 'large')).toHaveLength(4)
})
