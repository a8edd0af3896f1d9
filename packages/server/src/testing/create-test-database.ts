import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { createPool, type Pool } from '../database/create-pool.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases are made and dropped. */
    adminDatabaseUrl: string
    /** The migrated database that each test database is a copy of. */
    templateDatabase: string
  }
}

export type TestDatabase = {
  pool: Pool
  /** For what opens a pool of its own; it must be ended before `drop`. */
  databaseUrl: string
  /** Ends the pool and drops the database. Throws, after dropping, when a connection was still in use. */
  drop(): Promise<void>
}

/** Long enough for connections that are just being closed, as `pool.end()` doesn't wait for the server to notice. */
const CLOSING_TIMEOUT_MS = 2000

/**
 * Makes a database for one test or one test file: a copy of the migrated template, empty, with nobody else in it.
 *
 * @param options.isMigrated false for a database without even tables, for tests of what makes these
 *
 * @example
 * const database = await createTestDatabase()
 * afterAll(() => database.drop())
 */
export async function createTestDatabase({ isMigrated = true } = {}): Promise<TestDatabase> {
  const name = `arus_test_${process.pid}_${randomBytes(6).toString('hex')}`
  // Copied as files it takes half the time that it takes through the log.
  const template = isMigrated ? inject('templateDatabase') : 'template0'
  await runAsAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  const databaseUrl = new URL(inject('adminDatabaseUrl'))
  databaseUrl.pathname = `/${name}`
  const pool = createPool({ databaseUrl: databaseUrl.href, maxConnections: 20, applicationName: 'test', onError: () => {} })
  return { pool, databaseUrl: databaseUrl.href, drop: () => drop(name, pool) }
}

async function drop(name: string, pool: Pool): Promise<void> {
  const inUse = pool.totalCount - pool.idleCount
  const ended = pool.ended ? undefined : pool.end()
  // With connections in use it would wait for ever.
  if (inUse === 0) await ended
  const open = inUse === 0 ? await waitUntilClosed(name) : []
  await runAsAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
  if (inUse > 0) throw new Error(`${inUse} connections of the test's pool were never released`)
  if (open.length > 0) throw new Error(`connections to the test database were never closed, of: ${open.join(', ')}`)
}

/** @returns the application names of the connections that are open even after the timeout. */
async function waitUntilClosed(name: string): Promise<string[]> {
  const deadline = Date.now() + CLOSING_TIMEOUT_MS
  for (;;) {
    const rows = await runAsAdmin(`SELECT application_name FROM pg_stat_activity WHERE datname = '${name}'`)
    const open = rows.map((row) => String(row.application_name))
    if (open.length === 0 || Date.now() > deadline) return open
    await delay(20)
  }
}

/** One for all test databases of a process, which it keeps alive no longer than they do. */
let admin: pg.Pool | undefined

async function runAsAdmin(sql: string): Promise<Record<string, unknown>[]> {
  if (admin === undefined) {
    admin = new pg.Pool({ connectionString: inject('adminDatabaseUrl'), max: 4, allowExitOnIdle: true })
    // A connection lost while idle shows with the next statement that needs it.
    admin.on('error', () => {})
  }
  return (await admin.query(sql)).rows
}
