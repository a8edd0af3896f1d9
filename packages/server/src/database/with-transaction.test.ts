import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { makeDeferred } from '../testing/make-deferred.js'
import type { Connection } from './create-pool.js'
import { withTransaction } from './with-transaction.js'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query('CREATE TABLE counters (name text PRIMARY KEY, value integer NOT NULL)')
})

afterAll(() => database.drop())

beforeEach(async () => {
  await database.pool.query('DELETE FROM counters')
  await database.pool.query(`INSERT INTO counters VALUES ('a', 0), ('b', 0)`)
})

const add = (connection: Connection, name: string) =>
  connection.query('UPDATE counters SET value = value + 1 WHERE name = $1', [name])

async function readCounters(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ name: string; value: number }>('SELECT name, value FROM counters')
  return Object.fromEntries(rows.map((row) => [row.name, row.value]))
}

async function readPid(connection: Pick<Connection, 'query'>): Promise<number> {
  const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]!.pid
}

/** Whoever uses the pool next must find a connection that works, outside of any transaction. */
async function expectCleanPool(): Promise<void> {
  expect(database.pool.idleCount).toBe(database.pool.totalCount)
  const { rows } = await database.pool.query('SELECT pg_current_xact_id_if_assigned() AS "transaction"')
  expect(rows).toEqual([{ transaction: null }])
}

describe('withTransaction', () => {
  it('returns what the work returns, and what it wrote is there for others', async () => {
    const result = await withTransaction(database.pool, async (connection) => {
      await add(connection, 'a')
      expect(await readCounters()).toEqual({ a: 0, b: 0 })
      return 'done'
    })
    expect(result).toBe('done')
    expect(await readCounters()).toEqual({ a: 1, b: 0 })
    await expectCleanPool()
  })

  it('runs the loser of a deadlock again, so that both transactions succeed', async () => {
    const bothHoldOne = makeDeferred<void>()
    let runs = 0
    let holding = 0
    const addInOrder = (first: string, second: string) =>
      withTransaction(database.pool, async (connection) => {
        runs++
        await add(connection, first)
        if (++holding === 2) bothHoldOne.resolve()
        await bothHoldOne.promise
        await add(connection, second)
      })
    await Promise.all([addInOrder('a', 'b'), addInOrder('b', 'a')])
    expect(runs).toBe(3)
    expect(await readCounters()).toEqual({ a: 2, b: 2 })
    await expectCleanPool()
  })

  it('runs the work again after a serialization failure, on what is there by then', async () => {
    let runs = 0
    const seen = await withTransaction(database.pool, async (connection) => {
      runs++
      await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
      const { rows } = await connection.query<{ value: number }>(`SELECT value FROM counters WHERE name = 'a'`)
      if (runs === 1) await database.pool.query(`UPDATE counters SET value = 10 WHERE name = 'a'`)
      await add(connection, 'a')
      return rows[0]!.value
    })
    expect(runs).toBe(2)
    expect(seen).toBe(10)
    expect(await readCounters()).toEqual({ a: 11, b: 0 })
  })

  it('gives up with the error of the database when it is undone again and again', async () => {
    let runs = 0
    const undone = Object.assign(new Error('could not serialize access'), { code: '40001' })
    const work = () => {
      runs++
      return Promise.reject(undone)
    }
    await expect(withTransaction(database.pool, work)).rejects.toBe(undone)
    expect(runs).toBe(8)
    await expectCleanPool()
  })

  it('does not run the work again after another error, and nothing of it stays', async () => {
    let runs = 0
    const failed = withTransaction(database.pool, async (connection) => {
      runs++
      await add(connection, 'a')
      await connection.query(`INSERT INTO counters VALUES ('b', 0)`)
    })
    await expect(failed).rejects.toMatchObject({ code: '23505' })
    expect(runs).toBe(1)
    expect(await readCounters()).toEqual({ a: 0, b: 0 })
    await expectCleanPool()
  })

  it('rolls back when the work itself throws', async () => {
    const fault = new Error('changed my mind')
    const failed = withTransaction(database.pool, async (connection) => {
      await add(connection, 'a')
      throw fault
    })
    await expect(failed).rejects.toBe(fault)
    expect(await readCounters()).toEqual({ a: 0, b: 0 })
    await expectCleanPool()
  })

  it('neither repeats the work of a connection that breaks, nor gives that back to the pool', async () => {
    let runs = 0
    let pid = 0
    const failed = withTransaction(database.pool, async (connection) => {
      runs++
      pid = await readPid(connection)
      await add(connection, 'a')
      await database.pool.query('SELECT pg_terminate_backend($1)', [pid])
      await add(connection, 'b')
    })
    await expect(failed).rejects.toThrow()
    expect(runs).toBe(1)
    expect(await readCounters()).toEqual({ a: 0, b: 0 })
    expect(await readPid(database.pool)).not.toBe(pid)
    await expectCleanPool()
  })

  it('does not give back a connection that could not be rolled back, although it still answers', async () => {
    const fault = new Error('changed my mind')
    let connections = 0
    const failed = withTransaction(database.pool, async (connection) => {
      await add(connection, 'a')
      connections = database.pool.totalCount
      // As when the answer to the rollback does not come in time: the transaction may still be open.
      vi.spyOn(connection, 'query').mockImplementationOnce(() => Promise.reject(new Error('Query read timeout')))
      throw fault
    })
    await expect(failed).rejects.toBe(fault)
    expect(database.pool.totalCount).toBe(connections - 1)
    expect(await readCounters()).toEqual({ a: 0, b: 0 })
    await expectCleanPool()
  })
})
