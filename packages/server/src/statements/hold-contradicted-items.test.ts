import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approveBatch } from '../batches/approve-batch.js'
import { closeForSending } from '../batches/open-for-sending.js'
import { lockBatch } from '../batches/read-batch.js'
import { releaseItems } from '../batches/release-items.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { withTransaction } from '../database/with-transaction.js'
import { claimItemsToAsk, claimItemsToSend } from '../items/claim-items.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { markOpenItems } from '../quarantine/mark-open-items.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { holdContradictedItems } from './hold-contradicted-items.js'
import { reconcileStatement } from './reconcile-statement.js'
import type { NewStatement } from './statement.js'
import { storeStatement } from './store-statement.js'

const AMOUNT_SEN = 10_000_00n
const FEE_SEN = 1_000_00n
const CLAIM = { limit: 10, leaseMs: 60_000, workerId: 'worker_1' }
const WORD = { reference: 'BCA-00418', reason: 'confirmed by the branch' }

let database: TestDatabase
let fileNumber = 0
let startMs: number
let merchantId: string
let scope: { merchantId: string; isLive: boolean; actor: string; batchId: string; rail: string }
let ids: string[]

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A batch of three items that waits for approval. */
beforeEach(async () => {
  const { pool } = database
  await setClockShift(pool, 0)
  startMs = (await readTimeMs(pool)) - 1_000
  merchantId = (await createMerchant(pool, { name: 'Toko Maju' })).id
  await submit({ forceDisburse: false })
})

async function submit({ forceDisburse }: { forceDisburse: boolean }): Promise<void> {
  const items = [0, 1, 2].map(() => testItem({ amountSen: AMOUNT_SEN }))
  const { id } = await submitTestBatch(database.pool, merchantId, { forceDisburse, skipValidation: true, items }, FEE_SEN)
  scope = { merchantId, isLive: false, actor: 'test', batchId: id, rail: 'simulated_bank' }
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', [id])
  ids = rows.map((row) => row.id)
}

async function statementOf(amounts: [ordinal: number, amountSen: bigint][]): Promise<NewStatement> {
  fileNumber += 1
  const fileSha256 = Buffer.alloc(32)
  fileSha256.writeUInt32BE(fileNumber)
  const lines = amounts.map(([ordinal, amountSen], index) => ({
    lineNumber: index + 2,
    reference: ids[ordinal]!,
    amountSen,
    bankCode: 'bca',
    accountNumber: '8422640',
    description: '',
    occurredAt: new Date(startMs).toISOString()
  }))
  const periodFrom = new Date(startMs - 1_000).toISOString()
  const periodTo = new Date(await readTimeMs(database.pool)).toISOString()
  const submittedBy = 'operator:test'
  return { isLive: false, merchantId: undefined, fileName: 'july.csv', fileSha256, periodFrom, periodTo, lines, submittedBy }
}

const reconcile = async (amounts: [number, bigint][]) => reconcileStatement(database.pool, await statementOf(amounts))
const approve = () =>
  withTransaction(database.pool, (connection) =>
    approveBatch(connection, { ...scope, feePerItemSen: FEE_SEN }, scope.batchId, { ignoreInvalid: false })
  )
const readStatuses = async () =>
  (await database.pool.query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', [scope.batchId])).rows.map(
    ({ status }) => status
  )
const readOpenCases = async () =>
  (
    await database.pool.query<{ id: string; kind: string; ordinal: number }>(
      'SELECT id, kind, ordinal FROM cases WHERE merchant_id = $1 AND closed_at IS NULL ORDER BY ordinal, kind',
      [merchantId]
    )
  ).rows
const settle = async (kind: string, resolution: 'paid' | 'not_paid' | 'acknowledged') => {
  const one = (await readOpenCases()).find((open) => open.kind === kind)
  await settleFoundCase(database.pool, one!.id, 'operator:test', { resolution, ...WORD })
}
const claimedOrdinals = async () => {
  const range = await claimRangeToSend(database.pool, scope, CLAIM)
  const single = await claimItemsToSend(database.pool, scope, CLAIM)
  return [...(range?.items ?? []), ...single].map(({ ordinal }) => ordinal).sort()
}
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

describe('an item of which a statement has a payment before it was approved', () => {
  it('is not sent when its batch is approved afterwards, nor asked about, and waits for a person; the others are sent', async () => {
    await reconcile([[1, AMOUNT_SEN]])
    await approve()
    expect(await claimedOrdinals()).toEqual([0, 2])
    expect(await readStatuses()).toEqual(['sending', 'unknown', 'sending'])
    expect(await claimItemsToAsk(database.pool, scope, { ...CLAIM, statuses: ['unknown'] })).toEqual([])
    expect(await readOpenCases()).toMatchObject([
      { kind: 'contradiction', ordinal: 1 },
      { kind: 'unresolved', ordinal: 1 }
    ])
    await expectBooksToHold()
  })

  it('is not sent either where the statement has another amount', async () => {
    await reconcile([[2, 1n]])
    await approve()
    expect(await claimedOrdinals()).toEqual([0, 1])
    expect((await readOpenCases()).map(({ kind }) => kind)).toEqual(['amount_differs', 'unresolved'])
    await expectBooksToHold()
  })

  it.each(['unresolved', 'contradiction'])('is done without being sent when the case %s is settled as paid', async (kind) => {
    await reconcile([[1, AMOUNT_SEN]])
    await approve()
    await settle(kind, 'paid')
    expect(await readStatuses()).toEqual(['need_validation', 'done', 'need_validation'])
    expect(await claimedOrdinals()).toEqual([0, 2])
    expect(await readOpenCases()).toEqual([])
    const other = kind === 'unresolved' ? 'contradiction' : 'unresolved'
    const { rows } = await database.pool.query(
      `SELECT one.resolution, one.settled_by, by.kind AS with FROM cases AS one JOIN cases AS by ON by.id = one.settled_with
       WHERE one.merchant_id = $1 AND one.kind = $2`,
      [merchantId, other]
    )
    expect(rows).toEqual([{ resolution: 'paid', settled_by: 'operator:test', with: kind }])
    // The next statement finds the payment on the old line, and moves it out of rail_clearing.
    expect((await reconcile([])).statement).toMatchObject({ matchedLines: 1, matchedAmountSen: AMOUNT_SEN })
    await expectBooksToHold()
  })

  it('is failed, and its money given back, when the case is settled as not paid', async () => {
    await reconcile([[1, AMOUNT_SEN]])
    await approve()
    await settle('unresolved', 'not_paid')
    expect(await readStatuses()).toEqual(['need_validation', 'failed', 'need_validation'])
    expect(await readOpenCases()).toEqual([])
    await expectBooksToHold()
  })

  it.each(['paid', 'not_paid'] as const)(
    'leaves the case of another amount open when it is settled as %s: that says nothing of the amount',
    async (resolution) => {
      await reconcile([[1, 1n]])
      await approve()
      await settle('unresolved', resolution)
      expect((await readOpenCases()).map(({ kind }) => kind)).toEqual(['amount_differs'])
      await expectBooksToHold()
    }
  )

  it('is held further when only the case of the line is acknowledged after it was approved', async () => {
    await reconcile([[1, AMOUNT_SEN]])
    await approve()
    await settle('contradiction', 'acknowledged')
    expect(await claimedOrdinals()).toEqual([0, 2])
    expect((await readOpenCases()).map(({ kind }) => kind)).toEqual(['unresolved'])
  })

  it('is sent when a person has acknowledged the case before it was approved', async () => {
    await reconcile([[1, AMOUNT_SEN]])
    await settle('contradiction', 'acknowledged')
    await approve()
    expect(await claimedOrdinals()).toEqual([0, 1, 2])
    expect(await readOpenCases()).toEqual([])
  })

  it('is held also where the items of its batch are released one by one', async () => {
    await reconcile([[0, AMOUNT_SEN]])
    await database.pool.query('DELETE FROM batch_cursors WHERE batch_id = $1', [scope.batchId])
    await approve()
    expect(await releaseItems(database.pool, scope)).toBe(2)
    expect(await releaseItems(database.pool, scope)).toBe(0)
    expect(await claimedOrdinals()).toEqual([1, 2])
    await expectBooksToHold()
  })

  it('is held while the lines of its statement are stored and not compared yet, and done once they are', async () => {
    const given = await statementOf([[1, AMOUNT_SEN]])
    await withTransaction(database.pool, (connection) => storeStatement(connection, given, []))
    await approve()
    expect(await claimedOrdinals()).toEqual([0, 2])
    await reconcileStatement(database.pool, given)
    expect(await readStatuses()).toEqual(['sending', 'done', 'sending'])
    expect(await readOpenCases()).toEqual([])
    await expectBooksToHold()
  })

  it('is never taken, whichever of approving and reconciling comes first', async () => {
    for (let round = 0; round < 8; round += 1) {
      await submit({ forceDisburse: false })
      await Promise.all([approve(), reconcile([[1, AMOUNT_SEN]])])
      expect(await claimedOrdinals()).toEqual([0, 2])
      expect(['unknown', 'done']).toContain((await readStatuses())[1])
    }
    await expectBooksToHold()
  })
})

describe('an item of an approved batch that was not sent, and of which a statement has another amount', () => {
  it('is taken off its straight way', async () => {
    await submit({ forceDisburse: true })
    await reconcile([[1, 1n]])
    expect(await claimedOrdinals()).toEqual([0, 2])
    expect((await readOpenCases()).map(({ kind }) => kind)).toEqual(['amount_differs', 'unresolved'])
    await expectBooksToHold()
  })

  it('is taken out of the queue of what waits to be sent, or to be released', async () => {
    await submit({ forceDisburse: true })
    await releaseTestItems(database.pool, merchantId, scope.batchId)
    await reconcile([[0, 1n]])
    expect(await claimedOrdinals()).toEqual([1, 2])
    await submit({ forceDisburse: true })
    await withTransaction(database.pool, (connection) => closeForSending(connection, { merchantId, id: scope.batchId }))
    await reconcile([[0, 1n]])
    expect(await releaseItems(database.pool, scope)).toBe(2)
    expect(await claimedOrdinals()).toEqual([1, 2])
    await expectBooksToHold()
  })

  it('is not sent again when the rail did not take it', async () => {
    await submit({ forceDisburse: true })
    expect(await claimedOrdinals()).toEqual([0, 1, 2])
    await reconcile([[1, 1n]])
    const policy = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }
    const reports = [0, 1].map((ordinal) => ({
      ordinal,
      attempt: 1,
      source: 'transfer' as const,
      outcome: { kind: 'not_sent' as const }
    }))
    await recordOutcomes(database.pool, { ...scope, policy }, reports)
    expect(await readStatuses()).toEqual(['ready', 'unknown', 'sending'])
    expect(await claimedOrdinals()).toEqual([0])
    await expectBooksToHold()
  })

  it('is held once, however often it is looked at', async () => {
    await submit({ forceDisburse: true })
    await reconcile([[1, 1n]])
    await withTransaction(database.pool, async (connection) => {
      await holdContradictedItems(connection, await lockBatch(connection, scope, scope.batchId))
    })
    const { rows } = await database.pool.query('SELECT count(*)::integer AS count FROM transfer_attempts WHERE batch_id = $1', [
      scope.batchId
    ])
    expect(rows).toEqual([{ count: 1 }])
    expect(await readOpenCases()).toHaveLength(2)
  })
})

// Last: nothing more is taken in after it.
describe('a held item of a database that is restored', () => {
  it('stays held through a restore from a backup, whichever cases of it are open', async () => {
    await reconcile([[1, AMOUNT_SEN]])
    await approve()
    await settle('contradiction', 'acknowledged')
    await database.pool.query(
      `INSERT INTO quarantines (id, reason, found, lost_since, lost_until) VALUES ('quarantine_held', 'older_copy', '{}', arus_now(), arus_now())`
    )
    await database.pool.query(
      `INSERT INTO quarantined_batches (merchant_id, batch_id, quarantine_id, asks_first, lost_since, lost_until)
       VALUES ($1, $2, 'quarantine_held', true, arus_now(), arus_now())`,
      [merchantId, scope.batchId]
    )
    await markOpenItems(database.pool)
    expect(await claimItemsToAsk(database.pool, scope, { ...CLAIM, statuses: ['unknown'] })).toEqual([])
    expect(await claimedOrdinals()).toEqual([])
    await settle('unresolved', 'not_paid')
    expect((await readStatuses())[1]).toBe('failed')
    await expectBooksToHold()
  })
})
