import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBank } from '../banks/find-bank.js'
import { approveBatch } from '../batches/approve-batch.js'
import { deleteBatch } from '../batches/close-batch.js'
import { readBatch } from '../batches/read-batch.js'
import { withTransaction } from '../database/with-transaction.js'
import { readItems } from '../items/read-items.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { completeTopup } from '../topups/complete-topup.js'
import { createTopup } from '../topups/create-topup.js'
import { chooseReceivingAccount } from '../topups/receiving-account.js'
import { createWorker, type Worker } from './create-worker.js'

const FEE_SEN = 2_500_00n

let database: TestDatabase
let worker: Worker
const errors: unknown[] = []

function startWorker(): Worker {
  const bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
  return createWorker({
    pool: database.pool,
    rails: [bank],
    feePerItemSen: FEE_SEN,
    pollMs: 20,
    onError: (step, error) => errors.push(step, error)
  })
}

beforeAll(async () => {
  database = await createTestDatabase()
  worker = startWorker()
})

afterAll(async () => {
  await worker.stop()
  await database.drop()
})

async function makeScope() {
  const merchant = await createMerchant(database.pool, { name: 'Toko Maju' })
  return { merchantId: merchant.id, isLive: false, actor: 'test' }
}

const verify = () => verifyLedger(database.pool, { readBook: () => readBook(database.pool) })

describe('a worker', () => {
  it('validates a batch, and pays its valid items after approval, each once', async () => {
    const scope = await makeScope()
    const submitted = await submitTestBatch(database.pool, scope.merchantId, {
      items: ['1110', '1112', '1113'].map((accountNumber) => testItem({ accountNumber, amountSen: 15_000_00n }))
    })
    expect(submitted.status).toBe('validating')
    const read = () => readBatch(database.pool, scope, submitted.id)
    expect((await until(read, (batch) => batch.status === 'need_approval')).invalidItems).toBe(1)

    const terms = { ...scope, feePerItemSen: FEE_SEN }
    await withTransaction(database.pool, (connection) => approveBatch(connection, terms, submitted.id, { ignoreInvalid: true }))
    const completed = await until(read, (batch) => batch.completedAt !== null)
    expect(completed).toMatchObject({ status: 'partially_success', doneItems: 2, doneAmountSen: 30_000_00n, openItems: 0 })

    const { items } = await readItems(database.pool, scope, submitted.id, { skip: 0, limit: 10 })
    expect(items.map((item) => item.status)).toEqual(['done', 'done', 'invalid'])
    const references = items.slice(0, 2).map((item) => item.id)
    expect((await readBook(database.pool)).map((entry) => entry.reference).sort()).toEqual(references.sort())
    expect(await verify()).toMatchObject({ faults: [] })
    expect(errors).toEqual([])
  })

  it('throws away what the bank says of a batch that was deleted meanwhile', async () => {
    const scope = await makeScope()
    await worker.stop()
    const submitted = await submitTestBatch(database.pool, scope.merchantId, { items: [testItem({ accountNumber: '1110' })] })
    worker = startWorker()
    await withTransaction(database.pool, (connection) => deleteBatch(connection, scope, submitted.id))
    await expect(readBatch(database.pool, scope, submitted.id)).rejects.toMatchObject({ code: 'DPAY_NOT_FOUND' })
    const another = await submitTestBatch(database.pool, scope.merchantId, { items: [testItem({ accountNumber: '1114' })] })
    await until(
      () => readBatch(database.pool, scope, another.id),
      (batch) => batch.status === 'need_approval'
    )
    const { rows } = await database.pool.query('SELECT status FROM batches WHERE id = $1', [submitted.id])
    expect(rows).toEqual([{ status: 'deleted' }])
    expect(await verify()).toMatchObject({ faults: [] })
  })

  it('leaves nothing leased and nothing unrecorded when it is stopped in the middle of a batch', async () => {
    const scope = await makeScope()
    const submitted = await submitTestBatch(database.pool, scope.merchantId, {
      forceDisburse: true,
      skipValidation: true,
      items: Array.from({ length: 1500 }, (_, index) => testItem({ accountNumber: String(200_000 + 2 * index) }))
    })
    await until(
      () => readBatch(database.pool, scope, submitted.id),
      (batch) => batch.doneItems > 0
    )
    await worker.stop()
    const { rows } = await database.pool.query(
      `SELECT status, count(*)::integer AS count FROM items WHERE batch_id = $1 AND (status = 'sending' OR due_at > arus_now()) GROUP BY status`,
      [submitted.id]
    )
    expect(rows.filter((row) => row.status !== 'done')).toEqual([])
    expect(await verify()).toMatchObject({ faults: [] })

    worker = startWorker()
    const completed = await until(
      () => readBatch(database.pool, scope, submitted.id),
      (batch) => batch.completedAt !== null
    )
    expect(completed).toMatchObject({ status: 'success', doneItems: 1500 })
    expect(await verify()).toMatchObject({ faults: [] })
  })

  it('pays a small batch while a large one is under way, whoever came first', async () => {
    const scope = await makeScope()
    const large = await submitTestBatch(database.pool, scope.merchantId, {
      forceDisburse: true,
      skipValidation: true,
      items: Array.from({ length: 8000 }, (_, index) => testItem({ accountNumber: String(400_000 + 2 * index) }))
    })
    await until(
      () => readBatch(database.pool, scope, large.id),
      (batch) => batch.doneItems > 0
    )
    const small = await submitTestBatch(database.pool, scope.merchantId, {
      forceDisburse: true,
      items: Array.from({ length: 10 }, (_, index) => testItem({ accountNumber: String(600_000 + 2 * index) }))
    })
    const done = await until(
      () => readBatch(database.pool, scope, small.id),
      (batch) => batch.completedAt !== null
    )
    expect(done.status).toBe('success')
    expect((await readBatch(database.pool, scope, large.id)).completedAt).toBeNull()
    await until(
      () => readBatch(database.pool, scope, large.id),
      (batch) => batch.completedAt !== null
    )
  })

  it('blocks a forced batch that the balance does not cover, and pays it once money is there', async () => {
    const scope = await makeScope()
    const submitted = await submitTestBatch(database.pool, scope.merchantId, {
      forceDisburse: true,
      items: Array.from({ length: 11 }, (_, index) =>
        testItem({ accountNumber: String(700_000 + 2 * index), amountSen: 1_000_000_000_00n })
      )
    })
    const read = () => readBatch(database.pool, scope, submitted.id)
    await until(read, (batch) => batch.status === 'need_approval')
    const { rows: events } = await database.pool.query(`SELECT type FROM events WHERE batch_id = $1 ORDER BY created_at, type`, [
      submitted.id
    ])
    expect(events.map((event) => event.type).sort()).toEqual([
      'disbursement.approval_blocked',
      'disbursement.validation_completed'
    ])

    const { merchantId, isLive } = scope
    const topup = await withTransaction(database.pool, (connection) =>
      createTopup(connection, {
        merchantId,
        isLive,
        senderBank: findBank('bca')!,
        amountSen: 2_000_000_000_00n,
        receivingAccount: chooseReceivingAccount(isLive, undefined)
      })
    )
    await completeTopup(database.pool, { merchantId, isLive, topupId: topup.id, reference: topup.id, completedBy: 'test' })
    expect((await until(read, (batch) => batch.completedAt !== null)).status).toBe('success')
    expect(await verify()).toMatchObject({ faults: [] })
  })
})
