import { describe, expect, it } from 'vitest'
import { createPool } from '../database/create-pool.js'
import { createTestDatabase, setClockShift } from './index.js'

describe('createTestDatabase', () => {
  it('gives each test a migrated database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
    await one.pool.query("INSERT INTO merchants (id, name) VALUES ('mer_1', 'Warung')")
    expect((await one.pool.query('SELECT id FROM merchants')).rows).toHaveLength(1)
    expect((await other.pool.query('SELECT id FROM merchants')).rows).toHaveLength(0)
    await Promise.all([one.drop(), other.drop()])
  })

  it('fails the test that forgot to release a connection', async () => {
    const database = await createTestDatabase()
    await database.pool.connect()
    await expect(database.drop()).rejects.toThrow("1 connections of the test's pool were never released")
  })

  it('fails the test that forgot to end a pool', async () => {
    const database = await createTestDatabase()
    const forgotten = createPool({
      databaseUrl: database.databaseUrl,
      maxConnections: 1,
      applicationName: 'forgotten',
      onError: () => {}
    })
    await forgotten.query('SELECT 1')
    await expect(database.drop()).rejects.toThrow('connections to the test database were never closed, of: forgotten')
    await forgotten.end()
  })
})

describe('setClockShift', () => {
  it('moves the clock of every session, open ones and prepared statements too', async () => {
    const { pool, drop } = await createTestDatabase()
    const sessions = [await pool.connect(), await pool.connect()]
    const readShifts = () =>
      Promise.all(
        sessions.map(async (session) => {
          const text = 'SELECT extract(epoch FROM arus_now() - statement_timestamp())::int AS shift_seconds'
          return (await session.query({ name: 'read-shift', text })).rows[0].shift_seconds
        })
      )
    expect(await readShifts()).toEqual([0, 0])
    await setClockShift(pool, 3_600_000)
    expect(await readShifts()).toEqual([3600, 3600])
    await setClockShift(pool, -1500)
    await setClockShift(pool, -2000)
    expect(await readShifts()).toEqual([-2, -2])
    await setClockShift(pool, 0)
    expect(await readShifts()).toEqual([0, 0])
    for (const session of sessions) session.release()
    await drop()
  })
})
