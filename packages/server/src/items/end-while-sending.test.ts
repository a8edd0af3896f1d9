import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { openCases } from '../cases/open-cases.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { withTransaction } from '../database/with-transaction.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import type { TransferOutcome } from '../rails/rail.js'
import { reconcileStatement } from '../statements/reconcile-statement.js'
import type { NewStatement } from '../statements/statement.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { makeDeferred } from '../testing/make-deferred.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { makeTestRail, startTestSender } from '../testing/start-test-sender.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import type { Clock } from '../time/clock.js'
import { type ItemReport, recordOutcomes } from './record-outcomes.js'

const LEASE_MS = 60_000
const PAID: TransferOutcome = { kind: 'paid', railReference: 'R' }

let database: TestDatabase
let scope: { merchantId: string; isLive: boolean; batchId: string }
let ids: string[]

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  await setClockShift(database.pool, 0)
  const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Maju' })
  const items = [testItem(), testItem()]
  const { id: batchId } = await submitTestBatch(database.pool, merchantId, { forceDisburse: true, skipValidation: true, items })
  scope = { merchantId, isLive: false, batchId }
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', [
    batchId
  ])
  ids = rows.map((row) => row.id)
})

/**
 * A worker that has claimed both items and waits for the answer to its first call, with the second waiting in its queue. Its clock
 * is moved by the test, and no timer of it ever fires: it renews nothing, as one that does not reach the database.
 */
async function startWorker() {
  let nowMs = Date.now()
  const clock: Clock = {
    nowMs: () => nowMs,
    elapsedMs: () => nowMs,
    delay: () => new Promise(() => {}),
    setTimer: () => () => {}
  }
  const first = makeDeferred<TransferOutcome>()
  const answers = [first.promise]
  const rail = makeTestRail(() => answers.shift() ?? Promise.resolve(PAID), { maxConcurrentCalls: 1, timeoutMs: 5_000 })
  const { sent } = rail
  const sender = startTestSender(database.pool, rail, { leaseMs: LEASE_MS, clock })
  onTestFinished(() => first.resolve(PAID))
  expect(await sender.step()).toBe(2)
  await until(
    async () => sent.length,
    (count) => count === 1
  )
  const passTime = (ms: number) => {
    nowMs += ms
  }
  return { sent, answer: () => first.resolve(PAID), passTime }
}

const readStatuses = async () =>
  (await database.pool.query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', [scope.batchId])).rows.map(
    ({ status }) => status
  )
const untilNothingIsSent = () => until(readStatuses, (statuses) => !statuses.includes('sending'))
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

async function settleSecond(resolution: 'paid' | 'not_paid'): Promise<void> {
  const [id] = await withTransaction(database.pool, (connection) =>
    openCases(connection, { ...scope, id: scope.batchId }, [{ kind: 'contradiction', ordinal: 1, detail: {} }])
  )
  const word = { resolution, reference: 'BCA-1', reason: 'the branch says so' } as const
  await settleFoundCase(database.pool, id!, 'operator:test', word)
}

async function statementOfSecond(): Promise<NewStatement> {
  const nowMs = await readTimeMs(database.pool)
  const { bankCode, accountNumber, amountSen } = testItem()
  const occurredAt = new Date(nowMs - 1_000).toISOString()
  return {
    isLive: false,
    merchantId: scope.merchantId,
    fileName: 'july.csv',
    fileSha256: Buffer.from(ids[1]!),
    periodFrom: new Date(nowMs - 2_000).toISOString(),
    periodTo: new Date(nowMs).toISOString(),
    lines: [{ lineNumber: 2, reference: ids[1]!, amountSen, bankCode, accountNumber, description: '', occurredAt }],
    submittedBy: 'operator:test'
  }
}

it.each(['paid', 'not_paid'] as const)(
  'a person can’t say %s of an item that its worker may still send: it is sent, once',
  async (resolution) => {
    const worker = await startWorker()
    await expect(settleSecond(resolution)).rejects.toThrow(
      /^the item is being sent at this moment: its worker has it until \d{4}-.+, and keeps it for longer/
    )
    expect(await readStatuses()).toEqual(['sending', 'sending'])
    worker.answer()
    expect(await untilNothingIsSent()).toEqual(['done', 'done'])
    expect(worker.sent).toEqual(ids)
    await expectBooksToHold()
  }
)

it('a statement does not end it either: its worker would send what is done', async () => {
  const worker = await startWorker()
  const statement = await statementOfSecond()
  await expect(reconcileStatement(database.pool, statement)).rejects.toThrow('are being sent at this moment')
  expect(await readStatuses()).toEqual(['sending', 'sending'])
  worker.answer()
  await untilNothingIsSent()
  expect(worker.sent).toEqual(ids)
  expect(await reconcileStatement(database.pool, statement)).toMatchObject({ statement: { matchedLines: 1 } })
  await expectBooksToHold()
})

it('what a statement says of it too early is no receipt', async () => {
  const worker = await startWorker()
  const word = { kind: 'paid', railReference: 'BCA-1' } as const
  const policy = { notFoundHorizonMs: 0, refusesRepeatsForMs: undefined }
  const early: ItemReport = { ordinal: 1, attempt: 0, source: 'statement', outcome: word }
  await recordOutcomes(database.pool, { ...scope, actor: 'test', policy }, [early])
  const { rows } = await database.pool.query('SELECT status, receipt FROM items WHERE batch_id = $1 AND ordinal = 1', [
    scope.batchId
  ])
  expect(rows).toEqual([{ status: 'sending', receipt: '' }])
  worker.answer()
  expect(await untilNothingIsSent()).toEqual(['done', 'done'])
})

it.each(['paid', 'not_paid'] as const)(
  'what a person says is %s after the lease is not sent by the worker that still has it in its queue',
  async (resolution) => {
    const worker = await startWorker()
    await setClockShift(database.pool, LEASE_MS + 1_000)
    worker.passTime(LEASE_MS)
    await settleSecond(resolution)
    worker.answer()
    expect(await untilNothingIsSent()).toEqual(['done', resolution === 'paid' ? 'done' : 'failed'])
    expect(worker.sent).toEqual(ids.slice(0, 1))
    await expectBooksToHold()
  }
)

it('what a statement has after the lease is not sent by it either', async () => {
  const worker = await startWorker()
  await setClockShift(database.pool, LEASE_MS + 1_000)
  worker.passTime(LEASE_MS)
  expect(await reconcileStatement(database.pool, await statementOfSecond())).toMatchObject({ statement: { matchedLines: 1 } })
  worker.answer()
  expect(await untilNothingIsSent()).toEqual(['done', 'done'])
  expect(worker.sent).toEqual(ids.slice(0, 1))
  await expectBooksToHold()
})
