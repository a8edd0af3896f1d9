import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { createMerchant } from './create-merchant.js'
import { listMerchants } from './list-merchants.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('createMerchant', () => {
  it('makes five accounts in each mode, and a balance in test mode only', async () => {
    const { pool } = database
    const merchant = await createMerchant(pool, { name: ' Warung Sari ' })
    expect(merchant).toMatchObject({ id: expect.stringMatching(/^mer_/), name: 'Warung Sari' })
    const { rows } = await pool.query(
      'SELECT is_live, kind, credits_posted - debits_posted AS balance FROM ledger_accounts WHERE merchant_id = $1 ORDER BY is_live, kind',
      [merchant.id]
    )
    expect(rows).toHaveLength(10)
    expect(rows.filter((row) => row.balance !== 0n)).toEqual([
      { is_live: false, kind: 'available', balance: 1_000_000_000_000n },
      { is_live: false, kind: 'external', balance: -1_000_000_000_000n }
    ])
  })

  it('lists merchants, oldest first', async () => {
    const { pool } = database
    const made = [await createMerchant(pool, { name: 'A' }), await createMerchant(pool, { name: 'B' })]
    expect((await listMerchants(pool)).slice(-2)).toEqual(made)
  })

  it('refuses a name that is empty, and leaves nothing behind', async () => {
    const before = await listMerchants(database.pool)
    await expect(createMerchant(database.pool, { name: '  ' })).rejects.toThrow('a merchant needs a name')
    expect(await listMerchants(database.pool)).toEqual(before)
  })
})
