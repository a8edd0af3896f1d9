import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { approveBatch } from '../batches/approve-batch.js'
import { readBatch } from '../batches/read-batch.js'
import { releaseItems } from '../batches/release-items.js'
import { withTransaction } from '../database/with-transaction.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { createWorker } from '../workers/create-worker.js'
import { claimItemsToSend } from './claim-items.js'
import { type ItemReport, recordOutcomes } from './record-outcomes.js'

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }
const MIGRATION = new URL('../../migrations/0014_item_claims.sql', import.meta.url)

let database: TestDatabase
let merchantId: string

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

beforeEach(async () => {
  merchantId = (await createMerchant(database.pool, { name: 'Toko Maju' })).id
})

const scopeOf = (batchId: string) => ({ merchantId, isLive: false, actor: 'test', batchId })

/** Leaves a batch as the version before would have taken it in: no cursor, and each item due by itself. */
async function submitAsBefore(options: { forceDisburse: boolean; skipValidation: boolean }, accounts: string[]): Promise<string> {
  const items = accounts.map((accountNumber) => testItem({ accountNumber }))
  // Not forced yet: that version would have approved it without a cursor.
  const batch = await submitTestBatch(database.pool, merchantId, { ...options, forceDisburse: false, items })
  await database.pool.query('DELETE FROM batch_cursors WHERE batch_id = $1', [batch.id])
  await database.pool.query('UPDATE items SET due_at = arus_now() WHERE batch_id = $1', [batch.id])
  if (options.forceDisburse) await approve(batch.id)
  return batch.id
}

async function approve(batchId: string): Promise<void> {
  const terms = { ...scopeOf(batchId), feePerItemSen: 0n }
  await withTransaction(database.pool, (connection) => approveBatch(connection, terms, batchId, { ignoreInvalid: true }))
}

/** An approved batch with an item in each status that one can have on its way. */
async function makeBatchUnderWay(): Promise<string> {
  const batchId = await submitAsBefore({ forceDisburse: true, skipValidation: true }, ['2', '4', '990020', '990040', '6', '8'])
  const { pool } = database
  await releaseItems(pool, scopeOf(batchId))
  await pool.query(`UPDATE items SET due_at = arus_now() + interval '1 second' WHERE batch_id = $1 AND ordinal >= 4`, [batchId])
  const items = await claimItemsToSend(
    pool,
    { ...scopeOf(batchId), rail: 'simulated_bank' },
    { limit: 4, leaseMs: 60_000, workerId: 'before' }
  )
  const bank = createSimulatedBank({ pool, refusesRepeats: false })
  const reports: ItemReport[] = []
  // The first was sent, and its worker died; the others have their answers.
  for (const item of items) {
    const outcome = await bank.transfer({ ...item, reference: item.id }, new AbortController())
    if (item.ordinal > 0) reports.push({ ordinal: item.ordinal, attempt: 1, source: 'transfer', outcome })
  }
  await recordOutcomes(pool, { ...scopeOf(batchId), policy: POLICY }, reports)
  return batchId
}

function startWorker(): void {
  const { pool } = database
  const rails = [createSimulatedBank({ pool, refusesRepeats: false })]
  const worker = createWorker({ pool, rails, feePerItemSen: 0n, pollMs: 10, onError: () => {} })
  onTestFinished(() => worker.stop())
}

const untilStatus = (batchId: string, status: string) =>
  until(
    () => readBatch(database.pool, scopeOf(batchId), batchId),
    (batch) => batch.status === status
  )

async function expectEachPaidOnce(): Promise<void> {
  const book = await readBook(database.pool)
  expect(book).toHaveLength(new Set(book.map((entry) => entry.reference)).size)
  expect((await verifyLedger(database.pool, { readBook: () => readBook(database.pool) })).faults).toEqual([])
}

async function readItemStatuses(batchId: string): Promise<string[]> {
  const { rows } = await database.pool.query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])
  return rows.map((row) => row.status)
}

it('finds every item that was under way when the schema changed, in the queue of its status', async () => {
  const batchId = await makeBatchUnderWay()
  expect(await readItemStatuses(batchId)).toEqual(['sending', 'done', 'accepted', 'unknown', 'ready', 'ready'])
  const { pool } = database
  // As it was before, with the same rows in it.
  await pool.query(`
    DROP INDEX items_queued; ALTER TABLE items DROP COLUMN queued_as; UPDATE items SET due_at = arus_now() WHERE due_at IS NULL;
    ALTER TABLE items ALTER due_at SET NOT NULL; DROP TABLE batch_cursors, item_claims;
    CREATE INDEX items_open ON items (merchant_id, batch_id, status, due_at, ordinal)
      WHERE status IN ('need_validation', 'valid', 'ready', 'sending', 'accepted', 'unknown')`)
  await pool.query(await readFile(MIGRATION, 'utf8'))
  const { rows } = await pool.query('SELECT queued_as AS queue FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])
  expect(rows.map(({ queue }) => queue)).toEqual(['sending', null, 'accepted', 'unknown', 'ready', 'ready'])
  startWorker()
  await setClockShift(pool, 65_000)
  await untilStatus(batchId, 'success')
  await expectEachPaidOnce()
})

it('validates, approves, releases and pays what a version before took in', async () => {
  const batchId = await submitAsBefore({ forceDisburse: false, skipValidation: false }, ['2', '4', '6'])
  startWorker()
  await untilStatus(batchId, 'need_approval')
  await approve(batchId)
  expect(await readBatch(database.pool, scopeOf(batchId), batchId)).toMatchObject({ unreleasedItems: 3 })
  await untilStatus(batchId, 'success')
  await expectEachPaidOnce()
})

it('releases and pays what a version before approved, though this one took it in', async () => {
  const items = ['2', '4', '6'].map((accountNumber) => testItem({ accountNumber }))
  const { id: batchId } = await submitTestBatch(database.pool, merchantId, { items })
  startWorker()
  await untilStatus(batchId, 'need_approval')
  // That version knows nothing of the cursor, and counts what is to be released.
  await withTransaction(database.pool, async (connection) => {
    await approveBatch(connection, { ...scopeOf(batchId), feePerItemSen: 0n }, batchId, { ignoreInvalid: true })
    await connection.query('UPDATE batch_cursors SET send_from = NULL WHERE batch_id = $1', [batchId])
    await connection.query('UPDATE batches SET unreleased_items = open_items WHERE id = $1', [batchId])
  })
  await untilStatus(batchId, 'success')
  await expectEachPaidOnce()
})

it('gives a worker of the version before nothing that only this one may send', async () => {
  const { id: batchId } = await submitTestBatch(database.pool, merchantId, {
    forceDisburse: true,
    skipValidation: true,
    items: [testItem(), testItem()]
  })
  const { rows: due } = await database.pool.query(
    `SELECT ordinal FROM items WHERE batch_id = $1 AND status IN ('need_validation', 'ready', 'sending', 'accepted', 'unknown') AND due_at <= arus_now()`,
    [batchId]
  )
  expect(due, 'by the condition of its claims').toEqual([])
  const { rows: toRelease } = await database.pool.query('SELECT id FROM batches WHERE id = $1 AND unreleased_items > 0', [
    batchId
  ])
  expect(toRelease).toEqual([])
})
