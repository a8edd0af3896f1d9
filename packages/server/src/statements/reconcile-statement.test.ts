import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTimeMs } from '../database/read-time.js'
import { claimItemsToSend } from '../items/claim-items.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { nameTestItem } from '../testing/name-test-item.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { previewStatement } from './preview-statement.js'
import { reconcileStatement } from './reconcile-statement.js'
import type { NewStatement, StatementLine } from './statement.js'

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }

let database: TestDatabase
let fileNumber = 0
/** The statement's own minute: payments are made in it, and it is over. */
let startMs: number

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await setClockShift(database.pool, 0)
  startMs = (await readTimeMs(database.pool)) - 1_000
})

type Paid = 'done' | 'failed' | 'unknown' | 'sending' | 'ready' | 'valid'
type Sent = { merchantId: string; batchId: string; ids: string[] }

const AMOUNT_SEN = 10_000_00n
const LEASE_MS = 60_000
/** The clock, once every worker of this file has lost its lease. */
const LEASE_OVER_MS = LEASE_MS + 1_000

/** A batch whose items stand as wanted. */
async function makeBatch(wanted: Paid[], merchantId?: string): Promise<Sent> {
  const { pool } = database
  const merchant = merchantId ?? (await createMerchant(pool, { name: 'Toko Maju' })).id
  const items = wanted.map(() => testItem({ amountSen: AMOUNT_SEN }))
  const isApproved = wanted.some((status) => status !== 'valid')
  const batch = await submitTestBatch(pool, merchant, { forceDisburse: isApproved, skipValidation: true, items })
  const scope = { merchantId: merchant, isLive: false, actor: 'test', batchId: batch.id }
  if (isApproved) {
    await releaseTestItems(pool, merchant, batch.id)
    const sent = { ...scope, rail: 'simulated_bank' }
    const unsent = wanted.flatMap((status, ordinal) => (status === 'ready' ? [ordinal] : []))
    await pool.query(`UPDATE items SET due_at = due_at + interval '1 day' WHERE batch_id = $1 AND ordinal = ANY ($2)`, [
      batch.id,
      unsent
    ])
    await claimItemsToSend(pool, sent, { limit: wanted.length, leaseMs: LEASE_MS, workerId: 'worker_1' })
    const reports = wanted.flatMap((status, ordinal): ItemReport[] => {
      const outcome = OUTCOMES[status]
      return outcome === undefined ? [] : [{ ordinal, attempt: 1, source: 'transfer', outcome }]
    })
    await recordOutcomes(pool, { ...scope, policy: POLICY }, reports)
  }
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', [batch.id])
  return { merchantId: merchant, batchId: batch.id, ids: rows.map((row) => row.id) }
}

const OUTCOMES: Partial<Record<Paid, Extract<ItemReport, { source: 'transfer' }>['outcome']>> = {
  done: { kind: 'paid', railReference: 'R' },
  failed: { kind: 'rejected', code: 'CLOSED', reason: 'account closed' },
  unknown: { kind: 'unknown', reason: 'no answer' }
}

const line = (reference: string, change: Partial<StatementLine> = {}): Omit<StatementLine, 'lineNumber'> => ({
  reference,
  amountSen: AMOUNT_SEN,
  bankCode: 'bca',
  accountNumber: '8422640',
  description: '',
  occurredAt: new Date(startMs).toISOString(),
  ...change
})

async function statementOf(
  lines: Omit<StatementLine, 'lineNumber'>[],
  change: Partial<NewStatement> = {}
): Promise<NewStatement> {
  fileNumber += 1
  const fileSha256 = Buffer.alloc(32)
  fileSha256.writeUInt32BE(fileNumber)
  return {
    isLive: false,
    merchantId: undefined,
    fileName: 'july.csv',
    fileSha256,
    periodFrom: new Date(startMs - 1_000).toISOString(),
    periodTo: new Date(await readTimeMs(database.pool)).toISOString(),
    lines: lines.map((one, index) => ({ ...one, lineNumber: index + 2 })),
    submittedBy: 'operator:test',
    ...change
  }
}

const reconcile = async (lines: Omit<StatementLine, 'lineNumber'>[], change: Partial<NewStatement> = {}) =>
  (await reconcileStatement(database.pool, await statementOf(lines, change))).statement

const readStates = async (statementId: string) =>
  (
    await database.pool.query('SELECT state FROM statement_lines WHERE statement_id = $1 ORDER BY line_number', [statementId])
  ).rows.map((row) => row.state)
const readCases = async (merchantId: string) =>
  (
    await database.pool.query(
      `SELECT kind, closed_at IS NULL AS "isOpen", line_number AS line, ordinal FROM cases WHERE merchant_id = $1 ORDER BY opened_at, kind, line_number`,
      [merchantId]
    )
  ).rows
const readItemStatuses = async (batchId: string) =>
  (await database.pool.query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])).rows.map(
    (row) => row.status
  )
async function readExternal(merchantId: string): Promise<bigint> {
  const { rows } = await database.pool.query(
    `SELECT coalesce(sum(amount_sen), 0)::bigint AS sum FROM ledger_transfers WHERE merchant_id = $1 AND purpose = 'statement' AND credit_account = 'external'`,
    [merchantId]
  )
  return rows[0].sum
}
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

describe('reconciling a statement', () => {
  it('moves what it confirms from rail_clearing to external, in one transfer for each merchant', async () => {
    const one = await makeBatch(['done', 'done', 'failed'])
    const other = await makeBatch(['done'])
    const statement = await reconcile([line(one.ids[0]!), line(one.ids[1]!), line(other.ids[0]!)])
    expect(statement).toMatchObject({ matchedLines: 3, matchedAmountSen: 3n * AMOUNT_SEN, missingThereItems: 0 })
    const { rows } = await database.pool.query(
      'SELECT amount_sen AS amount FROM ledger_transfers WHERE statement_id = $1 ORDER BY 1',
      [statement.id]
    )
    expect(rows).toEqual([{ amount: AMOUNT_SEN }, { amount: 2n * AMOUNT_SEN }])
    expect(await readCases(one.merchantId)).toEqual([])
    await expectBooksToHold()
  })

  it('opens a case for all that differs, and tells the merchant of each', async () => {
    const { merchantId, batchId, ids } = await makeBatch(['done', 'done', 'done', 'done'])
    const statement = await reconcile(
      [line(ids[0]!), line(ids[1]!, { amountSen: 1n }), line(ids[2]!), line(ids[2]!), line('dis_item_lost'), line('')],
      { merchantId }
    )
    expect(await readStates(statement.id)).toEqual([
      'matched',
      'amount_differs',
      'matched',
      'paid_twice',
      'missing_here',
      'missing_here'
    ])
    expect(statement).toMatchObject({ amountDiffersLines: 1, paidTwiceLines: 1, missingHereLines: 2, missingThereItems: 1 })
    expect(await readCases(merchantId)).toEqual([
      { kind: 'amount_differs', isOpen: true, line: 3, ordinal: 1 },
      { kind: 'missing_here', isOpen: true, line: 6, ordinal: null },
      { kind: 'missing_here', isOpen: true, line: 7, ordinal: null },
      { kind: 'missing_there', isOpen: true, line: null, ordinal: 3 },
      { kind: 'paid_twice', isOpen: true, line: 5, ordinal: 2 }
    ])
    const { rows } = await database.pool.query(
      `SELECT count(*)::integer AS count FROM events WHERE merchant_id = $1 AND case_id IS NOT NULL`,
      [merchantId]
    )
    expect(rows).toEqual([{ count: 5 }])
    expect(await readItemStatuses(batchId)).toEqual(Array(4).fill('done'))
    await expectBooksToHold()
  })

  it('makes done what was open, and what was failed by way of late truth, and leaves what was never sent to a person', async () => {
    const { merchantId, batchId, ids } = await makeBatch(['unknown', 'sending', 'ready', 'failed'])
    const never = await makeBatch(['valid'], merchantId)
    await setClockShift(database.pool, LEASE_OVER_MS)
    const statement = await reconcile([...ids, ...never.ids].map((id) => line(id)))
    expect(await readStates(statement.id)).toEqual(['matched', 'matched', 'matched', 'matched', 'contradicted'])
    expect(await readItemStatuses(batchId)).toEqual(Array(4).fill('done'))
    expect((await readCases(merchantId)).map(({ kind }) => kind).sort()).toEqual(['contradiction', 'paid_after_failed'])
    await expectBooksToHold()
  })

  it('leaves what is being sent to its worker, and goes on with the same file when it may no longer be', async () => {
    const { merchantId, batchId, ids } = await makeBatch(['unknown', 'sending', 'done'])
    const statement = await statementOf(ids.map((id) => line(id)))
    expect(await previewStatement(database.pool, statement)).toMatchObject({
      matchedLines: 3,
      toldItems: 1,
      sendingItems: 1,
      sendingUntil: expect.stringMatching(/^\d{4}-/)
    })
    await expect(reconcileStatement(database.pool, statement)).rejects.toThrow(
      /^1 of the payments on this statement are being sent at this moment: workers have them until \d{4}-.+ Give the same file again/
    )
    expect(await readItemStatuses(batchId)).toEqual(['done', 'sending', 'done'])
    expect(await readExternal(merchantId)).toBe(0n)
    await expectBooksToHold()
    await setClockShift(database.pool, LEASE_OVER_MS)
    expect(await reconcileStatement(database.pool, statement)).toMatchObject({ statement: { matchedLines: 3 } })
    expect(await readItemStatuses(batchId)).toEqual(['done', 'done', 'done'])
    expect(await readCases(merchantId)).toEqual([])
    await expectBooksToHold()
  })

  it('makes done what no worker has taken yet of an approved batch, so that it is not sent', async () => {
    const { id: merchantId } = await createMerchant(database.pool, { name: 'Toko Maju' })
    const items = [0, 1, 2].map(() => testItem({ amountSen: AMOUNT_SEN }))
    const options = { forceDisburse: true, skipValidation: true, items }
    const { id: batchId } = await submitTestBatch(database.pool, merchantId, options)
    const { rows } = await database.pool.query('SELECT id FROM items WHERE batch_id = $1 AND ordinal = 1', [batchId])
    const given = await statementOf([line(rows[0]!.id)])
    expect(await previewStatement(database.pool, given)).toMatchObject({ matchedLines: 1, toldItems: 1, differingLines: [] })
    const { statement } = await reconcileStatement(database.pool, given)
    expect(await readStates(statement.id)).toEqual(['matched'])
    const batch = { merchantId, batchId, isLive: false, rail: 'simulated_bank' }
    const range = await claimRangeToSend(database.pool, batch, { limit: 10, leaseMs: 60_000, workerId: 'worker_1' })
    expect(range!.items.map(({ ordinal }) => ordinal)).toEqual([0, 2])
    expect(await readItemStatuses(batchId)).toEqual(['sending', 'done', 'sending'])
    await expectBooksToHold()
  })

  it('matches a payment that came back since, and does not take it for paid again', async () => {
    const { merchantId, batchId, ids } = await makeBatch(['done'])
    const reversed: ItemReport = {
      ordinal: 0,
      attempt: 1,
      source: 'status',
      outcome: { kind: 'reversed', reason: 'returned' },
      askedAtMs: await readTimeMs(database.pool)
    }
    await recordOutcomes(database.pool, { merchantId, isLive: false, batchId, actor: 'test', policy: POLICY }, [reversed])
    expect(await reconcile([line(ids[0]!)])).toMatchObject({ matchedLines: 1 })
    expect(await readItemStatuses(batchId)).toEqual(['failed'])
    await expectBooksToHold()
  })

  it('changes nothing when the same file comes again, whoever brings it, and also side by side', async () => {
    const { merchantId, ids } = await makeBatch(['done', 'done'])
    const statement = await statementOf(ids.map((id) => line(id)))
    const both = await Promise.all([reconcileStatement(database.pool, statement), reconcileStatement(database.pool, statement)])
    expect(both.map(({ wasReconciled }) => wasReconciled).sort()).toEqual([false, true])
    const again = await reconcileStatement(database.pool, { ...statement, submittedBy: 'operator:other' })
    expect(again).toMatchObject({ wasReconciled: true, statement: { id: both[0]!.statement.id, submittedBy: 'operator:test' } })
    expect(await readExternal(merchantId)).toBe(2n * AMOUNT_SEN)
    const { rows } = await database.pool.query(
      `SELECT count(*)::integer AS count FROM audit_entries WHERE action = 'statement.reconciled' AND subject = $1`,
      [again.statement.id]
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('goes on where a process ended after the lines were stored', async () => {
    const { merchantId, ids } = await makeBatch(['done'])
    const statement = await statementOf([line(ids[0]!)])
    await database.pool.query(
      `INSERT INTO statements (id, is_live, file_name, file_sha256, period_from, period_to, line_count, submitted_by)
       VALUES ('stm_half', false, 'july.csv', $1, $2, $3, 1, 'operator:test')`,
      [statement.fileSha256, statement.periodFrom, statement.periodTo]
    )
    await database.pool.query(
      `INSERT INTO statement_lines (statement_id, line_number, is_live, reference, amount_sen, occurred_at) VALUES ('stm_half', 2, false, $1, $2, $3)`,
      [ids[0], AMOUNT_SEN, statement.lines[0]!.occurredAt]
    )
    expect(await reconcileStatement(database.pool, statement)).toMatchObject({
      wasReconciled: false,
      statement: { id: 'stm_half', matchedLines: 1 }
    })
    expect(await readExternal(merchantId)).toBe(AMOUNT_SEN)
    await expectBooksToHold()
  })

  it('knows the lines of an earlier statement whose period overlaps, and finds the one that is more', async () => {
    const { merchantId, ids } = await makeBatch(['done', 'done'])
    await reconcile([line(ids[0]!), line(ids[1]!), line('dis_item_lost')])
    const second = await reconcile([line(ids[0]!), line(ids[1]!), line(ids[1]!), line('dis_item_lost')])
    expect(await readStates(second.id)).toEqual(['seen_before', 'seen_before', 'paid_twice', 'seen_before'])
    expect(await readExternal(merchantId)).toBe(2n * AMOUNT_SEN)
    await expectBooksToHold()
  })

  it('finds the one that is more also after several statements that had the first', async () => {
    const { merchantId, ids } = await makeBatch(['done'])
    await reconcile([line(ids[0]!)])
    await reconcile([line(ids[0]!)])
    const third = await reconcile([line(ids[0]!), line(ids[0]!)])
    expect(await readStates(third.id)).toEqual(['seen_before', 'paid_twice'])
    const fourth = await reconcile([line(ids[0]!), line(ids[0]!)])
    expect(await readStates(fourth.id)).toEqual(['seen_before', 'seen_before'])
    expect(await readExternal(merchantId)).toBe(AMOUNT_SEN)
    await expectBooksToHold()
  })

  it('closes the case of an item that a later statement has, and that of a line whose item has come', async () => {
    const { merchantId, ids } = await makeBatch(['done'])
    await reconcile([line('dis_item_late')], { merchantId })
    expect((await readCases(merchantId)).map(({ kind }) => kind).sort()).toEqual(['missing_here', 'missing_there'])
    const later = await makeBatch(['unknown'], merchantId)
    await nameTestItem(database.pool, later.batchId, 'dis_item_late')
    await reconcile([line(ids[0]!)], { merchantId })
    expect(await readCases(merchantId)).toMatchObject([{ isOpen: false }, { isOpen: false }])
    expect(await readItemStatuses(later.batchId)).toEqual(['done'])
    expect(await readExternal(merchantId)).toBe(2n * AMOUNT_SEN)
    await expectBooksToHold()
  })

  it('is not held up by an older line whose item is being sent: that one is looked at again with the next statement', async () => {
    const { merchantId, ids } = await makeBatch(['done', 'done'])
    await reconcile([line('dis_item_later')], { merchantId })
    const later = await makeBatch(['sending'], merchantId)
    await nameTestItem(database.pool, later.batchId, 'dis_item_later')
    expect(await reconcile([line(ids[0]!)], { merchantId })).toMatchObject({ matchedLines: 1 })
    expect(await readItemStatuses(later.batchId)).toEqual(['sending'])
    await setClockShift(database.pool, LEASE_OVER_MS)
    expect(await reconcile([line(ids[1]!)], { merchantId })).toMatchObject({ matchedLines: 2 })
    expect(await readItemStatuses(later.batchId)).toEqual(['done'])
    expect((await readCases(merchantId)).filter(({ isOpen }) => isOpen)).toEqual([])
    await expectBooksToHold()
  })

  it('opens a case that belongs to no merchant where an account pays for all, and tells nobody', async () => {
    const statement = await reconcile([line('dis_item_nobodys')])
    const { rows } = await database.pool.query('SELECT merchant_id, kind FROM cases WHERE statement_id = $1', [statement.id])
    expect(rows).toEqual([{ merchant_id: null, kind: 'missing_here' }])
  })

  it('refuses a statement of another merchant, of the other mode, of no time, of the future, or with a line outside, and writes nothing', async () => {
    const mine = await makeBatch(['done'])
    const { id: other } = await createMerchant(database.pool, { name: 'Lain' })
    const before = await database.pool.query('SELECT count(*) FROM statements')
    const lines = [line(mine.ids[0]!)]
    const refusal = (change: Partial<NewStatement>, given = lines) =>
      expect(statementOf(given, change).then((statement) => reconcileStatement(database.pool, statement))).rejects
    await refusal({ merchantId: other }).toThrow(`line 2 is the payment ${mine.ids[0]} of another merchant, ${mine.merchantId}`)
    await refusal({ isLive: true }).toThrow('which is in test mode')
    await refusal({ periodTo: new Date(Date.now() + 86_400_000).toISOString() }).toThrow('not over yet')
    await refusal({ periodTo: new Date(startMs - 2_000).toISOString() }).toThrow('ends before it begins')
    const outside = [...lines, line('', { occurredAt: new Date(startMs - 60_000).toISOString() })]
    await refusal({}, outside).toThrow('line 3 is outside the period')
    expect(await database.pool.query('SELECT count(*) FROM statements')).toMatchObject({ rows: before.rows })
  })

  it('says beforehand what it would find, and changes nothing by it', async () => {
    const { merchantId, batchId, ids } = await makeBatch(['done', 'unknown', 'done'])
    const statement = await statementOf([line(ids[0]!), line(ids[1]!), line(ids[0]!), line('dis_item_lost')], { merchantId })
    const preview = await previewStatement(database.pool, statement)
    expect(preview).toMatchObject({ wasReconciled: false, matchedLines: 2, matchedAmountSen: 2n * AMOUNT_SEN, toldItems: 1 })
    expect(preview.differingLines.map(({ state, lineNumber }) => [state, lineNumber])).toEqual([
      ['paid_twice', 4],
      ['missing_here', 5]
    ])
    expect(preview.missingThere.map(({ itemId }) => itemId)).toEqual([ids[2]])
    expect(await readCases(merchantId)).toEqual([])
    expect(await readItemStatuses(batchId)).toEqual(['done', 'unknown', 'done'])
    const { statement: made } = await reconcileStatement(database.pool, statement)
    expect(made).toMatchObject({ matchedLines: 2, paidTwiceLines: 1, missingHereLines: 1, missingThereItems: 1 })
    expect((await previewStatement(database.pool, statement)).wasReconciled).toBe(true)
  })
})

describe('any statements against any items', () => {
  const STATUSES: Paid[] = ['done', 'failed', 'unknown', 'sending', 'ready']
  const anyLine = fc.record({
    item: fc.nat({ max: 6 }),
    amountSen: fc.constantFrom(AMOUNT_SEN, AMOUNT_SEN, AMOUNT_SEN, 1n),
    second: fc.nat({ max: 2 })
  })

  // Some hundred statements, each followed by a check of all the books.
  it('match each item at most once, account for every line, and keep the books', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(anyLine, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        async (statuses, statements) => {
          await setClockShift(database.pool, 0)
          startMs = (await readTimeMs(database.pool)) - 4_000
          const { merchantId, ids } = await makeBatch(statuses)
          await setClockShift(database.pool, LEASE_OVER_MS)
          let matchedSen = 0n
          for (const lines of statements) {
            const given = lines.map(({ item, amountSen, second }) =>
              line(ids[item] ?? 'dis_item_nothing', { amountSen, occurredAt: new Date(startMs + second * 1_000).toISOString() })
            )
            const statement = await reconcile(given, { merchantId })
            matchedSen += statement.matchedAmountSen
            const counted =
              statement.seenBeforeLines +
              statement.missingHereLines +
              statement.amountDiffersLines +
              statement.paidTwiceLines +
              statement.contradictedLines
            expect(counted + statement.matchedLines).toBe(lines.length)
          }
          const { rows: matched } = await database.pool.query(
            `SELECT reference, count(*)::integer AS count, sum(amount_sen)::bigint AS sum FROM statement_lines WHERE merchant_id = $1 AND state = 'matched' GROUP BY reference`,
            [merchantId]
          )
          for (const { count, sum } of matched) expect([count, sum]).toEqual([1, AMOUNT_SEN])
          // Exactly those items are matched of which some statement has a line with the right amount.
          const wanted = new Set(
            statements
              .flat()
              .flatMap(({ item, amountSen }) => (amountSen === AMOUNT_SEN && ids[item] !== undefined ? [ids[item]] : []))
          )
          expect(new Set(matched.map(({ reference }) => reference))).toEqual(wanted)
          expect(matchedSen).toBe(BigInt(matched.length) * AMOUNT_SEN)
          expect(await readExternal(merchantId)).toBe(matchedSen)
          await expectBooksToHold()
        }
      ),
      { numRuns: 25 }
    )
  })
})
