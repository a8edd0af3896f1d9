import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.js'
import { until } from '../testing/until.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { createPool } from './create-pool.js'
import { migrate } from './migrate.js'

const CLOCK = fileURLToPath(new URL('../../migrations/0001_clock.sql', import.meta.url))

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createTestDatabase()
  // The copy comes migrated; these tests start from nothing.
  await database.pool.query('DROP SCHEMA public CASCADE; DROP SCHEMA simulated_bank CASCADE; CREATE SCHEMA public')
  folder = await mkdtemp(join(tmpdir(), 'arus-migrations-'))
  await cp(CLOCK, join(folder, '0001_clock.sql'))
  await writeFile(join(folder, '0002_cities.sql'), 'CREATE TABLE cities (name text);')
})

afterEach(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

describe('migrate', () => {
  it('brings an empty database to the schema of the code', async () => {
    const names = await migrate(database.pool)
    expect(names[0]).toBe('0001_clock')
    const { rows } = await database.pool.query('SELECT number, name, applied_at FROM migrations ORDER BY number')
    expect(rows.map((row) => row.number)).toEqual(names.map((_, index) => index + 1))
    expect(rows[0]).toMatchObject({ name: 'clock', applied_at: expect.stringMatching(/^\d{4}-.*Z$/) })
    await database.pool.query('SELECT FROM batches')
  })

  it('runs each file once, and new files later', async () => {
    expect(await migrate(database.pool, { folder })).toEqual(['0001_clock', '0002_cities'])
    expect(await migrate(database.pool, { folder })).toEqual([])
    await writeFile(join(folder, '0003_rivers.sql'), 'CREATE TABLE rivers (name text);')
    expect(await migrate(database.pool, { folder })).toEqual(['0003_rivers'])
  })

  it('lets ten processes start at once', async () => {
    const pools = Array.from({ length: 10 }, () =>
      createPool({ databaseUrl: database.databaseUrl, maxConnections: 1, applicationName: 'ten', onError: () => {} })
    )
    try {
      const results = await Promise.all(pools.map((pool) => migrate(pool)))
      expect(results.filter((names) => names.length > 0)).toHaveLength(1)
    } finally {
      await Promise.all(pools.map((pool) => pool.end()))
    }
  })

  it('refuses a file that was changed after it ran', async () => {
    await migrate(database.pool, { folder })
    await writeFile(join(folder, '0002_cities.sql'), 'CREATE TABLE cities (name text, province text);')
    await expect(migrate(database.pool, { folder })).rejects.toThrow(
      'the migration 0002_cities was changed after it ran on this database; undo the change, and write a new migration instead'
    )
  })

  it('does not mind line ends of another system', async () => {
    await writeFile(join(folder, '0002_cities.sql'), 'CREATE TABLE cities (\n name text\n);\n')
    await migrate(database.pool, { folder })
    await writeFile(join(folder, '0002_cities.sql'), 'CREATE TABLE cities (\r\n name text\r\n);\r\n')
    expect(await migrate(database.pool, { folder })).toEqual([])
  })

  it.each([
    {
      flaw: 'a gap',
      fileName: '0004_rivers.sql',
      message: 'the migration file 0003 is missing: 0004_rivers.sql comes in its place'
    },
    {
      flaw: 'a repeat',
      fileName: '0002_rivers.sql',
      message: 'two migration files have the same number: 0002_cities.sql and 0002_rivers.sql'
    },
    {
      flaw: 'a file without number',
      fileName: 'rivers.sql',
      message: 'the migration file rivers.sql must be named like 0001_name.sql'
    }
  ])('refuses $flaw before it changes anything', async ({ fileName, message }) => {
    await writeFile(join(folder, fileName), 'CREATE TABLE rivers (name text);')
    await expect(migrate(database.pool, { folder })).rejects.toThrow(message)
    const { rows } = await database.pool.query("SELECT to_regclass('migrations') AS migrations")
    expect(rows[0].migrations).toBeNull()
  })

  it('refuses a database that is newer than the code', async () => {
    await migrate(database.pool, { folder })
    await rm(join(folder, '0002_cities.sql'))
    await expect(migrate(database.pool, { folder })).rejects.toThrow(
      "the database is newer than this code: it has the migration 0002_cities, which the code doesn't know"
    )
  })

  it('undoes a file that fails, keeps those before it, and can run again', async () => {
    await writeFile(join(folder, '0003_rivers.sql'), 'CREATE TABLE rivers (name text); SELECT 1/0;')
    await expect(migrate(database.pool, { folder })).rejects.toThrow('the migration 0003_rivers failed: division by zero')
    const { rows } = await database.pool.query("SELECT to_regclass('cities') AS cities, to_regclass('rivers') AS rivers")
    expect(rows[0]).toEqual({ cities: 'cities', rivers: null })
    await writeFile(join(folder, '0003_rivers.sql'), 'CREATE TABLE rivers (name text);')
    expect(await migrate(database.pool, { folder })).toEqual(['0003_rivers'])
  })

  it('steps back for those who use a table that it can not have, and changes it once they are done', async () => {
    await migrate(database.pool, { folder })
    await writeFile(join(folder, '0003_provinces.sql'), 'CREATE TABLE rivers (name text); ALTER TABLE cities ADD province text;')
    const user = await database.pool.connect()
    await user.query('BEGIN')
    await user.query("INSERT INTO cities VALUES ('Bandung')")
    let steps = 0
    const clock: Clock = {
      ...SYSTEM_CLOCK,
      async delay() {
        steps++
        // Who came behind the change is through by now, and nothing of the file is left.
        await database.pool.query("INSERT INTO cities VALUES ('Medan')")
        const { rows } = await database.pool.query("SELECT to_regclass('rivers') AS rivers")
        expect(rows).toEqual([{ rivers: null }])
        if (steps === 2) await user.query('COMMIT')
      }
    }
    expect(await migrate(database.pool, { folder, clock })).toEqual(['0003_provinces'])
    user.release()
    expect(steps).toBe(2)
    const { rows } = await database.pool.query('SELECT name, province FROM cities ORDER BY name')
    expect(rows).toEqual(['Bandung', 'Medan', 'Medan'].map((name) => ({ name, province: null })))
  })

  it('tries again after a deadlock with those who lock the same tables in another order', async () => {
    await migrate(database.pool, { folder })
    await writeFile(join(folder, '0003_rivers.sql'), 'CREATE TABLE rivers (name text);')
    await migrate(database.pool, { folder })
    await writeFile(
      join(folder, '0004_lengths.sql'),
      'LOCK TABLE cities; SELECT pg_sleep(0.3); ALTER TABLE rivers ADD length integer;'
    )
    const user = await database.pool.connect()
    await user.query('BEGIN')
    await user.query("INSERT INTO rivers VALUES ('Kapuas')")
    const migrating = migrate(database.pool, { folder })
    // Waits until the other side has the table, then for each other.
    await until(
      async () =>
        (await database.pool.query("SELECT FROM pg_locks WHERE relation = 'cities'::regclass AND mode = 'AccessExclusiveLock'"))
          .rowCount,
      (count) => count === 1
    )
    await user.query("SET LOCAL deadlock_timeout = '10s'; INSERT INTO cities VALUES ('Pontianak')")
    await user.query('COMMIT')
    user.release()
    expect(await migrating).toEqual(['0004_lengths'])
    const { rows } = await database.pool.query('SELECT name, length FROM rivers')
    expect(rows).toEqual([{ name: 'Kapuas', length: null }])
  })
})
