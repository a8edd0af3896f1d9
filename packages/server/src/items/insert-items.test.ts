import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'

let database: TestDatabase
let merchantId: string
let batchId: string

beforeAll(async () => {
  database = await createTestDatabase()
  merchantId = (await createMerchant(database.pool, { name: 'Toko Maju' })).id
  const options = { forceDisburse: false, skipValidation: false, items: [testItem(), testItem()] }
  batchId = (await submitTestBatch(database.pool, merchantId, options)).id
})

afterAll(() => database.drop())

const countItems = async () => (await database.pool.query('SELECT count(*)::integer AS count FROM items')).rows[0].count

it('refuses items of a batch that is not there, also among those of one that is', async () => {
  const copied = `INSERT INTO items (merchant_id, batch_id, ordinal, id, status, amount_sen, bank_code, account_number, account_owner_name)
    SELECT merchant_id, CASE ordinal WHEN 0 THEN batch_id ELSE 'dis_nowhere' END, ordinal + 10, id || 'x', status, amount_sen, bank_code, account_number, account_owner_name
    FROM items WHERE batch_id = $1`
  await expect(database.pool.query(copied, [batchId])).rejects.toMatchObject({ code: '23503', message: 'an item has no batch' })
  expect(await countItems()).toBe(2)
})

it('refuses to delete a batch that has items', async () => {
  const deleted = database.pool.query('DELETE FROM batches WHERE id = $1', [batchId])
  await expect(deleted).rejects.toMatchObject({ code: '23503', message: 'a batch still has items' })
})

it.each([
  { statement: `UPDATE items SET batch_id = 'dis_other'`, table: 'items' },
  { statement: `UPDATE items SET id = id || 'x'`, table: 'items' },
  { statement: `UPDATE batches SET id = 'dis_other'`, table: 'batches' }
])('refuses to change a key: $statement', async ({ statement, table }) => {
  await expect(database.pool.query(statement)).rejects.toThrow(`the key of ${table} never changes`)
})
