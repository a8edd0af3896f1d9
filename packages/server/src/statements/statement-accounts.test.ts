import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { releaseItems } from '../batches/release-items.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { withTransaction } from '../database/with-transaction.js'
import { deriveItemIdentifier } from '../identifiers/derive-item-identifier.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { liftQuarantines } from '../quarantine/lift-quarantines.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { previewStatement } from './preview-statement.js'
import { reconcileStatement } from './reconcile-statement.js'
import type { NewStatement, StatementLine } from './statement.js'

const AMOUNT_SEN = 10_000_00n
const RAILS = [
  { name: 'simulated_bank', isLive: false },
  { name: 'other_bank', isLive: false },
  { name: 'live_bank', isLive: true }
]

let database: TestDatabase
let merchantId: string
let startMs: number
let fileNumber = 0

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  merchantId = (await createMerchant(database.pool, { name: 'Toko Maju' })).id
  startMs = (await readTimeMs(database.pool)) - 1_000
})

/** A batch that was paid over a rail. */
async function pay(rail: string, count: number): Promise<string[]> {
  const { pool } = database
  const items = Array.from({ length: count }, () => testItem({ amountSen: AMOUNT_SEN }))
  const { id: batchId } = await submitTestBatch(pool, merchantId, { forceDisburse: true, skipValidation: true, items })
  await pool.query('UPDATE batches SET rail = $2 WHERE id = $1', [batchId, rail])
  const scope = { merchantId, isLive: false, actor: 'test', batchId, rail }
  await claimRangeToSend(pool, scope, { limit: count, leaseMs: 60_000, workerId: 'worker_1' })
  const outcome = { kind: 'paid', railReference: 'R' } as const
  const reports = items.map((_, ordinal): ItemReport => ({ ordinal, attempt: 1, source: 'transfer', outcome }))
  await recordOutcomes(pool, { ...scope, policy: { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined } }, reports)
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])
  return rows.map((row) => row.id)
}

async function statementOf(references: string[], change: Partial<NewStatement> = {}): Promise<NewStatement> {
  fileNumber += 1
  const fileSha256 = Buffer.alloc(32)
  fileSha256.writeUInt32BE(fileNumber)
  const lines = references.map(
    (reference, index): StatementLine => ({
      lineNumber: index + 2,
      reference,
      amountSen: AMOUNT_SEN,
      bankCode: 'bca',
      accountNumber: '8422640',
      description: '',
      occurredAt: new Date(startMs).toISOString()
    })
  )
  return {
    isLive: false,
    merchantId,
    fileName: 'july.csv',
    fileSha256,
    periodFrom: new Date(startMs - 1_000).toISOString(),
    periodTo: new Date(await readTimeMs(database.pool)).toISOString(),
    lines,
    submittedBy: 'operator:test',
    ...change
  }
}

const reconcile = async (references: string[], change: Partial<NewStatement> = {}) =>
  (await reconcileStatement(database.pool, await statementOf(references, change), RAILS)).statement
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

describe('the rail of a statement', () => {
  it('need not be said where there is one: what is configured in that mode, and what batches went over', async () => {
    const [id] = await pay('simulated_bank', 1)
    const given = await statementOf([id!])
    const preview = await previewStatement(database.pool, given, RAILS.slice(0, 1))
    expect(preview).toMatchObject({ rail: 'simulated_bank', account: '', matchedLines: 1 })
    expect((await reconcileStatement(database.pool, given)).statement).toMatchObject({ rail: 'simulated_bank', matchedLines: 1 })
    expect(await reconcile([], { isLive: true })).toMatchObject({ rail: 'live_bank' })
    const nowhere = await reconcileStatement(database.pool, await statementOf([], { isLive: true }))
    expect(nowhere.statement).toMatchObject({ rail: null })
  })

  it('must be said where there are several, and be one of them', async () => {
    await expect(reconcile([])).rejects.toThrow('payments go over more than one: other_bank, simulated_bank')
    await expect(reconcile([], { rail: 'live_bank' })).rejects.toThrow('"live_bank" is no rail of this mode')
    await pay('gone_bank', 1)
    expect(await reconcile([], { rail: 'gone_bank' })).toMatchObject({ rail: 'gone_bank', missingThereItems: 1 })
  })

  it('is the one over which its payments went, and asks for those of no other', async () => {
    const [mine] = await pay('simulated_bank', 2)
    const [other] = await pay('other_bank', 1)
    await expect(reconcile([mine!, other!], { rail: 'simulated_bank' })).rejects.toThrow(
      `line 3 is the payment ${other}, which goes over the rail other_bank`
    )
    expect(await reconcile([mine!], { rail: 'simulated_bank' })).toMatchObject({ matchedLines: 1, missingThereItems: 1 })
    expect(await reconcile([other!], { rail: 'other_bank' })).toMatchObject({ matchedLines: 1, missingThereItems: 0 })
    await expectBooksToHold()
  })
})

describe('the account of a statement', () => {
  const of = (account: string | undefined, rail = 'simulated_bank') => ({ rail, account })

  it('makes the same line of another account a payment of its own, and that of the same account one that was seen', async () => {
    const [id] = await pay('simulated_bank', 1)
    await reconcile([id!, ''], of('111'))
    expect(await reconcile([id!, ''], of('111'))).toMatchObject({ account: '111', seenBeforeLines: 2 })
    expect(await reconcile([id!, ''], of('222'))).toMatchObject({ seenBeforeLines: 0, paidTwiceLines: 1, missingHereLines: 1 })
    expect(await reconcile([''], of('222', 'other_bank'))).toMatchObject({ seenBeforeLines: 0, missingHereLines: 1 })
    await expectBooksToHold()
  })

  it('may be any where a statement did not say it, and must be said once another has', async () => {
    const [id] = await pay('simulated_bank', 1)
    await reconcile([id!], of(undefined))
    expect(await reconcile([id!], of('111'))).toMatchObject({ seenBeforeLines: 1, paidTwiceLines: 0 })
    await expect(reconcile([], of(undefined))).rejects.toThrow('the account of the statement: must be said')
    await expect(reconcile([], of(' '))).rejects.toThrow('other statements have one: 111')
    expect(await reconcile([], of(undefined, 'other_bank'))).toMatchObject({ account: '' })
  })

  it('stays that of its file: the same file as of another account is refused', async () => {
    const given = await statementOf([], of('111'))
    await reconcileStatement(database.pool, given, RAILS)
    await expect(reconcileStatement(database.pool, { ...given, account: '222' }, RAILS)).rejects.toThrow('and was 111')
    await expect(reconcileStatement(database.pool, { ...given, rail: 'other_bank' }, RAILS)).rejects.toThrow(
      'and was simulated_bank'
    )
    const again = await reconcileStatement(database.pool, { ...given, rail: undefined, account: undefined }, RAILS)
    expect(again).toMatchObject({ wasReconciled: true, statement: { account: '111' } })
  })

  it('counts a payment that came back among the payments of its own account', async () => {
    const [id] = await pay('simulated_bank', 1)
    const back = (await statementOf([id!])).lines.map((line) => ({ ...line, lineNumber: 9 }))
    await reconcile([id!], of('111'))
    await reconcile([id!], of('111'))
    expect(await reconcile([], { ...of('111'), returns: back })).toMatchObject({ returnedLines: 1 })
    const [twice] = await pay('simulated_bank', 1)
    await reconcile([twice!], of('111'))
    await reconcile([twice!], of('222'))
    const returns = back.map((line) => ({ ...line, reference: twice! }))
    expect(await reconcile([], { ...of('111'), returns })).toMatchObject({ returnedLines: 0, returnUnclearLines: 1 })
    await expectBooksToHold()
  })
})

describe('a quarantine', () => {
  // Without the statements of the others.
  beforeAll(async () => {
    await database.drop()
    database = await createTestDatabase()
  })

  it('is lifted when statements of every rail and of every account that was ever named tell of the lost time', async () => {
    const [lostFrom, lostTo] = [new Date(startMs - 500).toISOString(), new Date(startMs).toISOString()]
    await database.pool.query(
      `INSERT INTO quarantines (id, reason, found, lost_since, lost_until, marked_at) VALUES ('quarantine_1', 'older_copy', '{}', $1, $2, $2)`,
      [lostFrom, lostTo]
    )
    const lift = () =>
      withTransaction(database.pool, (connection) =>
        liftQuarantines(connection, { isLive: false, actor: 'operator:sari', rails: RAILS })
      )
    const ofAll = { merchantId: undefined }
    const before = { periodFrom: new Date(startMs - 60_000).toISOString(), periodTo: new Date(startMs - 30_000).toISOString() }
    await reconcile([], { ...ofAll, ...before, rail: 'other_bank', account: '222' })
    await reconcile([], { ...ofAll, rail: 'simulated_bank' })
    await reconcile([], { ...ofAll, rail: 'other_bank', account: '111' })
    expect(await lift()).toEqual([])
    await reconcile([], { ...ofAll, rail: 'other_bank', account: '222' })
    const { rows } = await database.pool.query(`SELECT kind FROM quarantine_ends WHERE quarantine_id = 'quarantine_1'`)
    expect(rows).toEqual([{ kind: 'lifted' }])
  })

  it('leaves to a person what was paid over another rail before and comes again', async () => {
    const { bankCode, accountNumber, amountSen } = testItem()
    const origin = { merchantId, isLive: false, batchKey: 'lost', bankCode, accountNumber, amountSen }
    const references = [0, 1].map((ordinal) => deriveItemIdentifier({ ...origin, ordinal }))
    await reconcile(references.slice(0, 1), { rail: 'other_bank', account: '111' })
    await reconcile(references.slice(1), { rail: 'simulated_bank' })
    const lost = { batchKey: 'lost', items: [testItem(), testItem()], forceDisburse: true, skipValidation: true }
    const batch = await submitTestBatch(database.pool, merchantId, lost)
    const { rows } = await database.pool.query('SELECT ordinal FROM quarantined_items WHERE batch_id = $1', [batch.id])
    expect(rows).toEqual([{ ordinal: 0 }])
    expect(await releaseItems(database.pool, { merchantId, isLive: false, batchId: batch.id })).toBe(2)
    const { rows: cases } = await database.pool.query('SELECT id, kind, ordinal FROM cases WHERE batch_id = $1', [batch.id])
    expect(cases).toMatchObject([{ kind: 'unresolved', ordinal: 0 }])
    // Said to be paid, it is what the line was: that line's case is closed with it, and the other line's stays.
    const word = { resolution: 'paid', reference: 'BCA-1', reason: 'the branch says so' } as const
    await settleFoundCase(database.pool, cases[0]!.id, 'operator:test', word)
    const { rows: lines } = await database.pool.query(
      `SELECT line.reference, one.resolution, one.settled_with FROM cases AS one JOIN statement_lines AS line USING (statement_id, line_number)
       WHERE one.merchant_id = $1 AND one.kind = 'missing_here' ORDER BY line.reference = $2 DESC`,
      [merchantId, references[0]]
    )
    expect(lines).toMatchObject([
      { reference: references[0], resolution: 'paid', settled_with: cases[0]!.id },
      { reference: references[1], resolution: '', settled_with: null }
    ])
    await expectBooksToHold()
  })
})
