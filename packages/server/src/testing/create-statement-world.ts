import { expect } from 'vitest'
import type { CaseResolution } from '../cases/allowed-resolutions.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { claimRangeToSend } from '../items/claim-range.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { reconcileStatement } from '../statements/reconcile-statement.js'
import type { NewStatement, StatementLine, StatementRow } from '../statements/statement.js'
import { createTestDatabase } from './create-test-database.js'
import { submitTestBatch, testItem } from './submit-test-batch.js'

/** What each payment is for. */
export const AMOUNT_SEN = 10_000_00n
export const PAID = { kind: 'paid', railReference: 'R' } as const

const POLICY = { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined }
const OUTCOMES = {
  done: PAID,
  failed: { kind: 'rejected', code: 'CLOSED', reason: 'account closed' },
  unknown: { kind: 'unknown', reason: 'no answer' }
} as const

/** How an item of the batch stands. */
export type Standing = keyof typeof OUTCOMES

/** A line of a statement, by the ordinal of its item. */
export type GivenLine = Partial<StatementLine> & { ordinal?: number }

export type StatementWorld = Awaited<ReturnType<typeof createStatementWorld>>

/** A database, a merchant with a batch that was sent, and statements about it. */
export async function createStatementWorld() {
  const database = await createTestDatabase()
  const { pool } = database
  let fileNumber = 0
  let startMs = 0
  let scope = { merchantId: '', isLive: false, actor: 'test', batchId: '' }
  let ids: string[] = []

  const query = async (text: string, ...values: unknown[]) => (await pool.query(text, values)).rows
  const record = (reports: ItemReport[]) => recordOutcomes(pool, { ...scope, policy: POLICY }, reports)

  /** Another merchant, whose batch was sent, with items that stand as wanted; it has its money. */
  async function makeBatch(wanted: Standing[]): Promise<void> {
    startMs = (await readTimeMs(pool)) - 4_000
    const { id: merchantId } = await createMerchant(pool, { name: 'Toko Maju' })
    const items = wanted.map(() => testItem({ amountSen: AMOUNT_SEN }))
    const { id: batchId } = await submitTestBatch(pool, merchantId, { forceDisburse: true, skipValidation: true, items })
    scope = { merchantId, isLive: false, actor: 'test', batchId }
    await claimRangeToSend(pool, { ...scope, rail: 'simulated_bank' }, { limit: 50, leaseMs: 60_000, workerId: 'worker_1' })
    await record(wanted.map((standing, ordinal) => ({ ordinal, attempt: 1, source: 'transfer', outcome: OUTCOMES[standing] })))
    ids = (await query('SELECT id FROM items WHERE batch_id = $1 ORDER BY ordinal', batchId)).map(({ id }) => id)
  }

  function toLine({ ordinal, ...change }: GivenLine, lineNumber: number): StatementLine {
    return {
      lineNumber,
      reference: ids[ordinal ?? -1] ?? 'dis_item_lost',
      amountSen: AMOUNT_SEN,
      bankCode: 'bca',
      accountNumber: '8422640',
      description: '',
      occurredAt: new Date(startMs).toISOString(),
      ...change
    }
  }

  async function statementOf(paidOut: GivenLine[], cameBack: GivenLine[]): Promise<NewStatement> {
    fileNumber += 1
    const fileSha256 = Buffer.alloc(32)
    fileSha256.writeUInt32BE(fileNumber)
    return {
      isLive: false,
      merchantId: scope.merchantId,
      fileName: 'july.csv',
      fileSha256,
      periodFrom: new Date(startMs - 1_000).toISOString(),
      periodTo: new Date(await readTimeMs(pool)).toISOString(),
      lines: paidOut.map((line, index) => toLine(line, 2 + index)),
      returns: cameBack.map((line, index) => toLine(line, 1_000 + index)),
      submittedBy: 'operator:test'
    }
  }

  const readOpenCases = () =>
    query(
      'SELECT id, kind, ordinal FROM cases WHERE merchant_id = $1 AND closed_at IS NULL ORDER BY ordinal, kind',
      scope.merchantId
    )

  return {
    pool,
    drop: database.drop,
    /** When every payment was made, unless a line says otherwise. */
    get startMs() {
      return startMs
    },
    get scope() {
      return scope
    },
    get ids() {
      return ids
    },
    query,
    makeBatch,
    record,
    statementOf,
    reconcile: async (paidOut: GivenLine[], cameBack: GivenLine[]): Promise<StatementRow> =>
      (await reconcileStatement(pool, await statementOf(paidOut, cameBack))).statement,
    readStatuses: async (): Promise<string[]> =>
      (await query('SELECT status FROM items WHERE batch_id = $1 ORDER BY ordinal', scope.batchId)).map(({ status }) => status),
    readReturns: async (statementId: string): Promise<string[]> =>
      (await query('SELECT state FROM statement_returns WHERE statement_id = $1 ORDER BY line_number', statementId)).map(
        ({ state }) => state
      ),
    readOpenCases,
    readKinds: async (): Promise<string[]> => (await readOpenCases()).map(({ kind }) => kind),
    /** A person settles the open case of that kind. */
    async settle(kind: string, resolution: CaseResolution): Promise<void> {
      const one = (await readOpenCases()).find((open) => open.kind === kind)
      await settleFoundCase(pool, one!.id, 'operator:test', { resolution, reference: 'BCA-1', reason: 'the branch says so' })
    },
    /** What is in each account: credits less debits. */
    async readBalances(): Promise<Record<string, bigint>> {
      const rows = await query(
        `SELECT kind, (credits_posted - debits_posted)::bigint AS balance FROM ledger_accounts WHERE merchant_id = $1 AND NOT is_live`,
        scope.merchantId
      )
      return Object.fromEntries(rows.map(({ kind, balance }) => [kind, BigInt(balance)]))
    },
    expectBooksToHold: async () => expect((await verifyLedger(pool)).faults).toEqual([])
  }
}
