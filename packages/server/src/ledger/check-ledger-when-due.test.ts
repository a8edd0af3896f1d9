import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { insertTestMerchant } from '../testing/webhook-fixtures.js'
import { checkLedgerWhenDue } from './check-ledger-when-due.js'
import type { LedgerReport } from './verify-ledger.js'

const HOUR_MS = 3_600_000

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

async function readChecks() {
  const { rows } = await database.pool.query(
    'SELECT faults, examples, ended_at IS NOT NULL AS ended FROM ledger_checks ORDER BY id'
  )
  return rows
}

it('checks the books once for all processes that look at the same time, and again when it is due', async () => {
  const { pool } = database
  const look = () => checkLedgerWhenDue(pool, { everyMs: HOUR_MS, onFaults: () => {} })
  const reports = await Promise.all([look(), look(), look()])
  expect(reports.filter((report) => report !== undefined)).toHaveLength(1)
  expect(await readChecks()).toEqual([{ faults: 0, examples: [], ended: true }])
  await pool.query(`UPDATE ledger_checks SET started_at = started_at - interval '59 minutes'`)
  expect(await look()).toBeUndefined()
  await pool.query(`UPDATE ledger_checks SET started_at = started_at - interval '2 minutes'`)
  expect(await look()).toMatchObject({ faults: [] })
  expect(await readChecks()).toHaveLength(2)
})

it('tells of faults, and keeps how many there are and the first of them', async () => {
  const { pool } = database
  await insertTestMerchant(pool)
  await pool.query(`INSERT INTO ledger_accounts (merchant_id, is_live, kind, debits_posted) SELECT id, false, 'suspense', 5 FROM merchants
                    ON CONFLICT (merchant_id, is_live, kind) DO UPDATE SET debits_posted = 5`)
  const told: LedgerReport[] = []
  await checkLedgerWhenDue(pool, { everyMs: HOUR_MS, onFaults: (report) => told.push(report) })
  expect(told).toHaveLength(1)
  const faults = told[0]!.faults
  expect(faults.length).toBeGreaterThan(0)
  expect(await readChecks()).toEqual([{ faults: faults.length, examples: faults.slice(0, 10), ended: true }])
})
