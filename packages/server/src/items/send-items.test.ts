import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createMerchant } from '../merchants/create-merchant.js'
import type { Rail, TransferOutcome } from '../rails/rail.js'
import { createTestClock, type TestClock } from '../testing/create-test-clock.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { type Deferred, makeDeferred } from '../testing/make-deferred.js'
import { releaseTestItems } from '../testing/release-test-items.js'
import { setClockShift } from '../testing/set-clock-shift.js'
import { makeTestRail, startTestSender } from '../testing/start-test-sender.js'
import { submitTestBatch, testItem } from '../testing/submit-test-batch.js'
import { until } from '../testing/until.js'
import { createWorker } from '../workers/create-worker.js'
import type { Sender } from './send-items.js'

const PAID: TransferOutcome = { kind: 'paid', railReference: 'R' }
const LEASE_MS = 60_000
/** A call takes no longer; in a lease there is time for seven of them and a bit, one after the other. */
const [TIMEOUT_MS, CALL_MS] = [10_000, 8_000]

let database: TestDatabase
let merchantId: string
let way: 'straight' | 'one by one'

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

beforeEach(async () => {
  await setClockShift(database.pool, 0)
  await database.pool.query(`UPDATE items SET due_at = arus_now() + interval '1 day' WHERE status = 'ready'`)
  await database.pool.query('UPDATE batch_cursors SET send_from = 1000000 WHERE send_from IS NOT NULL')
  merchantId = (await createMerchant(database.pool, { name: 'Toko Maju' })).id
})

async function addReadyItems(count: number): Promise<string> {
  const items = Array.from({ length: count }, () => testItem())
  const { id: batchId } = await submitTestBatch(database.pool, merchantId, { forceDisburse: true, skipValidation: true, items })
  if (way === 'one by one') await releaseTestItems(database.pool, merchantId, batchId)
  return batchId
}

const startSender = (rail: Rail, { leaseMs = LEASE_MS, clock = createTestClock() } = {}): Sender =>
  startTestSender(database.pool, rail, { leaseMs, clock })

/** A rail that takes one call at a time, and answers at once until the test says that it has become slow. */
function makeSlowingRail(clock: TestClock, settings: Partial<Rail> = {}) {
  let isSlow = false
  const startedAtMs: number[] = []
  const calls: Deferred<TransferOutcome>[] = []
  const rail = makeTestRail(
    () => {
      if (!isSlow) return Promise.resolve(PAID)
      startedAtMs.push(clock.nowMs())
      const call = makeDeferred<TransferOutcome>()
      calls.push(call)
      return call.promise
    },
    { maxConcurrentCalls: 1, timeoutMs: TIMEOUT_MS, ...settings }
  )
  onTestFinished(() => {
    for (const call of calls) call.resolve(PAID)
  })
  return {
    rail,
    becomeSlow() {
      isSlow = true
    },
    /** Of the slow calls. */
    startedAtMs,
    /** Lets call after call take its time, by the clocks of the database and of the process, until none follows. */
    async answerAll(): Promise<void> {
      const renewals = watchRenewals()
      for (let answered = 0; answered < calls.length; answered++) {
        await setClockShift(database.pool, CALL_MS * (answered + 1))
        await clock.pass(CALL_MS)
        await renewals.untilAnswered()
        calls[answered]!.resolve(PAID)
        await clock.pass(0)
      }
    }
  }
}

/** Sees the leases being renewed. */
function watchRenewals() {
  const query = vi.spyOn(database.pool, 'query')
  onTestFinished(() => query.mockRestore())
  const isRenewal = ([config]: unknown[]) => String((config as { name?: string }).name).startsWith('renew-')
  return {
    async untilAnswered(): Promise<number> {
      const answers = query.mock.results.filter((_, index) => isRenewal(query.mock.calls[index]!))
      await Promise.all(answers.map(({ value }) => value))
      return answers.length
    }
  }
}

/** Pays so many items that the sender knows how quick its rail is, and claims more than one at a time. */
async function learnPace(sender: Sender): Promise<void> {
  const quick = await addReadyItems(40)
  await until(
    async () => {
      await sender.step()
      return await readStatuses(quick)
    },
    (statuses) => statuses['done at attempt 1'] === 40
  )
}

async function readStatuses(batchId: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query(
    `SELECT status || ' at attempt ' || attempt AS status, count(*)::integer AS count FROM items WHERE batch_id = $1 GROUP BY 1`,
    [batchId]
  )
  return Object.fromEntries(rows.map((row) => [row.status, row.count]))
}

describe.each(['straight', 'one by one'] as const)('sending items %s', (theirWay) => {
  beforeEach(() => {
    way = theirWay
  })

  it('starts no call that could outlast its lease, and gives the items back', async () => {
    const rail = makeTestRail(async () => PAID, { timeoutMs: 1_500 })
    const sender = startSender(rail, { leaseMs: 2_400 })
    const batchId = await addReadyItems(3)
    await sender.step()
    await sender.stop()
    expect(rail.sent).toEqual([])
    expect(await readStatuses(batchId)).toEqual({ 'ready at attempt 1': 3 })
  })

  it('claims no more than the rail takes in a quarter of a lease, before it knows how quick the rail is', async () => {
    const sender = startSender(makeTestRail(async () => PAID, { timeoutMs: 5_000, maxConcurrentCalls: 1 }))
    await addReadyItems(10)
    expect(await sender.step()).toBe(3)
  })

  it('renews the lease of items that wait for a place, so that each is sent in its first attempt', async () => {
    const clock = createTestClock()
    const { rail, becomeSlow, startedAtMs, answerAll } = makeSlowingRail(clock)
    const sender = startSender(rail, { clock })
    await learnPace(sender)
    becomeSlow()
    const claimedAtMs = clock.nowMs()
    const slow = await addReadyItems(9)
    expect(await sender.step()).toBe(9)
    await answerAll()
    expect(startedAtMs.map((ms) => ms - claimedAtMs)).toEqual(Array.from({ length: 9 }, (_, call) => call * CALL_MS))
    expect(startedAtMs.at(-1)! - claimedAtMs, 'past the lease as it was claimed').toBeGreaterThan(LEASE_MS)
    await until(
      () => readStatuses(slow),
      (statuses) => statuses['done at attempt 1'] === 9
    )
  })

  it('does not send what it lost: after a lease that ended the item is another’s to ask about', async () => {
    const clock = createTestClock()
    const call = makeDeferred<TransferOutcome>()
    const rail = makeTestRail(() => call.promise, { maxConcurrentCalls: 1, timeoutMs: 15_000 })
    const sender = startSender(rail, { clock })
    const batchId = await addReadyItems(2)
    expect(await sender.step()).toBe(1)
    expect(await sender.step(), 'claimed as well, and waits for its place').toBe(1)
    // By the database's clock both leases end, though by this process's own the second call has time enough.
    await setClockShift(database.pool, 2 * LEASE_MS)
    const renewals = watchRenewals()
    await clock.pass(LEASE_MS / 6)
    await until(renewals.untilAnswered, (count) => count === 2)
    call.resolve(PAID)
    await until(
      () => readStatuses(batchId),
      (statuses) => statuses['done at attempt 1'] === 1 && statuses['sending at attempt 1'] === undefined
    )
    expect(rail.sent).toHaveLength(1)
  })

  it('stops claiming for a while when the rail takes nothing at all', async () => {
    const rail = makeTestRail(async () => ({ kind: 'deferred', reason: '401', retryAfterMs: 0 }))
    const clock = createTestClock()
    const sender = startSender(rail, { clock })
    const batchId = await addReadyItems(60)
    await sender.step()
    await until(
      () => readStatuses(batchId),
      (statuses) => statuses['ready at attempt 1'] === 60
    )
    expect(rail.sent).toHaveLength(60)
    await database.pool.query(`UPDATE items SET due_at = arus_now() WHERE batch_id = $1 AND status = 'ready'`, [batchId])
    await clock.pass(999)
    expect(await sender.step()).toBe(0)
    await clock.pass(1)
    expect(await sender.step()).toBe(60)
  })

  it('is not started for a rail whose calls may take as long as the lease', () => {
    const rail = makeTestRail(async () => PAID, { timeoutMs: 31_000 })
    const start = () =>
      createWorker({ pool: database.pool, rails: [rail], feePerItemSen: 0n, leaseMs: 60_000, onError: () => {} })
    expect(start).toThrow('more than half of the lease')
  })
})

it('calls a person about what waited in its queue until the rail may not know it for a repeat any more, instead of sending it', async () => {
  way = 'one by one'
  const clock = createTestClock()
  const refusesRepeatsForMs = LEASE_MS + 5 * CALL_MS
  const { rail, becomeSlow, startedAtMs, answerAll } = makeSlowingRail(clock, { refusesRepeatsForMs })
  const sender = startSender(rail, { clock })
  await learnPace(sender)
  becomeSlow()
  const batchId = await addReadyItems(9)
  await database.pool.query(
    `WITH lost AS (UPDATE items SET attempt = 1 WHERE batch_id = $1 RETURNING merchant_id, batch_id, ordinal)
     INSERT INTO transfer_attempts (merchant_id, batch_id, ordinal, attempt, rail, worker_id, claimed_at, send_until, outcome)
     SELECT merchant_id, batch_id, ordinal, 1, 'simulated_bank', 'worker_0', arus_now(), arus_now(), 'not_found' FROM lost`,
    [batchId]
  )
  const lostAtMs = clock.nowMs()
  expect(await sender.step()).toBe(9)
  await answerAll()
  // Renewed, their leases would hold for all nine calls; the rail's memory does not.
  const statuses = await until(
    () => readStatuses(batchId),
    (statuses) => statuses['sending at attempt 2'] === undefined
  )
  // Given back as they were, they would be claimed and given back again, until the rail has forgotten.
  expect(statuses['unknown at attempt 2']).toBeGreaterThan(0)
  expect(statuses['ready at attempt 2']).toBeUndefined()
  const { rows: cases } = await database.pool.query(`SELECT kind FROM cases WHERE batch_id = $1`, [batchId])
  expect(cases).toEqual(Array(statuses['unknown at attempt 2']!).fill({ kind: 'unresolved' }))
  expect(statuses['done at attempt 2'] ?? 0).toBe(startedAtMs.length)
  expect(Math.max(...startedAtMs)).toBeLessThan(lostAtMs + refusesRepeatsForMs - LEASE_MS)
})
