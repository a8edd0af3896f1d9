import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBank } from '../banks/find-bank.js'
import { withTransaction } from '../database/with-transaction.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, setClockShift, type TestDatabase } from '../testing/index.js'
import { completeTopup } from './complete-topup.js'
import { createTopup } from './create-topup.js'
import { readBalance } from './read-balance.js'
import { readTopup } from './read-topup.js'
import { chooseReceivingAccount } from './receiving-account.js'
import type { TopupRow } from './topup.js'

const DAY_MS = 24 * 60 * 60 * 1000

let database: TestDatabase
let merchantId: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  merchantId = (await createMerchant(database.pool, { name: 'Toko Contoh' })).id
})

function create(amountSen: bigint, isLive = false): Promise<TopupRow> {
  const receivingAccount = chooseReceivingAccount(isLive, { bankCode: 'bca', accountNumber: '1', accountHolder: 'PT CONTOH' })
  const senderBank = findBank('mandiri')!
  return withTransaction(database.pool, (connection) =>
    createTopup(connection, { merchantId, isLive, senderBank, amountSen, receivingAccount })
  )
}

const complete = (topup: TopupRow, reference: string) =>
  completeTopup(database.pool, { merchantId, isLive: topup.isLive, topupId: topup.id, reference, completedBy: 'test' })
const readAvailable = async (isLive = false) => (await readBalance(database.pool, { merchantId, isLive })).availableSen

async function countTransfers(topup: TopupRow): Promise<number> {
  const { rowCount } = await database.pool.query('SELECT 1 FROM ledger_transfers WHERE merchant_id = $1 AND topup_id = $2', [
    merchantId,
    topup.id
  ])
  return rowCount!
}

describe('createTopup', () => {
  it('asks for the amount and a code of 1 to 999 rupiah, and moves no money', async () => {
    const before = await readAvailable()
    await fc.assert(
      fc.asyncProperty(fc.bigInt(1n, 100_000_000_000_000n), async (amountSen) => {
        const topup = await create(amountSen)
        expect(topup.totalAmountSen).toBe(amountSen + BigInt(topup.uniqueCode) * 100n)
        expect(topup.uniqueCode >= 1 && topup.uniqueCode <= 999).toBe(true)
        expect(topup).toMatchObject({ status: 'processing', senderBank: 'mandiri', merchantName: 'Toko Contoh', amountSen })
      }),
      { numRuns: 30 }
    )
    expect(await readAvailable()).toBe(before)
  })

  it('never asks for a sum that an open top-up of the merchant asks for', async () => {
    await database.pool.query(
      `INSERT INTO topups (merchant_id, id, is_live, sender_bank, amount_sen, unique_code, total_amount_sen, expires_at,
                           receiving_bank, receiving_account, receiving_holder)
       SELECT $1, 'topup_' || code, false, 'bca', 5000000, code, 5000000 + code * 100, arus_now() + interval '1 hour', 'bni', '1', 'X'
         FROM generate_series(1, 999) AS code WHERE code <> 417`,
      [merchantId]
    )
    expect((await create(5_000_000n)).uniqueCode).toBe(417)
    await expect(create(5_000_000n)).rejects.toMatchObject({ code: 'SERVER_BUSY' })
    await setClockShift(database.pool, DAY_MS)
    expect((await create(5_000_000n)).uniqueCode).toBeGreaterThan(0)
  })
})

describe('readTopup', () => {
  it("finds nothing under another merchant's id, or in the other mode", async () => {
    const topup = await create(100_00n)
    expect(await readTopup(database.pool, { merchantId, isLive: false, topupId: topup.id })).toEqual(topup)
    const other = await createMerchant(database.pool, { name: 'Lain' })
    const attempts = [
      { merchantId: other.id, isLive: false, topupId: topup.id },
      { merchantId, isLive: true, topupId: topup.id },
      { merchantId, isLive: false, topupId: 'topup_none' }
    ]
    for (const attempt of attempts) {
      await expect(readTopup(database.pool, attempt)).rejects.toMatchObject({ code: 'DPAY_NOT_FOUND' })
    }
  })

  it('says expired once the time is over', async () => {
    const topup = await create(100_00n)
    await setClockShift(database.pool, DAY_MS)
    expect((await readTopup(database.pool, { merchantId, isLive: false, topupId: topup.id })).status).toBe('expired')
  })
})

describe('completeTopup', () => {
  it('makes the whole sum available, in its own mode only', async () => {
    const testBefore = await readAvailable(false)
    const topup = await create(250_000_50n, true)
    const { topup: completed, wasComplete } = await complete(topup, 'R-1')
    expect(wasComplete).toBe(false)
    expect(completed).toMatchObject({ status: 'completed', externalReference: 'R-1', completedAt: expect.any(String) })
    expect(await readAvailable(true)).toBe(topup.totalAmountSen)
    expect(await readAvailable(false)).toBe(testBefore)
  })

  it('is done once, however many ask for it at the same time', async () => {
    const topup = await create(1_000_00n, true)
    const results = await Promise.all(Array.from({ length: 10 }, () => complete(topup, 'R-1')))
    expect(results.filter((result) => !result.wasComplete)).toHaveLength(1)
    expect(await readAvailable(true)).toBe(topup.totalAmountSen)
    expect(await countTransfers(topup)).toBe(1)
  })

  it('takes money that came after the expiry date', async () => {
    const topup = await create(1_000_00n, true)
    await setClockShift(database.pool, 2 * DAY_MS)
    expect((await complete(topup, 'R-1')).topup.status).toBe('completed')
    expect(await readAvailable(true)).toBe(topup.totalAmountSen)
  })

  it('refuses a reference that completed another top-up, also when both come at once', async () => {
    const topups = [await create(1_000_00n, true), await create(1_000_00n, true)]
    const results = await Promise.allSettled(topups.map((topup) => complete(topup, 'R-1')))
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')!
    expect(refused.reason).toMatchObject({ code: 'DPAY_INVALID_REQUEST', fieldErrors: [{ field: 'reference' }] })
    const winner = topups[results.findIndex((result) => result.status === 'fulfilled')]!
    expect(await readAvailable(true)).toBe(winner.totalAmountSen)
  })

  it('refuses a second reference for a completed top-up', async () => {
    const topup = await create(1_000_00n, true)
    await complete(topup, 'R-1')
    await expect(complete(topup, 'R-2')).rejects.toMatchObject({ code: 'DPAY_INVALID_REQUEST' })
    expect(await readAvailable(true)).toBe(topup.totalAmountSen)
  })

  it('knows no top-up of another merchant', async () => {
    const topup = await create(1_000_00n)
    const other = await createMerchant(database.pool, { name: 'Lain' })
    const attempt = { merchantId: other.id, isLive: false, topupId: topup.id, reference: 'R-1', completedBy: 'test' }
    await expect(completeTopup(database.pool, attempt)).rejects.toMatchObject({ code: 'DPAY_NOT_FOUND' })
    expect((await readTopup(database.pool, { merchantId, isLive: false, topupId: topup.id })).status).toBe('processing')
  })

  it('has batches that wait for balance tried again at once, and no others', async () => {
    await insertBatch('dis_waiting', 'need_approval', 60)
    await insertBatch('dis_for_a_person', 'need_approval', undefined)
    await complete(await create(1_000_00n), 'R-1')
    const { rows } = await database.pool.query(
      'SELECT id, approval_due_at <= arus_now() AS "isDue" FROM batches WHERE merchant_id = $1 ORDER BY id',
      [merchantId]
    )
    expect(rows).toEqual([
      { id: 'dis_for_a_person', isDue: null },
      { id: 'dis_waiting', isDue: true }
    ])
  })
})

async function insertBatch(id: string, status: string, dueInSeconds: number | undefined): Promise<void> {
  await database.pool.query(
    `INSERT INTO batches (merchant_id, id, is_live, force_disburse, skip_validation, status, rail, total_amount_sen, item_count,
                          unvalidated_items, approval_due_at)
     VALUES ($1, $2, false, true, false, $3, 'simulated_bank', 100, 1, 0, arus_now() + make_interval(secs => $4))`,
    [merchantId, id, status, dueInSeconds ?? null]
  )
}
