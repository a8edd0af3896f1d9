import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rejectBatch } from '../batches/close-batch.js'
import type { PickedBatch } from '../batches/pick-batch.js'
import { readBatch } from '../batches/read-batch.js'
import { type InquiryReport, recordInquiries } from '../batches/record-inquiries.js'
import { withTransaction } from '../database/with-transaction.js'
import { readBacklog } from '../http/read-backlog.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { type ClaimedItem, claimItemsToAsk, claimItemsToSend } from './claim-items.js'
import { claimRangeToSend, claimRangeToValidate, endClaim, renewRange } from './claim-range.js'
import type { ItemStatus } from './item-states.js'
import { countItemsByStatus, readItems } from './read-items.js'
import { type ItemReport, recordOutcomes } from './record-outcomes.js'
import { recoverClaims } from './recover-claims.js'

const LEASE_MS = 60_000
const FEE_SEN = 1_000_00n
const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }

let database: TestDatabase
let batch: PickedBatch
let scope: { merchantId: string; isLive: boolean; actor: string; batchId: string }

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

beforeEach(() => setClockShift(database.pool, 0))

/** Ten items, of which the one with ordinal 1 is invalid from the start: nobody knows its bank. */
async function submitTen(options: { forceDisburse: boolean; skipValidation: boolean }): Promise<void> {
  const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Maju' })
  const items = Array.from({ length: 10 }, (_, index) => testItem(index === 1 ? { bankCode: 'nobody' } : {}))
  const { id: batchId } = await submitTestBatch(database.pool, merchantId, { ...options, items }, FEE_SEN)
  batch = { merchantId, batchId, isLive: false, rail: 'simulated_bank' }
  scope = { merchantId, isLive: false, actor: 'test', batchId }
}

const claim = (limit: number, workerId = 'worker_1') => ({ limit, leaseMs: LEASE_MS, workerId })
const toSend = (limit: number, workerId?: string) => claimRangeToSend(database.pool, batch, claim(limit, workerId))
const toValidate = (limit: number) => claimRangeToValidate(database.pool, batch, claim(limit))
const toAsk = async (statuses: ('need_validation' | 'sending')[]) =>
  (await claimItemsToAsk(database.pool, batch, { statuses, limit: 100, leaseMs: LEASE_MS })).map(({ ordinal }) => ordinal).sort()
const ordinals = (range: { items: ClaimedItem[] } | undefined) => range?.items.map(({ ordinal }) => ordinal)
const record = (reports: ItemReport[]) => recordOutcomes(database.pool, { ...scope, policy: POLICY }, reports)
const paid = (ordinal: number): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome: { kind: 'paid', railReference: 'R' }
})
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

async function readRows() {
  const { rows } = await database.pool.query(
    `SELECT item.ordinal, item.status, item.attempt, item.fee_sen::text AS fee, attempt.worker_id AS worker, attempt.outcome,
       round(extract(epoch FROM attempt.send_until - arus_now()))::integer AS "sendsFor"
     FROM items AS item LEFT JOIN transfer_attempts AS attempt ON attempt.merchant_id = item.merchant_id
       AND attempt.batch_id = item.batch_id AND attempt.ordinal = item.ordinal AND attempt.attempt = item.attempt
     WHERE item.batch_id = $1 ORDER BY item.ordinal`,
    [batch.batchId]
  )
  return rows
}

async function countClaims(): Promise<number> {
  const { rows } = await database.pool.query('SELECT count(*)::integer AS count FROM item_claims WHERE batch_id = $1', [
    batch.batchId
  ])
  return rows[0].count
}

async function readOpenItems(): Promise<Record<string, number>> {
  const { openItems } = await readBacklog(database.pool)
  return Object.fromEntries(openItems.map(({ status, count }) => [status, count]))
}

/** Until there is none left: other tests of this file have left claims behind. */
async function recoverAll(): Promise<void> {
  while ((await recoverClaims(database.pool)) > 0);
}

describe('claiming a range to send', () => {
  beforeEach(() => submitTen({ forceDisburse: true, skipValidation: true }))

  it('sends the next items straight from what validation left, with their fee and an attempt each, and passes over invalid ones', async () => {
    expect(ordinals(await toSend(3))).toEqual([0, 2])
    const sending = { status: 'sending', attempt: 1, fee: '100000', worker: 'worker_1', outcome: null, sendsFor: 60 }
    const untouched = { attempt: 0, fee: '0', worker: null, outcome: null, sendsFor: null }
    expect((await readRows()).slice(0, 4)).toEqual([
      { ordinal: 0, ...sending },
      { ordinal: 1, status: 'invalid', ...untouched },
      { ordinal: 2, ...sending },
      { ordinal: 3, status: 'need_validation', ...untouched }
    ])
    await expectBooksToHold()
  })

  it('shows the merchant what it has not reached yet as waiting to be sent, with its fee, and counts it so', async () => {
    await toSend(3)
    const read = async (statuses?: ItemStatus[]) =>
      (await readItems(database.pool, scope, batch.batchId, { skip: 0, limit: 100, ...(statuses && { statuses }) })).items
    const shown = (await read()).slice(0, 4).map(({ status, feeSen }) => ({ status, feeSen }))
    expect(shown).toEqual([
      { status: 'sending', feeSen: FEE_SEN },
      { status: 'invalid', feeSen: 0n },
      { status: 'sending', feeSen: FEE_SEN },
      { status: 'ready', feeSen: FEE_SEN }
    ])
    expect((await read(['ready'])).map(({ ordinal }) => ordinal)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(await read(['need_validation', 'valid'])).toEqual([])
    const counts = await countItemsByStatus(database.pool, await readBatch(database.pool, scope, batch.batchId))
    expect(counts).toEqual({ sending: 2, invalid: 1, ready: 7 })
  })

  it('counts what is in hand and what is ahead as work that waits', async () => {
    const before = await readOpenItems()
    await toSend(3)
    const after = await readOpenItems()
    expect([after.sending! - (before.sending ?? 0), after.ready! - (before.ready ?? 0)]).toEqual([2, -2])
  })

  it('gives each item to one of many workers that claim at once, and then says that there is nothing more', async () => {
    const ranges = await Promise.all(Array.from({ length: 8 }, () => toSend(2)))
    expect(ranges.flatMap((range) => ordinals(range) ?? []).sort()).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(ranges.filter((range) => range === undefined)).toHaveLength(3)
    expect(await toSend(2)).toBeUndefined()
    await expectBooksToHold()
  })

  it('tells a range without an item to send from the end of the batch, and holds nothing of it', async () => {
    await toSend(1)
    const range = await toSend(1)
    expect(range).toMatchObject({ firstOrdinal: 1, lastOrdinal: 1, items: [] })
    expect(await countClaims()).toBe(1)
    await expectBooksToHold()
  })

  it('takes nothing of a batch that is not approved', async () => {
    await submitTen({ forceDisburse: false, skipValidation: true })
    expect(await toSend(10)).toBeUndefined()
  })

  it('is asked about after the lease, each item that has no outcome, and never sent again from there', async () => {
    await toSend(10)
    await record([paid(0)])
    await recoverAll()
    expect(await toAsk(['sending']), 'while the lease lasts').toEqual([])
    await setClockShift(database.pool, LEASE_MS + 1_000)
    await recoverAll()
    expect(await toSend(10)).toBeUndefined()
    expect(await claimItemsToSend(database.pool, batch, claim(10))).toEqual([])
    expect(await toAsk(['sending'])).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(await toAsk(['sending']), 'a second claim while the first asks').toEqual([])
    expect(await countClaims()).toBe(0)
    await expectBooksToHold()
  })

  it('leaves out what the bank says is paid before anything was sent, also while it says so', async () => {
    const report: ItemReport = { ordinal: 3, attempt: 0, source: 'statement', outcome: { kind: 'paid', railReference: 'R' } }
    const [range] = await Promise.all([toSend(2), record([report]), record([{ ...report, ordinal: 4 }])])
    expect(ordinals(range)).toEqual([0])
    expect(ordinals(await toSend(10))).toEqual([2, 5, 6, 7, 8, 9])
    expect(await readBatch(database.pool, scope, batch.batchId)).toMatchObject({ doneItems: 2, openItems: 7 })
    await expectBooksToHold()
  })

  it('counts what its first worker still brings back after another has asked', async () => {
    await toSend(10)
    await setClockShift(database.pool, LEASE_MS + 1_000)
    await recoverAll()
    await record([0, 2, 3, 4, 5, 6, 7, 8, 9].map(paid))
    await record([paid(9)])
    expect(await readBatch(database.pool, scope, batch.batchId)).toMatchObject({
      status: 'partially_success',
      doneItems: 9,
      openItems: 0
    })
    await expectBooksToHold()
  })
})

describe('renewing a range', () => {
  beforeEach(() => submitTen({ forceDisburse: true, skipValidation: true }))
  const renew = (range: { firstOrdinal: number; items: ClaimedItem[] }, workerId = 'worker_1') =>
    renewRange(database.pool, batch, { ...range, leaseMs: LEASE_MS, workerId })

  it('moves the end of the lease, and of what the attempts under way may send', async () => {
    const range = (await toSend(4))!
    await record([paid(0)])
    await setClockShift(database.pool, LEASE_MS / 2)
    expect(await renew(range)).toEqual(new Set([2, 3]))
    expect((await readRows()).slice(0, 4).map(({ sendsFor }) => sendsFor)).toEqual([30, null, 60, 60])
    await setClockShift(database.pool, LEASE_MS + 1_000)
    await recoverAll()
    expect(await toAsk(['sending'])).toEqual([])
  })

  it('does not bring back a lease that is over, whether or not somebody has taken it over', async () => {
    const range = (await toSend(4))!
    await setClockShift(database.pool, LEASE_MS + 1_000)
    expect(await renew(range)).toEqual(new Set())
    await recoverAll()
    expect(await renew(range)).toEqual(new Set())
    expect((await readRows())[0]).toMatchObject({ sendsFor: -1 })
  })

  it('does not renew what is in the hands of another worker', async () => {
    const range = (await toSend(4))!
    expect(await renew(range, 'worker_2')).toEqual(new Set())
  })
})

describe('ending a claim', () => {
  it('keeps it while an item of the range has no outcome, so that it is asked about after the lease', async () => {
    await submitTen({ forceDisburse: true, skipValidation: true })
    const range = (await toSend(3))!
    await record([paid(0)])
    await endClaim(database.pool, batch, { ...range, purpose: 'send' })
    expect(await countClaims()).toBe(1)
    await record([paid(2)])
    await endClaim(database.pool, batch, { ...range, purpose: 'send' })
    expect(await countClaims()).toBe(0)
  })
})

describe('claiming a range to validate', () => {
  const valid = (ordinal: number): InquiryReport => ({
    ordinal,
    checkCount: 0,
    outcome: { kind: 'valid', accountHolder: 'SITI' }
  })
  const answer = (reports: InquiryReport[]) =>
    recordInquiries(database.pool, { ...scope, feePerItemSen: 0n }, batch.batchId, reports)
  beforeEach(() => submitTen({ forceDisburse: false, skipValidation: false }))

  it('gives each item to one worker, without writing it, and passes over what is invalid from the start', async () => {
    const before = await database.pool.query('SELECT xmin, ordinal FROM items WHERE batch_id = $1 ORDER BY ordinal', [
      batch.batchId
    ])
    const ranges = await Promise.all(Array.from({ length: 4 }, () => toValidate(4)))
    expect(ranges.flatMap((range) => ordinals(range) ?? []).sort()).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9])
    const after = await database.pool.query('SELECT xmin, ordinal FROM items WHERE batch_id = $1 ORDER BY ordinal', [
      batch.batchId
    ])
    expect(after.rows).toEqual(before.rows)
    await expectBooksToHold()
  })

  it('asks again, one by one, about what a lost worker left, and counts two answers to one question once', async () => {
    await toValidate(10)
    await answer([valid(0), valid(2)])
    await setClockShift(database.pool, LEASE_MS + 1_000)
    await recoverAll()
    expect(await toAsk(['need_validation'])).toEqual([3, 4, 5, 6, 7, 8, 9])
    await Promise.all([answer([3, 4, 5, 6].map(valid)), answer([3, 4, 5].map(valid))])
    expect(await readBatch(database.pool, scope, batch.batchId)).toMatchObject({ status: 'validating', unvalidatedItems: 3 })
    await answer([7, 8, 9].map(valid))
    expect(await readBatch(database.pool, scope, batch.batchId)).toMatchObject({ status: 'need_approval', invalidItems: 1 })
    await expectBooksToHold()
  })

  it('waits by itself for another question when there was no answer', async () => {
    await toValidate(10)
    await answer([{ ordinal: 5, checkCount: 0, outcome: { kind: 'unknown', reason: '' } }])
    expect(await toAsk(['need_validation'])).toEqual([])
    await setClockShift(database.pool, 5_000)
    expect(await toAsk(['need_validation'])).toEqual([5])
  })

  describe('of a batch that is turned down meanwhile', () => {
    const reject = () =>
      withTransaction(database.pool, (connection) => rejectBatch(connection, scope, batch.batchId, 'wrong month'))
    const countQueued = async () =>
      (await database.pool.query('SELECT FROM items WHERE batch_id = $1 AND due_at IS NOT NULL', [batch.batchId])).rowCount

    it('ends with the answers, though they are thrown away', async () => {
      const range = (await toValidate(10))!
      await reject()
      await answer([valid(0)])
      await endClaim(database.pool, batch, { ...range, purpose: 'validate' })
      expect(await countClaims()).toBe(0)
    })

    it('is taken from a lost worker without asking anybody again', async () => {
      await toValidate(10)
      await reject()
      await setClockShift(database.pool, LEASE_MS + 1_000)
      await recoverAll()
      expect(await countClaims()).toBe(0)
      expect(await countQueued()).toBe(0)
    })
  })
})
