import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveBatch } from '../batches/approve-batch.js'
import { readBatch } from '../batches/read-batch.js'
import { submitBatch } from '../batches/submit-batch.js'
import type { SubmittedItem } from '../batches/submission.js'
import { withTransaction } from '../database/with-transaction.js'
import { readItems } from '../items/read-items.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import type { Rail } from '../rails/rail.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { createWorker, type Worker } from './create-worker.js'

let database: TestDatabase
let worker: Worker
let bank: Rail
const errors: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  bank = createSimulatedBank({ pool: database.pool, refusesRepeats: false })
  worker = createWorker({ pool: database.pool, rails: [bank], feePerItemSen: 2_500_00n, pollMs: 20, onError: (_step, error) => errors.push(error) })
})

afterAll(async () => {
  await worker.stop()
  await database.drop()
})

function item(accountNumber: string, amountSen = 10_000_00n): SubmittedItem {
  return {
    accountOwnerName: 'Siti Rahayu',
    bankCode: 'bca',
    accountNumber,
    amountSen,
    emailRecipient: '',
    phoneNumber: '',
    notes: '',
    senderInformation: undefined
  }
}

async function until<Value>(read: () => Promise<Value>, done: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 15_000
  for (;;) {
    const value = await read()
    if (done(value)) return value
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner))}; ${errors}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a worker', () => {
  it('validates a batch, and pays its valid items after approval, each once', async () => {
    const merchant = await createMerchant(database.pool, { name: 'Toko Maju' })
    const scope = { merchantId: merchant.id, isLive: false, actor: 'test' }
    const submitted = await withTransaction(database.pool, (connection) =>
      submitBatch(
        connection,
        { ...scope, rail: bank.name, feePerItemSen: 2_500_00n },
        { batchKey: 'one', name: 'salaries', description: '', forceDisburse: false, skipValidation: false, items: [item('1110'), item('1112', 20_000_00n), item('1113')] }
      )
    )
    expect(submitted.status).toBe('validating')
    const validated = await until(() => readBatch(database.pool, scope, submitted.id), (batch) => batch.status === 'need_approval')
    expect(validated.invalidItems).toBe(1)

    await withTransaction(database.pool, (connection) => approveBatch(connection, { ...scope, feePerItemSen: 2_500_00n }, submitted.id, { ignoreInvalid: true }))
    const completed = await until(() => readBatch(database.pool, scope, submitted.id), (batch) => batch.completedAt !== null)
    expect(completed).toMatchObject({ status: 'partially_success', doneItems: 2, doneAmountSen: 30_000_00n, openItems: 0 })

    const { items } = await readItems(database.pool, scope, submitted.id, { skip: 0, limit: 10 })
    expect(items.map((one) => one.status)).toEqual(['done', 'done', 'invalid'])
    const book = await readBook(database.pool)
    expect(book.map((entry) => entry.reference).sort()).toEqual(items.slice(0, 2).map((one) => one.id).sort())
    expect(await verifyLedger(database.pool, { readBook: () => readBook(database.pool) })).toMatchObject({ faults: [] })
    expect(errors).toEqual([])
  })
})
