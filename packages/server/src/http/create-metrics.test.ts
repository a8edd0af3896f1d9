import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openCases } from '../cases/open-cases.js'
import { withTransaction } from '../database/with-transaction.js'
import { writeEvent } from '../events/write-event.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { insertTestBatch, insertTestEndpoint, insertTestMerchant, type TestMerchant } from '../testing/webhook-fixtures.js'
import { createMetrics } from './create-metrics.js'

let database: TestDatabase
let merchant: TestMerchant
let batchId: string
beforeEach(async () => {
  database = await createTestDatabase()
  merchant = await insertTestMerchant(database.pool)
  const items = ['ready', 'ready', 'unknown', 'done', 'accepted'].map((status) => ({ status }))
  batchId = await insertTestBatch(database.pool, merchant, { status: 'approved', items })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.drop()
})

async function readGauges(metrics: ReturnType<typeof createMetrics>): Promise<Record<string, number>> {
  const lines = (await metrics.registry.metrics()).split('\n')
  const waiting = lines.filter((line) => /^arus_(open|oldest|pending|ledger)/.test(line))
  return Object.fromEntries(waiting.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

it('shows what waits in the database: cases, items, deliveries, and for how long', async () => {
  const { pool } = database
  await insertTestEndpoint(pool, merchant, 'http://127.0.0.1:9/')
  await withTransaction(pool, async (connection) => {
    await openCases(connection, { ...merchant, id: batchId }, [{ kind: 'unresolved', ordinal: 2, detail: {} }])
    await writeEvent(connection, { ...merchant, type: 'disbursement.settling', batchId, detail: { openItems: { ready: 2 } } })
  })
  await pool.query(
    `UPDATE items SET due_at = arus_now() + interval '1 hour' * CASE ordinal WHEN 2 THEN -1 WHEN 3 THEN -9 ELSE 1 END`
  )
  await pool.query(`UPDATE deliveries SET next_attempt_at = arus_now() - interval '2 minutes'`)
  const gauges = await readGauges(createMetrics(pool))
  expect(gauges).toMatchObject({
    'arus_open_cases{kind="unresolved"}': 1,
    'arus_open_cases{kind="contradiction"}': 0,
    'arus_open_items{status="ready"}': 2,
    'arus_open_items{status="sending"}': 0,
    'arus_open_items{status="accepted"}': 1,
    'arus_open_items{status="unknown"}': 1,
    // Of the batch that settles, and of the case.
    arus_pending_deliveries: 2
  })
  // The books were never checked.
  expect(gauges).not.toHaveProperty('arus_ledger_faults')
  expect(gauges.arus_oldest_due_item_seconds).toBeCloseTo(3600, -2)
  expect(gauges.arus_oldest_due_delivery_seconds).toBeCloseTo(120, -2)
})

it('reads the database once for all who ask within ten seconds', async () => {
  const metrics = createMetrics(database.pool)
  const query = vi.spyOn(database.pool, 'query')
  await Promise.all([readGauges(metrics), readGauges(metrics)])
  const count = query.mock.calls.length
  // One statement for each kind of what waits.
  expect(count).toBe(6)
  await readGauges(metrics)
  expect(query).toHaveBeenCalledTimes(count)
})

it('leaves these numbers out, and still shows its own, while the database fails', async () => {
  const metrics = createMetrics(database.pool)
  const query = vi.spyOn(database.pool, 'query').mockImplementation(() => Promise.reject(new Error('gone')))
  expect(await readGauges(metrics)).toEqual({})
  expect(await metrics.registry.metrics()).toContain('arus_database_connections{state="idle"}')
  query.mockRestore()
  expect(await readGauges(metrics)).toMatchObject({ 'arus_open_items{status="ready"}': 2, arus_pending_deliveries: 0 })
})

it('shows how long the bank has owed a word, and what the last check of the books found', async () => {
  const { pool } = database
  await pool.query(`UPDATE items SET status_set_at = arus_now() - interval '3 hours' WHERE status = 'unknown'`)
  await pool.query(`UPDATE items SET status_set_at = arus_now() - interval '9 hours' WHERE status = 'done'`)
  await pool.query(
    `INSERT INTO ledger_checks (started_at, ended_at, faults) VALUES
       (arus_now() - interval '2 hours', arus_now(), 0), (arus_now() - interval '1 hour', arus_now(), 3), (arus_now(), NULL, NULL)`
  )
  const gauges = await readGauges(createMetrics(pool))
  expect(gauges.arus_oldest_unanswered_item_seconds).toBeCloseTo(3 * 3600, -2)
  expect(gauges.arus_ledger_faults).toBe(3)
  expect(gauges.arus_ledger_check_age_seconds).toBeCloseTo(3600, -2)
})

it('counts what came of calls to rails and of webhooks', async () => {
  const metrics = createMetrics(database.pool)
  metrics.observeRailCall({ rail: 'bank', call: 'transfer', outcome: 'paid', durationSeconds: 0.3 })
  metrics.observeDelivery('timed_out')
  metrics.observeDelivery('timed_out')
  const text = await metrics.registry.metrics()
  expect(text).toContain('arus_rail_call_duration_seconds_count{rail="bank",call="transfer",outcome="paid"} 1')
  expect(text).toContain('arus_delivery_attempts_total{result="timed_out"} 2')
})
