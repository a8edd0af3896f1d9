import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestClock } from '../testing/create-test-clock.js'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { until } from '../testing/until.js'
import { SYSTEM_CLOCK } from '../time/clock.js'
import { listenForWork } from './listen-for-work.js'
import { wakeWorkers } from './wake-workers.js'

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})

// Throws when a connection was not given back.
afterEach(() => database.drop())

/** The server processes of this database whose last statement was to listen. */
async function findListeners(): Promise<number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle' AND query LIKE 'LISTEN %'`
  )
  return rows.map((row) => row.pid)
}

/** Waits until somebody but the given process listens. */
async function waitForListener(except?: number): Promise<number> {
  const findOthers = async () => (await findListeners()).filter((listener) => listener !== except)
  return (await until(findOthers, (listeners) => listeners.length === 1))[0]!
}

const countCalls = (mock: ReturnType<typeof vi.fn>) => async () => mock.mock.calls.length

function countUsed(): number {
  return database.pool.totalCount - database.pool.idleCount
}

describe('listenForWork', () => {
  it('calls back each time the workers are woken', async () => {
    const onWork = vi.fn()
    const onError = vi.fn()
    const stop = listenForWork(database.pool, onWork, onError)
    await waitForListener()
    expect(onWork).not.toHaveBeenCalled()
    for (let wakes = 1; wakes <= 3; wakes++) {
      await wakeWorkers(database.pool)
      await until(countCalls(onWork), (calls) => calls === wakes)
    }
    await stop()
    expect(onError).not.toHaveBeenCalled()
  })

  it('tells of a connection that is lost, and listens again on another', async () => {
    const onWork = vi.fn()
    const onError = vi.fn()
    const stop = listenForWork(database.pool, onWork, onError)
    const lost = await waitForListener()
    await database.pool.query('SELECT pg_terminate_backend($1)', [lost])
    await waitForListener(lost)
    expect(onError).toHaveBeenCalledTimes(1)
    await wakeWorkers(database.pool)
    await until(countCalls(onWork), (calls) => calls === 1)
    expect(countUsed()).toBe(1)
    await stop()
  })

  it('leaves nothing behind of the connections that it has lost, however many', async () => {
    const warnings: string[] = []
    const onWarning = ({ name }: Error) => warnings.push(name)
    process.on('warning', onWarning)
    const clock = { ...SYSTEM_CLOCK, delay: async () => {} }
    const stop = listenForWork(
      database.pool,
      () => {},
      () => {},
      clock
    )
    let listener = await waitForListener()
    for (let lost = 1; lost <= 12; lost++) {
      await database.pool.query('SELECT pg_terminate_backend($1)', [listener])
      listener = await waitForListener(listener)
    }
    await stop()
    process.off('warning', onWarning)
    expect(warnings).not.toContain('MaxListenersExceededWarning')
  })

  it('closes its connection when it is stopped, so that nobody else is handed one that listens', async () => {
    const onWork = vi.fn()
    const stop = listenForWork(database.pool, onWork, () => {})
    const listener = await waitForListener()
    expect(countUsed()).toBe(1)
    await stop()
    expect(countUsed()).toBe(0)
    await until(
      async () => (await database.pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [listener])).rowCount,
      (count) => count === 0
    )
    await wakeWorkers(database.pool)
    expect(onWork).not.toHaveBeenCalled()
  })

  it('can be stopped before it listens', async () => {
    await listenForWork(
      database.pool,
      () => {},
      () => {}
    )()
    expect(countUsed()).toBe(0)
  })

  it('can be stopped while the database refuses it, without waiting for the next try', async () => {
    const errors: unknown[] = []
    const clock = createTestClock()
    const connect = vi.spyOn(database.pool, 'connect').mockImplementation(() => Promise.reject(new Error('too many connections')))
    const stop = listenForWork(
      database.pool,
      () => {},
      (error) => errors.push(error),
      clock
    )
    await clock.pass(999)
    expect(errors).toHaveLength(1)
    await stop()
    expect(connect).toHaveBeenCalledTimes(1)
    connect.mockRestore()
  })
})
