import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteBatch } from '../batches/close-batch.js'
import { readBatch } from '../batches/read-batch.js'
import { withTransaction } from '../database/with-transaction.js'
import type { Caller } from '../http/caller.js'
import type { ItemRow } from '../items/item.js'
import type { ItemStatus } from '../items/item-states.js'
import { readItems } from '../items/read-items.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import type { Rail } from '../rails/rail.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { createWorker, type Worker } from '../workers/create-worker.js'
import { type ItemSettlement, settleItem } from './settle-item.js'

let database: TestDatabase
let bank: Rail
let worker: Worker
let caller: Caller
const workerErrors: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
  const onError = (step: string, error: unknown) => workerErrors.push(step, error)
  worker = createWorker({ pool: database.pool, rails: [bank], feePerItemSen: 0n, pollMs: 20, onError })
  const merchant = await createMerchant(database.pool, { name: 'Toko' })
  caller = { merchantId: merchant.id, isLive: false, apiKeyId: 'key_test', secretKey: 'dp_test_x' }
})
afterAll(async () => {
  await worker.stop()
  await database.drop()
})

const settle = (item: ItemRow, settlement: ItemSettlement) =>
  settleItem({ pool: database.pool, rails: [bank] }, caller, item.id, settlement)

async function readOnlyItem(batchId: string): Promise<ItemRow> {
  const { items } = await readItems(database.pool, caller, batchId, { skip: 0, limit: 1 })
  return items[0]!
}

/** Pays to one account, and waits until the item is there. */
async function payTo(accountNumber: string, status: ItemStatus): Promise<ItemRow> {
  const batch = await submitTestBatch(database.pool, caller.merchantId, {
    items: [testItem({ accountNumber })],
    forceDisburse: true,
    skipValidation: true
  })
  return until(
    () => readOnlyItem(batch.id),
    (item) => item.status === status
  )
}

async function expectBooksInOrder(item: ItemRow, inTheBook: string[]): Promise<void> {
  const entries = await readBook(database.pool, { references: [item.id] })
  expect(entries.map((entry) => entry.status)).toEqual(inTheBook)
  expect(await verifyLedger(database.pool, { readBook: () => readBook(database.pool) })).toMatchObject({ faults: [] })
  expect(workerErrors).toEqual([])
}

async function countEvents(item: ItemRow, type: string): Promise<number> {
  const { rowCount } = await database.pool.query('SELECT 1 FROM events WHERE batch_id = $1 AND type = $2', [item.batchId, type])
  return rowCount!
}

describe('settleItem', () => {
  it('ends an item that nobody knew about as paid, with one payment in the book', async () => {
    const item = await payTo('990050', 'unknown')
    expect(await settle(item, { outcome: 'done' })).toMatchObject({ status: 'done' })
    expect(await readBatch(database.pool, caller, item.batchId)).toMatchObject({ status: 'success', openItems: 0 })
    await expectBooksInOrder(item, ['paid'])
  })

  it('ends an item that nobody knew about as failed, with the reason', async () => {
    const item = await payTo('990050', 'unknown')
    const settled = await settle(item, { outcome: 'failed', reason: 'account closed' })
    expect(settled).toMatchObject({ status: 'failed', failureCode: 'SETTLED_AS_FAILED', failureReason: 'account closed' })
    expect(await readBatch(database.pool, caller, item.batchId)).toMatchObject({ status: 'failed' })
    await expectBooksInOrder(item, ['rejected'])
  })

  it('brings a paid item back, as a recorded correction that leaves the batch as it ended', async () => {
    const item = await payTo('8422640', 'done')
    const settled = await settle(item, { outcome: 'failed', reason: 'sent back' })
    expect(settled).toMatchObject({ status: 'failed', correctedFrom: 'done', failureReason: 'sent back' })
    expect(await readBatch(database.pool, caller, item.batchId)).toMatchObject({ status: 'success' })
    expect(await countEvents(item, 'disbursement.item_corrected')).toBe(1)
    await expectBooksInOrder(item, ['reversed'])
  })

  it('pays a failed item after all, as a recorded correction', async () => {
    const item = await payTo('990030', 'failed')
    expect(await settle(item, { outcome: 'done' })).toMatchObject({ status: 'done', correctedFrom: 'failed' })
    expect(await countEvents(item, 'disbursement.item_corrected')).toBe(1)
    await expectBooksInOrder(item, ['paid'])
  })

  it('changes nothing when it is told what is so already', async () => {
    const item = await payTo('8422640', 'done')
    expect(await settle(item, { outcome: 'done' })).toEqual(item)
    expect(await countEvents(item, 'disbursement.item_corrected')).toBe(0)
    await expectBooksInOrder(item, ['paid'])
  })

  it('refuses an item that was never sent, and tells the bank nothing', async () => {
    const batch = await submitTestBatch(database.pool, caller.merchantId, { items: [testItem()] })
    const item = await readOnlyItem(batch.id)
    await expect(settle(item, { outcome: 'done' })).rejects.toMatchObject({ code: 'INVALID_DISBURSEMENT_STATUS' })
    expect(await readBook(database.pool, { references: [item.id] })).toEqual([])
  })

  it('knows no item of another merchant, of the other mode, or of a deleted batch', async () => {
    const item = await payTo('8422640', 'done')
    const stranger = { ...caller, merchantId: (await createMerchant(database.pool, { name: 'Lain' })).id }
    const batch = await submitTestBatch(database.pool, caller.merchantId, { items: [testItem()] })
    const deleted = await readOnlyItem(batch.id)
    await withTransaction(database.pool, (connection) => deleteBatch(connection, { ...caller, actor: 'test' }, batch.id))
    const context = { pool: database.pool, rails: [bank, { ...bank, isLive: true }] }
    const notFound = { code: 'DPAY_NOT_FOUND' }
    await expect(settleItem(context, stranger, item.id, { outcome: 'failed' })).rejects.toMatchObject(notFound)
    await expect(settleItem(context, { ...caller, isLive: true }, item.id, { outcome: 'failed' })).rejects.toMatchObject(notFound)
    await expect(settleItem(context, caller, deleted.id, { outcome: 'failed' })).rejects.toMatchObject(notFound)
    await expectBooksInOrder(item, ['paid'])
  })
})
