import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.js'
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
})
