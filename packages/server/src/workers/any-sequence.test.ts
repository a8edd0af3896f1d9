import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveBatch } from '../batches/approve-batch.js'
import type { ActorScope } from '../batches/batch.js'
import { deleteBatch, rejectBatch } from '../batches/close-batch.js'
import type { Connection, Pool } from '../database/create-pool.js'
import { createPool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import { ApiError } from '../errors/api-error.js'
import { verifyLedger } from '../ledger/verify-ledger.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { readBook } from '../rails/simulated-bank/read-book.js'
import { SPECIAL_ACCOUNT_NUMBERS } from '../rails/simulated-bank/special-account-numbers.js'
import { settleItem } from '../simulator/settle-item.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { createWorker, type Worker } from './create-worker.js'

const FEE_SEN = 1_000_00n
const RUNS = Number(process.env.ARUS_PROPERTY_RUNS ?? 15)

/** What may happen, in any order. Indexes are taken modulo what there is at that moment. */
type Step =
  | { kind: 'submit'; force: boolean; skip: boolean; accounts: string[] }
  | { kind: 'approve'; batch: number; ignoreInvalid: boolean }
  | { kind: 'reject' | 'delete'; batch: number }
  | { kind: 'settle'; item: number; outcome: 'done' | 'failed' }
  | { kind: 'let_time_pass'; seconds: number }
  | { kind: 'work' }
  | { kind: 'restart_worker' | 'lose_worker' | 'pause_worker' }

/** Even: pays. Odd: invalid, or failed where validation is skipped. The special ones: no answer, slow, throttled, down. */
const account = fc.oneof(
  fc.integer({ min: 100, max: 899 }).map(String),
  fc.constantFrom(...SPECIAL_ACCOUNT_NUMBERS.map(({ suffix }) => suffix))
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      force: fc.boolean(),
      skip: fc.boolean(),
      accounts: fc.array(account, { minLength: 1, maxLength: 6 })
    })
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('approve' as const), batch: fc.nat(), ignoreInvalid: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reject' as const, 'delete' as const), batch: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      item: fc.nat(),
      outcome: fc.constantFrom('done' as const, 'failed' as const)
    })
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('let_time_pass' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('work' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('restart_worker' as const, 'lose_worker' as const, 'pause_worker' as const) })
  }
)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  // Every change of an item's status, by whatever statement: the evidence that no item is final twice.
  await database.pool.query(`
    CREATE TABLE item_history (item_id text, from_status text, to_status text);
    CREATE FUNCTION note_item() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO item_history VALUES (NEW.id, OLD.status, NEW.status); RETURN NULL; END $$;
    CREATE TRIGGER note_item AFTER UPDATE ON items FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION note_item();`)
})

afterAll(() => database.drop())

/** A worker process in this one. Losing it cuts its database off in the middle of whatever it does; the bank goes on. */
type Process = {
  worker: Worker
  lose(): Promise<void>
  /** From here on it gets no connection, as if it stood still, until the function that this returns is called. */
  pause(): () => void
  stop(): Promise<void>
}

function startProcess(databaseUrl: string, bankPool: Pool, refusesRepeats: boolean): Process {
  const pool = createPool({ databaseUrl, maxConnections: 5, applicationName: 'worker under test', onError: () => {} })
  const lost = new AbortController()
  let gate: Promise<void> | undefined
  const refuse = () => Promise.reject(new Error('this process is gone'))
  const connect = pool.connect.bind(pool) as () => Promise<Connection>
  const query = pool.query.bind(pool)
  const connections = new Set<Connection>()
  const cut = {
    ...pool,
    query: (async (...parameters: Parameters<typeof query>) => {
      await gate
      return lost.signal.aborted ? refuse() : query(...parameters)
    }) as Pool['query'],
    connect: (async () => {
      await gate
      if (lost.signal.aborted) return refuse()
      const connection = await connect()
      connections.add(connection)
      return connection
    }) as Pool['connect']
  } as Pool
  const bank = createSimulatedBank({ pool: bankPool, refusesRepeats })
  const worker = createWorker({ pool: cut, rails: [bank], feePerItemSen: FEE_SEN, pollMs: 10, onError: () => {} })

  return {
    worker,
    async lose() {
      lost.abort()
      // As when a process dies: its connections end in mid-transaction, and PostgreSQL rolls them back.
      for (const connection of connections)
        (connection as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
      await worker.stop()
      await pool.end()
    },
    pause() {
      let resume = () => {}
      gate = new Promise((resolve) => {
        resume = resolve
      })
      return resume
    },
    async stop() {
      await worker.stop()
      await pool.end()
    }
  }
}

async function play(steps: Step[], scope: ActorScope, refusesRepeats: boolean): Promise<void> {
  const { pool, databaseUrl } = database
  const terms = { ...scope, feePerItemSen: FEE_SEN }
  let process = startProcess(databaseUrl, pool, refusesRepeats)
  let shiftMs = await readShift(pool)
  const batches: string[] = []
  const pickBatch = (index: number) => batches[index % batches.length]

  async function run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'submit': {
        const items = step.accounts.map((accountNumber) => testItem({ accountNumber }))
        const batch = await submitTestBatch(
          pool,
          scope.merchantId,
          { forceDisburse: step.force, skipValidation: step.skip, items },
          FEE_SEN
        )
        batches.push(batch.id)
        return
      }
      case 'approve': {
        const id = pickBatch(step.batch)
        if (id !== undefined) await withTransaction(pool, (connection) => approveBatch(connection, terms, id, step))
        return
      }
      case 'reject':
      case 'delete': {
        const id = pickBatch(step.batch)
        const close = step.kind === 'reject' ? rejectBatch : deleteBatch
        if (id !== undefined)
          await withTransaction(pool, async (connection) => void (await close(connection, scope, id, 'changed our mind')))
        return
      }
      case 'settle': {
        const { rows } = await pool.query<{ id: string }>(
          'SELECT id FROM items WHERE merchant_id = $1 ORDER BY batch_id, ordinal',
          [scope.merchantId]
        )
        const item = rows[step.item % Math.max(1, rows.length)]
        const bank = createSimulatedBank({ pool, refusesRepeats })
        const caller = { merchantId: scope.merchantId, isLive: false, apiKeyId: 'key', secretKey: '' }
        if (item !== undefined) await settleItem({ pool, rails: [bank] }, caller, item.id, step)
        return
      }
      case 'let_time_pass':
        shiftMs += step.seconds * 1_000
        return await setClockShift(pool, shiftMs)
      case 'work':
        await until(
          async () => countDue(pool, scope),
          (due) => due === 0,
          60_000
        )
        return
      case 'restart_worker':
        await process.stop()
        process = startProcess(databaseUrl, pool, refusesRepeats)
        return
      case 'pause_worker': {
        // It stands still past its leases, another takes over and asks about what it held, and then it comes back.
        const resume = process.pause()
        const other = startProcess(databaseUrl, pool, refusesRepeats)
        await run({ kind: 'let_time_pass', seconds: 65 })
        await run({ kind: 'work' })
        await run({ kind: 'let_time_pass', seconds: 5 })
        await run({ kind: 'work' })
        resume()
        await other.stop()
        return
      }
      case 'lose_worker':
        await process.lose()
        process = startProcess(databaseUrl, pool, refusesRepeats)
        return
    }
  }

  try {
    for (const step of steps) {
      await run(step).catch((error) => {
        if (!(error instanceof ApiError)) throw error
      })
      await checkBooks(scope)
    }
    // In the end everything that the bank will ever answer is answered.
    for (let hour = 0; hour < 30 && (await findStuck(scope)).length > 0; hour++) {
      await run({ kind: 'let_time_pass', seconds: 60 * 60 })
      await run({ kind: 'work' })
      // For calls under way, which no row tells of.
      await delay(100)
    }
    await checkBooks(scope)
    await checkEnds(scope)
  } finally {
    await process.stop()
  }
}

async function readShift(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ shift: string }>(
    'SELECT round(extract(epoch FROM arus_now() - statement_timestamp()) * 1000)::text AS shift'
  )
  return Number(rows[0]!.shift)
}

/** Items that a worker could take now, those to be released, and those in a range that nobody holds any more. */
async function countDue(pool: Pool, { merchantId }: ActorScope): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    `SELECT count(*)::integer AS due FROM items JOIN batches ON batches.merchant_id = items.merchant_id AND batches.id = items.batch_id
     WHERE items.merchant_id = $1
       AND ((batches.status = 'validating' AND items.status = 'need_validation' AND (items.due_at <= arus_now() OR (items.due_at IS NULL AND NOT EXISTS (${HELD}))))
         OR (batches.status = 'approved' AND (items.status IN ('need_validation', 'valid')
           OR (items.status IN ('ready', 'sending', 'accepted', 'unknown') AND items.due_at <= arus_now())
           OR (items.status = 'sending' AND items.due_at IS NULL AND NOT EXISTS (${HELD})))))`,
    [merchantId]
  )
  return rows[0]!.due
}

const HELD = `SELECT 1 FROM item_claims AS claim WHERE claim.merchant_id = items.merchant_id AND claim.batch_id = items.batch_id
  AND items.ordinal BETWEEN claim.first_ordinal AND claim.last_ordinal AND claim.lease_until > arus_now()`

async function checkBooks(scope: ActorScope): Promise<void> {
  const { pool } = database
  expect((await verifyLedger(pool)).faults).toEqual([])

  const { rows: finalTwice } = await pool.query(
    `SELECT history.item_id, count(*)::integer AS ends, (SELECT count(*)::integer FROM cases WHERE cases.detail->>'item_id' = history.item_id
       AND cases.kind IN ('paid_after_failed', 'reversed_after_done')) AS corrections
     FROM item_history AS history WHERE to_status IN ('done', 'failed') GROUP BY item_id
     HAVING count(*) > 1 + (SELECT count(*) FROM cases WHERE cases.detail->>'item_id' = history.item_id
       AND cases.kind IN ('paid_after_failed', 'reversed_after_done'))`
  )
  expect(finalTwice, 'items that were final twice without a recorded correction').toEqual([])

  const taken = (await readBook(pool)).filter((entry) => entry.status !== 'rejected').map((entry) => entry.reference)
  expect(taken.length, 'transfers in the bank’s book for one item').toBe(new Set(taken).size)

  const { rows: totals } = await pool.query(
    `SELECT batches.id FROM batches JOIN items ON items.merchant_id = batches.merchant_id AND items.batch_id = batches.id
     WHERE batches.merchant_id = $1 GROUP BY batches.id, batches.total_amount_sen, batches.item_count
     HAVING batches.total_amount_sen <> sum(items.amount_sen) OR batches.item_count <> count(*)`,
    [scope.merchantId]
  )
  expect(totals, 'batches whose totals are not those of their items').toEqual([])
}

/** Once everything was asked: the books agree with the bank's, and what is open is open for a reason that a person is told. */
async function checkEnds(scope: ActorScope): Promise<void> {
  expect((await verifyLedger(database.pool, { readBook: () => readBook(database.pool) })).faults).toEqual([])
  expect(await findStuck(scope), 'items that nobody will ever hear of').toEqual([])
}

async function findStuck({ merchantId }: ActorScope): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `SELECT items.id, items.status, items.account_number FROM items JOIN batches ON batches.merchant_id = items.merchant_id AND batches.id = items.batch_id
     WHERE items.merchant_id = $1 AND batches.status IN ('validating', 'approved') AND items.status NOT IN ('done', 'failed', 'invalid')
       AND NOT (batches.status = 'validating' AND items.status = 'valid')
       AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.merchant_id = items.merchant_id AND cases.batch_id = items.batch_id
         AND cases.ordinal = items.ordinal AND cases.kind = 'unresolved' AND cases.closed_at IS NULL)`,
    [merchantId]
  )
  return rows
}

describe('any sequence of submit, validate, approve, reject, delete, pay, fail, no answer, retry and loss of workers', () => {
  it('keeps the books whole after each step, pays no item twice, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), fc.boolean(), async (steps, refusesRepeats) => {
        const { id } = await createMerchant(database.pool, { name: 'Toko Maju' })
        await play(steps, { merchantId: id, isLive: false, actor: 'test' }, refusesRepeats)
      }),
      { numRuns: RUNS, endOnFailure: true }
    )
  }, 900_000)
})
