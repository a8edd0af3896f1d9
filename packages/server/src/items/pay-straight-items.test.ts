import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBatch } from '../batches/read-batch.js'
import type { Queryable } from '../database/create-pool.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { sendTestBatch, type WayOfSending } from '../testing/send-test-batch.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { until } from '../testing/until.js'
import { type ItemReport, recordOutcomes } from './record-outcomes.js'
import { recoverClaims } from './recover-claims.js'

const ITEM_COUNT = 6
const FEE_SEN = 1_500_00n

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

beforeEach(() => setClockShift(database.pool, 0))

type Scope = Awaited<ReturnType<typeof sendTestBatch>>

const record = (scope: Scope, reports: ItemReport[]) =>
  recordOutcomes(database.pool, { ...scope, policy: { notFoundHorizonMs: 2_000, refusesRepeatsForMs: undefined } }, reports)

const paid = (ordinal: number, railReference = `R${ordinal}`): ItemReport => ({
  ordinal,
  attempt: 1,
  source: 'transfer',
  outcome: { kind: 'paid', railReference }
})

/** What is written of items and attempts, but for their times, and when each is to be looked at next. */
async function readRows({ batchId }: Scope): Promise<{ items: unknown[]; attempts: unknown[] }> {
  const { rows: items } = await database.pool.query(
    `SELECT ordinal, items.status, items.attempt, fee_sen, receipt, failure_code, failure_reason, check_count, corrected_from,
       not_found_at IS NULL AS is_found, amount_transfer.kind AS amount, amount_transfer.purpose, fee_transfer.kind AS fee
     FROM items
     LEFT JOIN ledger_transfers AS amount_transfer ON amount_transfer.id = amount_transfer_id
     LEFT JOIN ledger_transfers AS fee_transfer ON fee_transfer.id = fee_transfer_id
     WHERE items.batch_id = $1 ORDER BY ordinal`,
    [batchId]
  )
  const { rows: attempts } = await database.pool.query(
    `SELECT ordinal, attempt, outcome, code, detail, rail_reference, answered_at IS NULL AS is_open
     FROM transfer_attempts WHERE batch_id = $1 ORDER BY ordinal, attempt`,
    [batchId]
  )
  return { items, attempts }
}

const readCounters = async (scope: Scope) => {
  const { status, openItems, doneItems, doneAmountSen, failedItems, failedAmountSen } = await readBatch(
    database.pool,
    scope,
    scope.batchId
  )
  return { status, openItems, doneItems, doneAmountSen, failedItems, failedAmountSen }
}

const untilSomebodyWaits = () =>
  until(
    () => database.pool.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
    ({ rows }) => rows.length > 0
  )

const expectBooksToHold = async () => expect((await verifyLedger(database.pool)).faults).toEqual([])

const anyReport: fc.Arbitrary<ItemReport> = fc.record({
  ordinal: fc.nat(ITEM_COUNT - 1),
  attempt: fc.constant(1),
  source: fc.constant('transfer' as const),
  outcome: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('paid' as const), railReference: fc.constantFrom('', 'R-1', 'say "R", \\') })
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('accepted' as const), railReference: fc.constantFrom('', 'R-2') }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'rejected' as const, code: 'CLOSED', reason: 'account closed' }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'unknown' as const, reason: 'no answer' }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'not_sent' as const }) }
  )
})

describe('items that are paid at their first attempt', () => {
  it('end with the rows, sums and transfers that they would come to by the long way, whatever is recorded with them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyReport, { minLength: 1, maxLength: 8 }), { maxLength: 4 }), async (chunks) => {
        const after = async (way: WayOfSending) => {
          const scope = await sendTestBatch(database.pool, way, ITEM_COUNT, FEE_SEN)
          for (const reports of chunks) await record(scope, reports)
          return { ...(await readRows(scope)), counters: await readCounters(scope) }
        }
        expect(await after('straight')).toEqual(await after('one by one'))
      }),
      { numRuns: 40 }
    )
    await expectBooksToHold()
  })

  it('go the long way once somebody has taken them over', async () => {
    const scope = await sendTestBatch(database.pool, 'straight', ITEM_COUNT, FEE_SEN)
    await setClockShift(database.pool, 61_000)
    await recoverClaims(database.pool)
    await record(scope, [{ ordinal: 0, attempt: 1, source: 'transfer', outcome: { kind: 'unknown', reason: 'no answer' } }])
    await record(scope, [paid(0), paid(1)])
    expect(await readCounters(scope)).toMatchObject({ doneItems: 2, openItems: ITEM_COUNT - 2 })
    expect((await readRows(scope)).attempts.slice(0, 2)).toMatchObject([
      { outcome: 'paid', rail_reference: 'R0' },
      { outcome: 'paid', rail_reference: 'R1' }
    ])
    await expectBooksToHold()
  })

  it('have their attempt answered when its lease is renewed at the same moment', async () => {
    const scope = await sendTestBatch(database.pool, 'straight', ITEM_COUNT, FEE_SEN)
    const renewal = await database.pool.connect()
    try {
      await renewal.query('BEGIN')
      await renewal.query('SELECT 1 FROM items WHERE batch_id = $1 AND ordinal = 3 FOR UPDATE', [scope.batchId])
      const recorded = record(
        scope,
        [2, 3, 4].map((ordinal) => paid(ordinal))
      )
      await untilSomebodyWaits()
      await renewal.query(`UPDATE transfer_attempts SET send_until = send_until + interval '1 minute' WHERE batch_id = $1`, [
        scope.batchId
      ])
      await renewal.query('COMMIT')
      await recorded
    } finally {
      renewal.release()
    }
    const { attempts } = await readRows(scope)
    expect(attempts.slice(2, 5)).toMatchObject([{ outcome: 'paid' }, { outcome: 'paid' }, { outcome: 'paid' }])
    await expectBooksToHold()
  })

  it('are not written before what is recorded with them and comes first is locked: whoever renews leases locks in that order', async () => {
    const scope = await sendTestBatch(database.pool, 'straight', ITEM_COUNT, FEE_SEN)
    const renewal = await database.pool.connect()
    const lock = (database: Queryable, ordinal: number) =>
      database.query('SELECT 1 FROM items WHERE batch_id = $1 AND ordinal = $2 FOR UPDATE NOWAIT', [scope.batchId, ordinal])
    try {
      await renewal.query('BEGIN')
      await lock(renewal, 1)
      const refused = { kind: 'rejected', code: 'CLOSED', reason: 'account closed' } as const
      const recorded = record(scope, [paid(4), { ordinal: 1, attempt: 1, source: 'transfer', outcome: refused }, paid(5)])
      await untilSomebodyWaits()
      await lock(renewal, 4)
      await lock(renewal, 5)
      await renewal.query('COMMIT')
      await recorded
    } finally {
      renewal.release()
    }
    expect(await readCounters(scope)).toMatchObject({ doneItems: 2, failedItems: 1 })
    await expectBooksToHold()
  })
})
