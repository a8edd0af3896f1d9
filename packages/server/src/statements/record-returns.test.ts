import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allowedResolutions } from '../cases/allowed-resolutions.js'
import { findCase } from '../cases/find-case.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { nameTestItem } from '../testing/name-test-item.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { previewStatement } from './preview-statement.js'
import { readLeftLines } from './read-left-lines.js'
import { reconcileStatement } from './reconcile-statement.js'
import type { NewStatement, StatementLine } from './statement.js'

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }
const AMOUNT_SEN = 10_000_00n
const PAID = { kind: 'paid', railReference: 'R' } as const

let database: TestDatabase
let fileNumber = 0
let startMs: number
let scope: { merchantId: string; isLive: boolean; actor: string; batchId: string }
let ids: string[]

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => setClockShift(database.pool, 0))

const OUTCOMES = {
  done: PAID,
  failed: { kind: 'rejected', code: 'CLOSED', reason: 'account closed' },
  unknown: { kind: 'unknown', reason: 'no answer' }
} as const
type Standing = keyof typeof OUTCOMES

/** A batch that was sent, whose items stand as wanted, and that has its money. */
async function makeBatch(wanted: Standing[]): Promise<void> {
  const { pool } = database
  startMs = (await readTimeMs(pool)) - 4_000
  const { id: merchantId } = await createMerchant(pool, { name: 'Toko Maju' })
  const items = wanted.map(() => testItem({ amountSen: AMOUNT_SEN }))
  const { id: batchId } = await submitTestBatch(pool, merchantId, { forceDisburse: true, skipValidation: true, items })
  scope = { merchantId, isLive: false, actor: 'test', batchId }
  await claimRangeToSend(pool, { ...scope, rail: 'simulated_bank' }, { limit: 50, leaseMs: 60_000, workerId: 'worker_1' })
  await record(wanted.map((standing, ordinal) => ({ ordinal, attempt: 1, source: 'transfer', outcome: OUTCOMES[standing] })))
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', [batchId])
  ids = rows.map((row) => row.id)
}

const record = (reports: ItemReport[]) => recordOutcomes(database.pool, { ...scope, policy: POLICY }, reports)

type Given = Partial<StatementLine> & { ordinal?: number }

async function statementOf(paidOut: Given[], cameBack: Given[]): Promise<NewStatement> {
  fileNumber += 1
  const fileSha256 = Buffer.alloc(32)
  fileSha256.writeUInt32BE(fileNumber)
  const toLine = ({ ordinal, ...change }: Given, index: number): StatementLine => ({
    lineNumber: index,
    reference: ids[ordinal ?? -1] ?? 'dis_item_lost',
    amountSen: AMOUNT_SEN,
    bankCode: 'bca',
    accountNumber: '8422640',
    description: '',
    occurredAt: new Date(startMs).toISOString(),
    ...change
  })
  return {
    isLive: false,
    merchantId: scope.merchantId,
    fileName: 'july.csv',
    fileSha256,
    periodFrom: new Date(startMs - 1_000).toISOString(),
    periodTo: new Date(await readTimeMs(database.pool)).toISOString(),
    lines: paidOut.map((line, index) => toLine(line, 2 + index)),
    returns: cameBack.map((line, index) => toLine(line, 1_000 + index)),
    submittedBy: 'operator:test'
  }
}

const reconcile = async (paidOut: Given[], cameBack: Given[]) =>
  (await reconcileStatement(database.pool, await statementOf(paidOut, cameBack))).statement
const query = async (text: string, ...values: unknown[]) => (await database.pool.query(text, values)).rows
const readStatuses = async () =>
  (await query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', scope.batchId)).map(({ status }) => status)
const readReturns = async (statementId: string) =>
  (await query('SELECT state FROM statement_returns WHERE statement_id = $1 ORDER BY line_number', statementId)).map(
    ({ state }) => state
  )
const readOpenCases = async () =>
  await query(
    'SELECT id, kind, ordinal FROM cases WHERE merchant_id = $1 AND closed_at IS NULL ORDER BY ordinal, kind',
    scope.merchantId
  )
const readKinds = async () => (await readOpenCases()).map(({ kind }) => kind)
const settle = async (kind: string, resolution: 'paid' | 'not_paid' | 'came_back' | 'acknowledged') => {
  const one = (await readOpenCases()).find((open) => open.kind === kind)
  await settleFoundCase(database.pool, one!.id, 'operator:test', { resolution, reference: 'BCA-1', reason: 'the branch says so' })
}
/** What is in each account: credits less debits. */
async function readBalances(): Promise<Record<string, bigint>> {
  const rows = await query(
    `SELECT kind, (credits_posted - debits_posted)::bigint AS balance FROM ledger_accounts WHERE merchant_id = $1 AND NOT is_live`,
    scope.merchantId
  )
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, BigInt(balance)]))
}
const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

describe('a payment that came back, by a statement', () => {
  it('is failed after it was done, with a case and its amount in suspense, and nothing of it is left outside', async () => {
    await makeBatch(['done', 'done'])
    const before = await readBalances()
    const given = await statementOf([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])
    expect(await previewStatement(database.pool, given)).toMatchObject({ matchedLines: 2, returnedItems: 1, differingLines: [] })
    expect(await readStatuses()).toEqual(['done', 'done'])
    const { statement } = await reconcileStatement(database.pool, given)
    expect(statement).toMatchObject({ matchedLines: 2, returnedLines: 1, returnUnclearLines: 0 })
    expect(await readStatuses()).toEqual(['failed', 'done'])
    expect(await readOpenCases()).toMatchObject([{ kind: 'reversed_after_done', ordinal: 0 }])
    const after = await readBalances()
    expect(after.external! - before.external!).toBe(AMOUNT_SEN)
    expect(after.suspense! - before.suspense!).toBe(AMOUNT_SEN)
    expect(after.rail_clearing).toBe(0n)
    await expectBooksToHold()
    expect(await reconcileStatement(database.pool, given)).toMatchObject({ wasReconciled: true })
    expect(await readBalances()).toEqual(after)
  })

  it('comes back on a later statement too, and once, however many statements have it', async () => {
    await makeBatch(['done'])
    await reconcile([{ ordinal: 0 }], [])
    const second = await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    expect(second).toMatchObject({ seenBeforeLines: 1, returnedLines: 1 })
    const balances = await readBalances()
    const third = await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    expect(await readReturns(third.id)).toEqual(['seen_before'])
    expect(await readBalances()).toEqual(balances)
    const fourth = await reconcile([], [{ ordinal: 0 }, { ordinal: 0, occurredAt: new Date(startMs + 1).toISOString() }])
    expect(await readReturns(fourth.id)).toEqual(['seen_before', 'return_unclear'])
    expect(await readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    await expectBooksToHold()
  })

  it('is booked, and told no second time, where the rail has said so before', async () => {
    await makeBatch(['done'])
    const reversed = { kind: 'reversed', reason: 'returned' } as const
    await record([{ ordinal: 0, attempt: 1, source: 'status', outcome: reversed, askedAtMs: await readTimeMs(database.pool) }])
    expect(await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await readKinds()).toEqual(['reversed_after_done'])
    expect((await readBalances()).rail_clearing).toBe(0n)
    await expectBooksToHold()
  })

  it.each(['unknown', 'failed'] as const)(
    'leaves an item that is %s as it is, with a case for a person and nothing booked',
    async (standing) => {
      await makeBatch([standing, 'done'])
      const given = await statementOf([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])
      expect(await previewStatement(database.pool, given)).toMatchObject({ matchedLines: 1, toldItems: 0, returnedItems: 0 })
      const { statement } = await reconcileStatement(database.pool, given)
      expect(statement).toMatchObject({ matchedLines: 1, contradictedLines: 1, returnedLines: 0, returnUnclearLines: 1 })
      expect(await readStatuses()).toEqual([standing, 'done'])
      expect(await readOpenCases()).toMatchObject([{ kind: 'contradiction', ordinal: 0 }])
      const [told] = await query('SELECT detail FROM cases WHERE merchant_id = $1', scope.merchantId)
      expect(told.detail).toMatchObject({ came_back: true, line: 1_000 })
      await expectBooksToHold()
    }
  )

  it('fails an open item when a person says that it was not paid, and leaves its two lines unbooked', async () => {
    await makeBatch(['unknown', 'done'])
    await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    await settle('contradiction', 'not_paid')
    expect(await reconcile([{ ordinal: 0 }, { ordinal: 1 }], [{ ordinal: 0 }])).toMatchObject({
      matchedLines: 1,
      returnedLines: 0
    })
    expect(await readStatuses()).toEqual(['failed', 'done'])
    expect((await readBalances()).rail_clearing).toBe(0n)
    await expectBooksToHold()
  })

  it('is left open by a person who says of another case of the item that it was paid, and taken back by the next statement', async () => {
    await makeBatch(['unknown'])
    await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    const { merchantId, batchId } = scope
    const [unresolved] = await query(
      `INSERT INTO cases (merchant_id, id, is_live, kind, batch_id, ordinal) VALUES ($1, 'case_' || $2, false, 'unresolved', $2, 0) RETURNING id`,
      merchantId,
      batchId
    )
    expect(unresolved).toBeDefined()
    await settle('unresolved', 'paid')
    expect(await readKinds()).toEqual(['contradiction'])
    expect(await reconcile([], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await readStatuses()).toEqual(['failed'])
    await expectBooksToHold()
  })

  it('is found by the next statement where the bank says of an open item, with its case open, that it was paid', async () => {
    await makeBatch(['unknown'])
    await reconcile([{ ordinal: 0 }], [{ ordinal: 0 }])
    await record([{ ordinal: 0, attempt: 1, source: 'transfer', outcome: PAID }])
    expect(await reconcile([], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await readStatuses()).toEqual(['failed'])
    expect(await readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    expect((await readBalances()).rail_clearing).toBe(0n)
    await expectBooksToHold()
  })

  it('is unclear with another amount, kept where no item has its reference, and left out without one of ours', async () => {
    await makeBatch(['done'])
    const statement = await reconcile(
      [],
      [{ ordinal: 0, amountSen: 1n }, { reference: 'dis_item_late' }, { reference: 'setoran' }]
    )
    expect(await readReturns(statement.id)).toEqual(['return_unclear', 'missing_here'])
    expect(statement).toMatchObject({ returnUnclearLines: 1, returnMissingHereLines: 1 })
    expect(await readKinds()).toEqual(['contradiction', 'missing_there', 'missing_here'])
    expect(await readStatuses()).toEqual(['done'])
    await nameTestItem(database.pool, scope.batchId, 'dis_item_late')
    expect(await reconcile([{ reference: 'dis_item_late' }], [])).toMatchObject({ matchedLines: 1, returnedLines: 1 })
    expect(await readStatuses()).toEqual(['failed'])
    expect(await readKinds()).toEqual(['contradiction', 'reversed_after_done'])
    await expectBooksToHold()
  })

  it('is left to a person where the item was paid twice: nobody can know which of the payments came back', async () => {
    await makeBatch(['done'])
    await reconcile([{ ordinal: 0 }], [])
    const second = { ordinal: 0, occurredAt: new Date(startMs + 1).toISOString() }
    const statement = await reconcile([{ ordinal: 0 }, second], [{ ordinal: 0 }])
    expect(statement).toMatchObject({ paidTwiceLines: 1, returnedLines: 0, returnUnclearLines: 1 })
    expect(await readStatuses()).toEqual(['done'])
    expect(await readKinds()).toEqual(['contradiction', 'paid_twice'])
    await expectBooksToHold()
  })

  it.each([
    ['paid_twice', 'contradiction'],
    ['contradiction', 'paid_twice']
  ])(
    'undoes a second payment by a person’s word, told of the case %s, which closes that of the kind %s too',
    async (kind, other) => {
      await makeBatch(['done'])
      await reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }])
      const before = await readBalances()
      await settle(kind, 'came_back')
      expect(await readOpenCases()).toEqual([])
      const closed = await query(
        `SELECT one.kind, one.resolution, one.settled_by, one.reference, by.kind AS with FROM cases AS one LEFT JOIN cases AS by ON by.id = one.settled_with
       WHERE one.merchant_id = $1 ORDER BY by.kind NULLS FIRST`,
        scope.merchantId
      )
      const word = { resolution: 'came_back', settled_by: 'operator:test', reference: 'BCA-1' }
      expect(closed).toEqual([
        { kind, ...word, with: null },
        { kind: other, ...word, with: kind }
      ])
      const entries = await query(
        `SELECT detail::json ->> 'kind' AS kind FROM audit_entries WHERE action = 'case.settled' AND subject IN (SELECT id FROM cases WHERE merchant_id = $1)`,
        scope.merchantId
      )
      expect(entries.map((entry) => entry.kind).sort()).toEqual([kind, other].sort())
      expect(await readStatuses()).toEqual(['done'])
      expect(await readBalances()).toEqual(before)
      await expectBooksToHold()
      // The one that is left comes back like that of any item that was paid once.
      const later = new Date(startMs + 500).toISOString()
      expect(await reconcile([], [{ ordinal: 0, occurredAt: later }])).toMatchObject({ returnedLines: 1, returnUnclearLines: 0 })
      expect(await readStatuses()).toEqual(['failed'])
      expect(await readKinds()).toEqual(['reversed_after_done'])
      await expectBooksToHold()
    }
  )

  it('undoes each second payment once, and calls a person to each return that stood behind another', async () => {
    await makeBatch(['done'])
    await reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }, { ordinal: 0 }])
    expect(await readKinds()).toEqual(['contradiction', 'paid_twice'])
    await settle('paid_twice', 'came_back')
    expect(await readKinds()).toEqual(['contradiction'])
    await expect(settle('contradiction', 'came_back')).rejects.toThrow('only as acknowledged')
    await reconcile([], [])
    expect(await readStatuses()).toEqual(['failed'])
    expect((await readBalances()).rail_clearing).toBe(0n)
    await expectBooksToHold()
  })

  it('is set right in two words where the rail told of the return first, and so took back what is paid once after all', async () => {
    await makeBatch(['done'])
    const reversed = { kind: 'reversed', reason: 'returned' } as const
    await record([{ ordinal: 0, attempt: 1, source: 'status', outcome: reversed, askedAtMs: await readTimeMs(database.pool) }])
    const before = await readBalances()
    await reconcile([{ ordinal: 0 }, { ordinal: 0 }], [{ ordinal: 0 }])
    expect(await readKinds()).toEqual(['contradiction', 'paid_twice', 'reversed_after_done'])
    await settle('contradiction', 'paid')
    expect(await readStatuses()).toEqual(['done'])
    await settle('paid_twice', 'came_back')
    expect(await readKinds()).toEqual(['paid_after_failed', 'reversed_after_done'])
    const after = await readBalances()
    expect([after.rail_clearing, after.external! - before.external!, after.suspense]).toEqual([0n, AMOUNT_SEN, 0n])
    await expectBooksToHold()
  })

  it('undoes no second payment of another amount, nor one that did not come back', async () => {
    await makeBatch(['done', 'done'])
    await reconcile([{ ordinal: 0 }, { ordinal: 0, amountSen: 7n }, { ordinal: 1 }, { ordinal: 1 }], [{ ordinal: 0 }])
    for (const { id } of await readOpenCases()) {
      const word = { resolution: 'came_back', reference: 'BCA-1', reason: 'the branch says so' } as const
      await expect(settleFoundCase(database.pool, id, 'operator:test', word)).rejects.toThrow('only as acknowledged')
    }
    await expectBooksToHold()
  })

  it('is refused where it is of the other mode, of another merchant, or outside the period', async () => {
    await makeBatch(['done'])
    const given = await statementOf([], [{ ordinal: 0 }])
    const refusal = (change: Partial<NewStatement>) => expect(reconcileStatement(database.pool, { ...given, ...change })).rejects
    const { id: other } = await createMerchant(database.pool, { name: 'Lain' })
    await refusal({ merchantId: other }).toThrow(`line 1000 is the payment ${ids[0]} of another merchant`)
    await refusal({ isLive: true }).toThrow('which is in test mode')
    const early = given.returns!.map((line) => ({ ...line, occurredAt: new Date(startMs - 60_000).toISOString() }))
    await refusal({ returns: early }).toThrow('line 1000 is outside the period')
    expect(await readStatuses()).toEqual(['done'])
  })
})

describe('any payments and returns on any statements, with a person between them', () => {
  const anyLine = fc.record({ ordinal: fc.nat({ max: 3 }), amountSen: fc.constantFrom(AMOUNT_SEN, AMOUNT_SEN, 1n) })
  const anyRound = fc.record({
    paidOut: fc.array(anyLine, { maxLength: 5 }),
    cameBack: fc.array(anyLine, { maxLength: 4 }),
    settled: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 })
  })

  async function settleAny([whichCase, whichWay]: [number, number]): Promise<void> {
    const open = await readOpenCases()
    if (open.length === 0) return
    const one = await findCase(database.pool, open[whichCase % open.length]!.id)
    const allowed = allowedResolutions(one)
    const resolution = allowed[whichWay % allowed.length]!
    await settleFoundCase(database.pool, one.id, 'operator:test', {
      resolution,
      reference: 'BCA-1',
      reason: 'the branch says so'
    })
  }

  it('keep the books, and leave no line without a case that calls, or called, a person to it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Standing>('done', 'done', 'failed', 'unknown'), { minLength: 1, maxLength: 3 }),
        fc.array(anyRound, { minLength: 1, maxLength: 3 }),
        async (standings, rounds) => {
          await makeBatch(standings)
          for (const { paidOut, cameBack, settled } of rounds) {
            const { id } = await reconcile(paidOut, cameBack)
            const left = await readLeftLines(database.pool, id, { limit: 100 })
            expect(left.filter((line) => line.caseId === null)).toEqual([])
            for (const word of settled) await settleAny(word)
            await expectBooksToHold()
          }
          // A person said it of as many returns as there were second payments, and of no payment twice.
          const undone = await query(
            `SELECT undoes_statement_id, undoes_line_number, count(*)::integer AS count FROM statement_returns
             WHERE merchant_id = $1 AND state = 'second_returned' GROUP BY 1, 2 HAVING count(*) > 1`,
            scope.merchantId
          )
          expect(undone).toEqual([])
        }
      ),
      { numRuns: 20 }
    )
  })
})

describe('any payments and returns on any statements', () => {
  const anyLine = fc.record({ ordinal: fc.nat({ max: 4 }), amountSen: fc.constantFrom(AMOUNT_SEN, AMOUNT_SEN, 1n) })
  const anyStatement = fc.tuple(fc.array(anyLine, { maxLength: 5 }), fc.array(anyLine, { maxLength: 5 }))

  it('keep the books, take each item back at most once, and leave nothing done that was paid once and came back', {
    timeout: 120_000
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Standing>('done', 'failed', 'unknown'), { minLength: 1, maxLength: 4 }),
        fc.array(anyStatement, { minLength: 1, maxLength: 3 }),
        async (standings, statements) => {
          await makeBatch(standings)
          for (const [paidOut, cameBack] of statements) {
            await reconcile(paidOut, cameBack)
            const returned = await query(
              `SELECT count(*)::integer AS count FROM statement_returns WHERE merchant_id = $1 AND state = 'returned' GROUP BY ordinal`,
              scope.merchantId
            )
            for (const { count } of returned) expect(count).toBe(1)
            const done = await query(
              `SELECT item.id FROM items AS item JOIN statement_returns AS line ON line.reference = item.id AND line.amount_sen = item.amount_sen
               WHERE item.batch_id = $1 AND item.status = 'done'
                 AND 1 = (SELECT count(*) FROM statement_lines AS paid WHERE paid.reference = item.id)`,
              scope.batchId
            )
            expect(done).toEqual([])
            await expectBooksToHold()
          }
        }
      ),
      { numRuns: 20 }
    )
  })
})
