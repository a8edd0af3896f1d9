import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
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
function waitForListener(except?: number): Promise<number> {
  return vi.waitFor(
    async () => {
      const [pid, ...others] = (await findListeners()).filter((listener) => listener !== except)
      expect(pid).toBeDefined()
      expect(others).toEqual([])
      return pid!
    },
    { timeout: 10_000, interval: 20 }
  )
}

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
      await vi.waitFor(() => expect(onWork).toHaveBeenCalledTimes(wakes))
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
    await vi.waitFor(() => expect(onWork).toHaveBeenCalledTimes(1))
    expect(countUsed()).toBe(1)
    await stop()
  })

  it('closes its connection when it is stopped, so that nobody else is handed one that listens', async () => {
    const onWork = vi.fn()
    const stop = listenForWork(database.pool, onWork, () => {})
    const listener = await waitForListener()
    expect(countUsed()).toBe(1)
    await stop()
    expect(countUsed()).toBe(0)
    await vi.waitFor(async () => {
      const { rows } = await database.pool.query('SELECT pid FROM pg_stat_activity WHERE pid = $1', [listener])
      expect(rows).toEqual([])
    })
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
    const connect = vi.spyOn(database.pool, 'connect').mockImplementation(() => Promise.reject(new Error('too many connections')))
    const stop = listenForWork(
      database.pool,
      () => {},
      (error) => errors.push(error)
    )
    await vi.waitFor(() => expect(errors).toHaveLength(1))
    const stoppedAt = performance.now()
    await stop()
    expect(performance.now() - stoppedAt).toBeLessThan(500)
    expect(connect).toHaveBeenCalledTimes(1)
    connect.mockRestore()
  })
})
