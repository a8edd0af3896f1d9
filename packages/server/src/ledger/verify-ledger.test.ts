import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBank } from '../banks/find-bank.js'
import { readBatch } from '../batches/read-batch.js'
import { settleFoundCase } from '../cases/settle-found-case.js'
import { readTimeMs } from '../database/read-time.js'
import { withTransaction } from '../database/with-transaction.js'
import { recordOutcomes } from '../items/record-outcomes.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { settleTransfer } from '../rails/simulated-bank/settle-transfer.js'
import { reconcileStatement } from '../statements/reconcile-statement.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { completeTopup } from '../topups/complete-topup.js'
import { createTopup } from '../topups/create-topup.js'
import { createWorker } from '../workers/create-worker.js'
import { LEDGER_CHECKS } from './ledger-checks.js'
import { verifyLedger } from './verify-ledger.js'

const FEE_SEN = 1_000_00n

let database: TestDatabase
let merchantId: string

/** One completed batch with done and failed items, fees, a correction, a statement and a top-up; one that waits; one half paid. */
beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  merchantId = (await createMerchant(pool, { name: 'Toko Maju' })).id
  const scope = { merchantId, isLive: false, actor: 'test' }
  const bank = createSimulatedBank({ pool, refusesRepeats: false })
  const worker = createWorker({ pool, rails: [bank], feePerItemSen: FEE_SEN, pollMs: 20, onError: () => {} })
  const forced = { forceDisburse: true, skipValidation: true }
  const batch = await submitTestBatch(
    pool,
    merchantId,
    { ...forced, items: ['2', '4', '5', '7'].map((accountNumber) => testItem({ accountNumber })) },
    FEE_SEN
  )
  const halfPaid = await submitTestBatch(
    pool,
    merchantId,
    { ...forced, items: ['6', '990050'].map((accountNumber) => testItem({ accountNumber })) },
    FEE_SEN
  )
  const read = (id: string) => () => readBatch(pool, scope, id)
  await until(read(batch.id), ({ completedAt }) => completedAt !== null)
  await until(read(halfPaid.id), ({ doneItems }) => doneItems === 1)
  await worker.stop()
  await submitTestBatch(pool, merchantId, { items: [testItem()] })

  const { rows } = await pool.query(
    `SELECT id, ordinal, account_number FROM items WHERE batch_id = $1 AND status = 'failed' ORDER BY ordinal LIMIT 1`,
    [batch.id]
  )
  const [late] = rows
  await settleTransfer(pool, {
    reference: late.id,
    bankCode: 'bca',
    accountNumber: late.account_number,
    amountSen: 10_000_00n,
    outcome: 'done'
  })
  await recordOutcomes(pool, { ...scope, batchId: batch.id, policy: bank }, [
    {
      ordinal: late.ordinal,
      attempt: 1,
      source: 'status',
      outcome: { kind: 'paid', railReference: '' },
      askedAtMs: await readTimeMs(pool)
    }
  ])
  const now = new Date(await readTimeMs(pool)).toISOString()
  const paid = await pool.query(`SELECT id FROM items WHERE batch_id = $1 AND account_number = '2'`, [batch.id])
  const returned = await pool.query(`SELECT id FROM items WHERE batch_id = $1 AND account_number = '6'`, [halfPaid.id])
  await settleTransfer(pool, {
    reference: returned.rows[0].id,
    bankCode: 'bca',
    accountNumber: '6',
    amountSen: 10_000_00n,
    outcome: 'failed'
  })
  const line = {
    amountSen: 10_000_00n,
    bankCode: '',
    accountNumber: '',
    description: '',
    occurredAt: new Date(Date.parse(now) - 500).toISOString()
  }
  await reconcileStatement(pool, {
    isLive: false,
    merchantId: undefined,
    fileName: 'statement.csv',
    fileSha256: Buffer.alloc(32, 1),
    periodFrom: new Date(Date.parse(now) - 1_000).toISOString(),
    periodTo: now,
    lines: [2, 4].map((lineNumber) => ({ ...line, lineNumber, reference: paid.rows[0].id })),
    returns: [
      { ...line, lineNumber: 3, reference: returned.rows[0].id },
      { ...line, lineNumber: 5, reference: paid.rows[0].id }
    ],
    submittedBy: 'test'
  })
  const { rows: twice } = await pool.query<{ id: string }>(`SELECT id FROM cases WHERE kind = 'paid_twice'`)
  await settleFoundCase(pool, twice[0]!.id, 'test', { resolution: 'came_back', reference: 'R2', reason: 'the bank says so' })
  const topup = await withTransaction(pool, (connection) =>
    createTopup(connection, {
      merchantId,
      isLive: false,
      senderBank: findBank('bca')!,
      amountSen: 100_000_00n,
      receivingAccount: { bankCode: 'bni', accountNumber: '1', accountHolder: 'Arus' }
    })
  )
  await completeTopup(pool, { merchantId, isLive: false, topupId: topup.id, reference: 'R1', completedBy: 'test' })
})

afterAll(() => database.drop())

const verify = () => verifyLedger(database.pool, { readBook: () => readBook(database.pool) })

/** Changes rows past triggers and foreign keys, as a fault in the code or a hand on the database might. */
async function corrupt(sql: string): Promise<void> {
  await withTransaction(database.pool, async (connection) => {
    await connection.query('SET LOCAL session_replication_role = replica')
    const { rowCount } = await connection.query(sql)
    expect(rowCount, `nothing was changed by ${sql}`).toBeGreaterThan(0)
  })
}

/** For each check, a corruption that it must name, and its undoing. */
const CORRUPTIONS: Record<string, [corruption: string, repair: string]> = {
  'debits-pending': [
    `UPDATE ledger_accounts SET debits_pending = debits_pending + 1 WHERE kind = 'available' AND NOT is_live`,
    `UPDATE ledger_accounts SET debits_pending = debits_pending - 1 WHERE kind = 'available' AND NOT is_live`
  ],
  'debits-posted': [
    `UPDATE ledger_accounts SET debits_posted = debits_posted + 1 WHERE kind = 'available' AND NOT is_live`,
    `UPDATE ledger_accounts SET debits_posted = debits_posted - 1 WHERE kind = 'available' AND NOT is_live`
  ],
  'credits-pending': [
    `UPDATE ledger_accounts SET credits_pending = credits_pending + 1 WHERE kind = 'fees' AND is_live`,
    `UPDATE ledger_accounts SET credits_pending = credits_pending - 1 WHERE kind = 'fees' AND is_live`
  ],
  'credits-posted': [
    `UPDATE ledger_accounts SET credits_posted = credits_posted - 1 WHERE kind = 'fees' AND NOT is_live`,
    `UPDATE ledger_accounts SET credits_posted = credits_posted + 1 WHERE kind = 'fees' AND NOT is_live`
  ],
  'open-amounts': [
    `UPDATE items SET status = 'done' WHERE status = 'unknown'`,
    `UPDATE items SET status = 'unknown' WHERE status = 'done' AND amount_transfer_id IS NULL`
  ],
  'open-fees': [
    'UPDATE batches SET fee_per_item_sen = fee_per_item_sen + 1 WHERE fee_per_item_sen > 0',
    'UPDATE batches SET fee_per_item_sen = fee_per_item_sen - 1 WHERE fee_per_item_sen > 0'
  ],
  'settled-amounts': [
    `UPDATE items SET status = 'failed' WHERE status = 'done' AND corrected_from IS NULL AND account_number = '2'`,
    `UPDATE items SET status = 'done' WHERE account_number = '2'`
  ],
  'settled-fees': [
    `UPDATE items SET fee_transfer_id = amount_transfer_id WHERE account_number = '2'`,
    `UPDATE items SET fee_transfer_id = (SELECT fee_transfer_id FROM items WHERE account_number = '4') WHERE account_number = '2'`
  ],
  'transfer-amounts': [
    `UPDATE items SET amount_sen = amount_sen + 1 WHERE account_number = '2'`,
    `UPDATE items SET amount_sen = amount_sen - 1 WHERE account_number = '2'`
  ],
  'transfer-fees': [
    `UPDATE items SET fee_sen = fee_sen + 1 WHERE account_number = '2'`,
    `UPDATE items SET fee_sen = fee_sen - 1 WHERE account_number = '2'`
  ],
  'transfers-have-a-cause': [
    'UPDATE topups SET total_amount_sen = total_amount_sen + 1',
    'UPDATE topups SET total_amount_sen = total_amount_sen - 1'
  ],
  'transfers-take-their-way': [
    `UPDATE ledger_transfers SET debit_account = 'suspense' WHERE purpose = 'opening_balance'`,
    `UPDATE ledger_transfers SET debit_account = 'external' WHERE purpose = 'opening_balance'`
  ],
  'holds-are-settled-from-themselves': [
    `UPDATE ledger_transfers SET pending_id = pending_id + 1 WHERE id = (SELECT min(id) FROM ledger_transfers WHERE kind = 'post')`,
    `UPDATE ledger_transfers SET pending_id = pending_id - 1 WHERE id = (SELECT min(id) FROM ledger_transfers WHERE kind = 'post')`
  ],
  'corrections-are-booked': [
    `UPDATE items SET corrected_from = 'done' WHERE account_number = '2'`,
    `UPDATE items SET corrected_from = NULL WHERE account_number = '2'`
  ],
  'completed-topups-are-posted': [
    `UPDATE ledger_transfers SET topup_id = 'none' WHERE purpose = 'topup'`,
    `UPDATE ledger_transfers SET topup_id = (SELECT id FROM topups) WHERE purpose = 'topup'`
  ],
  'statements-are-booked': [
    `UPDATE statement_lines SET amount_sen = amount_sen + 1 WHERE state = 'matched'`,
    `UPDATE statement_lines SET amount_sen = amount_sen - 1 WHERE state = 'matched'`
  ],
  'returns-are-booked': [
    `UPDATE statement_returns SET amount_sen = amount_sen + 1 WHERE state = 'returned'`,
    `UPDATE statement_returns SET amount_sen = amount_sen - 1 WHERE state = 'returned'`
  ],
  'returned-lines-are-corrected-items': [
    `UPDATE statement_returns SET reference = reference || 'x' WHERE state = 'returned'`,
    `UPDATE statement_returns SET reference = left(reference, -1) WHERE state = 'returned'`
  ],
  'matched-lines-are-paid-items': [
    `UPDATE statement_lines SET reference = reference || 'x' WHERE state = 'matched'`,
    `UPDATE statement_lines SET reference = left(reference, -1) WHERE state = 'matched'`
  ],
  'second-returns-undo-second-payments': [
    `UPDATE statement_returns SET undoes_line_number = undoes_line_number - 2 WHERE state = 'second_returned'`,
    `UPDATE statement_returns SET undoes_line_number = undoes_line_number + 2 WHERE state = 'second_returned'`
  ],
  'batch-counters': [
    'UPDATE batches SET done_items = done_items + 1 WHERE done_items > 0',
    'UPDATE batches SET done_items = done_items - 1 WHERE done_items > 0'
  ],
  'open-items-are-in-hand': [
    `UPDATE items SET due_at = NULL WHERE status = 'unknown'`,
    `UPDATE items SET due_at = arus_now() WHERE status = 'unknown'`
  ],
  'batches-have-items': [
    `UPDATE items SET batch_id = 'dis_nowhere' WHERE status = 'need_validation'`,
    `UPDATE items SET batch_id = (SELECT id FROM batches WHERE status = 'validating') WHERE batch_id = 'dis_nowhere'`
  ],
  'items-have-a-batch': [
    `UPDATE items SET batch_id = 'dis_nowhere' WHERE status = 'need_validation'`,
    `UPDATE items SET batch_id = (SELECT id FROM batches WHERE status = 'validating') WHERE batch_id = 'dis_nowhere'`
  ],
  'status-is-logged': [
    `UPDATE batches SET status = 'need_approval' WHERE status = 'validating'`,
    `UPDATE batches SET status = 'validating' WHERE status = 'need_approval'`
  ],
  'one-completed-event': [
    `UPDATE events SET type = 'disbursement.approval_blocked' WHERE type = 'disbursement.completed'`,
    `UPDATE events SET type = 'disbursement.completed' WHERE type = 'disbursement.approval_blocked'`
  ],
  'bank-book': [
    `INSERT INTO simulated_bank.transfers (reference, bank_code, account_number, amount_sen, status)
     SELECT id, bank_code, account_number, amount_sen, 'paid' FROM items WHERE account_number = '2'`,
    `DELETE FROM simulated_bank.transfers WHERE id = (SELECT max(id) FROM simulated_bank.transfers)`
  ]
}

describe('verifying the ledger', () => {
  it('finds nothing in books that were kept by the code alone', async () => {
    expect((await verify()).faults).toEqual([])
  })

  it('has a corruption in this test for every check', () => {
    expect(Object.keys(CORRUPTIONS)).toEqual([...LEDGER_CHECKS.map((check) => check.name), 'bank-book'])
  })

  for (const [name, [corruption, repair]] of Object.entries(CORRUPTIONS)) {
    it(`names ${name} when a row breaks it`, async () => {
      await corrupt(corruption)
      expect((await verify()).faults.map((fault) => fault.check)).toContain(name)
      await corrupt(repair)
      expect((await verify()).faults).toEqual([])
    })
  }

  it('reads the bank’s book with no transaction open: a bank may be slow', async () => {
    const readBookAlone = async () => {
      const { rows } = await database.pool.query(
        `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
      )
      expect(rows).toEqual([])
      return await readBook(database.pool)
    }
    expect((await verifyLedger(database.pool, { readBook: readBookAlone })).faults).toEqual([])
  })

  it('does not let a transfer of the ledger be changed or deleted', async () => {
    await expect(database.pool.query('UPDATE ledger_transfers SET amount_sen = 1')).rejects.toThrow('append-only')
    await expect(database.pool.query('DELETE FROM ledger_transfers')).rejects.toThrow('append-only')
  })
})
