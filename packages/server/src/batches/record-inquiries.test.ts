import { afterAll, beforeAll, expect, it } from 'vitest'
import { withTransaction } from '../database/with-transaction.js'
import { readItems } from '../items/read-items.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { rejectBatch } from './close-batch.js'
import { readBatch } from './read-batch.js'
import { type InquiryReport, recordInquiries } from './record-inquiries.js'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

const valid = (ordinal: number): InquiryReport => ({
  ordinal,
  checkCount: 0,
  outcome: { kind: 'valid', accountHolder: 'SITI RAHAYU' }
})
const invalid = (ordinal: number): InquiryReport => ({
  ordinal,
  checkCount: 0,
  outcome: { kind: 'invalid', message: 'no such account' }
})
const unknown = (ordinal: number): InquiryReport => ({
  ordinal,
  checkCount: 0,
  outcome: { kind: 'unknown', reason: 'no answer' }
})

async function submit(itemCount: number) {
  const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Maju' })
  const batch = await submitTestBatch(database.pool, merchantId, { items: Array.from({ length: itemCount }, () => testItem()) })
  const scope = { merchantId, isLive: false, actor: 'test' }
  return {
    scope,
    batch,
    record: (reports: InquiryReport[]) => recordInquiries(database.pool, { ...scope, feePerItemSen: 0n }, batch.id, reports),
    read: () => readBatch(database.pool, scope, batch.id),
    statuses: async () =>
      (await readItems(database.pool, scope, batch.id, { skip: 0, limit: 100 })).items.map((item) => item.status)
  }
}

it('counts an item once when two workers asked about it', async () => {
  const { record, read } = await submit(2)
  await Promise.all([record([invalid(0)]), record([invalid(0)]), record([valid(0)])])
  expect(await read()).toMatchObject({ status: 'validating', unvalidatedItems: 1 })
  await record([valid(1)])
  expect(await read()).toMatchObject({ status: 'need_approval', unvalidatedItems: 0 })
  expect((await verifyLedger(database.pool)).faults).toEqual([])
})

it('never takes silence for an answer', async () => {
  const { record, read, statuses } = await submit(1)
  await record([unknown(0)])
  expect(await statuses()).toEqual(['need_validation'])
  expect(await read()).toMatchObject({ status: 'validating', unvalidatedItems: 1 })
})

it('holds no item that comes later while it waits for an earlier one: whoever takes a range over locks in that order', async () => {
  const { batch, record, read } = await submit(3)
  const other = await database.pool.connect()
  const lock = (ordinal: number) =>
    other.query('SELECT FROM items WHERE batch_id = $1 AND ordinal = $2 FOR UPDATE NOWAIT', [batch.id, ordinal])
  try {
    await other.query('BEGIN')
    await lock(0)
    const recorded = record([unknown(2), valid(1), unknown(0)])
    await until(
      () => database.pool.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
      ({ rowCount }) => rowCount === 1
    )
    await lock(1)
    await lock(2)
    await other.query('COMMIT')
    await recorded
  } finally {
    other.release()
  }
  expect(await read()).toMatchObject({ status: 'validating', unvalidatedItems: 2 })
})

it('throws away what the bank says after the batch was rejected', async () => {
  const { scope, batch, record, read, statuses } = await submit(2)
  await record([valid(0)])
  await withTransaction(database.pool, (connection) => rejectBatch(connection, scope, batch.id, 'wrong file'))
  await record([invalid(1)])
  expect(await statuses()).toEqual(['valid', 'need_validation'])
  expect(await read()).toMatchObject({ status: 'rejected', invalidItems: 0 })
})
