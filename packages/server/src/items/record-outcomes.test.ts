import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBatch } from '../batches/read-batch.js'
import { readTimeMs } from '../database/read-time.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { sendTestBatch, type WayOfSending } from '../testing/send-test-batch.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { type ItemReport, recordOutcomes } from './record-outcomes.js'

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }

let database: TestDatabase
let scope: { merchantId: string; isLive: boolean; actor: string; batchId: string }

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

async function sendItems(way: WayOfSending): Promise<void> {
  await setClockShift(database.pool, 0)
  scope = await sendTestBatch(database.pool, way, 40, 1_000_00n)
}

const record = (reports: ItemReport[]) => recordOutcomes(database.pool, { ...scope, policy: POLICY }, reports)
const readScope = () => readBatch(database.pool, scope, scope.batchId)

const ORDINALS = Array.from({ length: 40 }, (_, ordinal) => ordinal)
const paid = (ordinal: number): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome: { kind: 'paid', railReference: 'R' }
})
const rejected = (ordinal: number): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome: { kind: 'rejected', code: 'CLOSED', reason: 'account closed' }
})
const unknown = (ordinal: number): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome: { kind: 'unknown', reason: 'no answer' }
})

async function readEvents(): Promise<string[]> {
  const { rows } = await database.pool.query('SELECT type FROM events WHERE batch_id = $1 ORDER BY type', [scope.batchId])
  return rows.map((row) => row.type)
}

async function readCases(): Promise<{ kind: string; isOpen: boolean }[]> {
  const { rows } = await database.pool.query(
    `SELECT kind, closed_at IS NULL AS "isOpen" FROM cases WHERE batch_id = $1 ORDER BY opened_at`,
    [scope.batchId]
  )
  return rows
}

const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

describe.each(['straight', 'one by one'] as const)('recording outcomes of items that are sent %s', (way) => {
  beforeEach(() => sendItems(way))

  it('counts each item once when forty workers record at the same time, each item by two of them', async () => {
    const chunks = ORDINALS.flatMap((ordinal) => [ordinal, (ordinal * 7) % 40]).map((ordinal) => [
      ordinal % 3 === 0 ? rejected(ordinal) : paid(ordinal)
    ])
    await Promise.all(chunks.map(record))
    expect(await readScope()).toMatchObject({ status: 'partially_success', doneItems: 26, failedItems: 14, openItems: 0 })
    expect(await readEvents()).toEqual(['disbursement.completed'])
    await expectBooksToHold()
  })

  it('does not deadlock when chunks name the same items in opposite orders', async () => {
    await Promise.all([record(ORDINALS.map(paid)), record(ORDINALS.toReversed().map(paid)), record(ORDINALS.map(paid))])
    expect(await readScope()).toMatchObject({ status: 'success', doneItems: 40 })
    await expectBooksToHold()
  })

  it('changes nothing when the same reports are recorded again, as after a commit whose answer was lost', async () => {
    const reports = ORDINALS.map((ordinal) => (ordinal < 20 ? paid(ordinal) : rejected(ordinal)))
    await record(reports)
    const before = await database.pool.query('SELECT * FROM ledger_transfers WHERE merchant_id = $1', [scope.merchantId])
    await record(reports)
    const after = await database.pool.query('SELECT * FROM ledger_transfers WHERE merchant_id = $1', [scope.merchantId])
    expect(after.rows).toEqual(before.rows)
    expect(await readCases()).toEqual([])
    await expectBooksToHold()
  })

  it('decides the second report of an item on what the first has written', async () => {
    await record([unknown(0), paid(0)])
    expect(await readScope()).toMatchObject({ doneItems: 1, openItems: 39 })
    await expectBooksToHold()
  })

  it('tells once when only unresolved items are left, and how many', async () => {
    await record(ORDINALS.slice(0, 38).map(paid))
    expect(await readEvents()).toEqual([])
    await record([unknown(38), unknown(39)])
    await record([unknown(39)])
    expect(await readEvents()).toEqual(['disbursement.settling'])
    const { rows } = await database.pool.query(`SELECT detail->'openItems' AS open FROM events WHERE batch_id = $1`, [
      scope.batchId
    ])
    expect(rows).toEqual([{ open: { unknown: 2 } }])
  })

  it('calls a person about an item that the rail never heard of, once, and closes the case when the rail says after all', async () => {
    await record([unknown(0)])
    const notFound = async (): Promise<ItemReport> => ({
      ordinal: 0,
      attempt: 1,
      source: 'status',
      outcome: { kind: 'not_found' },
      askedAtMs: await readTimeMs(database.pool)
    })
    await setClockShift(database.pool, 61_000)
    await record([await notFound()])
    expect(await readCases()).toEqual([])
    for (const seconds of [64, 70]) {
      await setClockShift(database.pool, seconds * 1_000)
      await record([await notFound()])
      expect(await readCases()).toEqual([{ kind: 'unresolved', isOpen: true }])
    }
    await record([{ ...(await notFound()), outcome: { kind: 'paid', railReference: 'R' } } as ItemReport])
    expect(await readCases()).toEqual([{ kind: 'unresolved', isOpen: false }])
    await expectBooksToHold()
  })

  it('books every turn of an item that is corrected again and again, and leaves the batch as it was told', async () => {
    await record(ORDINALS.map((ordinal) => (ordinal === 0 ? rejected(0) : paid(ordinal))))
    const told = await readScope()
    const status = async (outcome: 'paid' | 'reversed'): Promise<ItemReport> => ({
      ordinal: 0,
      attempt: 1,
      source: 'status',
      askedAtMs: await readTimeMs(database.pool),
      outcome: outcome === 'paid' ? { kind: 'paid', railReference: 'R' } : { kind: 'reversed', reason: 'returned' }
    })
    for (const outcome of ['paid', 'reversed', 'paid', 'reversed', 'paid'] as const) {
      await record([await status(outcome)])
      await expectBooksToHold()
    }
    const { rows } = await database.pool.query('SELECT status, corrected_from FROM items WHERE batch_id = $1 AND ordinal = 0', [
      scope.batchId
    ])
    expect(rows).toEqual([{ status: 'done', corrected_from: 'failed' }])
    expect(await readScope()).toMatchObject({
      status: told.status,
      doneItems: told.doneItems,
      failedAmountSen: told.failedAmountSen
    })
    const { rows: suspense } = await database.pool.query(
      `SELECT debits_posted - credits_posted AS owed FROM ledger_accounts WHERE merchant_id = $1 AND kind = 'suspense' AND NOT is_live`,
      [scope.merchantId]
    )
    expect(suspense).toEqual([{ owed: 10_000_00n }])
    expect(await readEvents()).toEqual(['disbursement.completed', ...Array(5).fill('disbursement.item_corrected')])
  })
})
