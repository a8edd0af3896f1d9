import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.js'
import { makeDeferred } from '../testing/make-deferred.js'
import { createPool } from './create-pool.js'
import { isPassingFault } from './is-passing-fault.js'
import { withTransaction } from './with-transaction.js'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

it('gives bigint as BigInt, and times as RFC 3339 with microseconds', async () => {
  const { rows } = await database.pool.query(
    `SELECT 9007199254740993::bigint AS sum, '2026-01-02 03:04:05.000678+07'::timestamptz AS at`
  )
  expect(rows).toEqual([{ sum: 9007199254740993n, at: '2026-01-01T20:04:05.000678Z' }])
})

it('outlives a connection that the database closes, idle or in the middle of a transaction', async () => {
  const pool = createPool({
    databaseUrl: database.databaseUrl,
    maxConnections: 2,
    applicationName: 'to be cut off',
    onError: () => {}
  })
  onTestFinished(() => pool.end())
  const crashes: unknown[] = []
  const note = (error: unknown) => crashes.push(error)
  process.on('uncaughtException', note)
  onTestFinished(() => void process.off('uncaughtException', note))
  const cutOff = () =>
    database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'to be cut off'`)

  await pool.query('SELECT 1')
  await cutOff()
  const work = withTransaction(pool, async (connection) => {
    await connection.query('SELECT 1')
    await cutOff()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await connection.query('SELECT 1')
  })
  await expect(work).rejects.toThrow()
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  expect(crashes).toEqual([])
})

it('takes its locks from a process that is silent in the middle of a transaction, and tells it so', async () => {
  const pool = createPool({
    databaseUrl: database.databaseUrl,
    maxConnections: 1,
    applicationName: 'silent',
    maxSilenceMs: 100,
    onError: () => {}
  })
  onTestFinished(() => pool.end())
  const silent = makeDeferred<void>()
  const awake = makeDeferred<void>()
  const lock = 'SELECT pg_advisory_xact_lock(7)'
  const work = withTransaction(pool, async (connection) => {
    await connection.query(lock)
    silent.resolve()
    await awake.promise
    await connection.query('SELECT 1')
  })
  await silent.promise
  await withTransaction(database.pool, (connection) => connection.query(lock))
  awake.resolve()
  // Whoever has something to write down offers it again.
  expect(isPassingFault(await work.catch((error: unknown) => error))).toBe(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
