import { fileURLToPath } from 'node:url'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import type { Connection, Pool } from './create-pool.js'
import { MigrationError } from './migration-error.js'
import { type Migration, readMigrations } from './read-migrations.js'

/** Holds from src/database and from dist/database alike. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Any number that no other advisory lock of ours uses; "arus" in ASCII. */
const ADVISORY_LOCK = 0x61727573

/**
 * A change of a table waits for all who use it, and all who come meanwhile wait behind it: no longer than this, then it
 * steps back and lets them through.
 */
const LOCK_TIMEOUT_MS = 1_000
/** How often a file that could not have its tables is tried, and how long it lets the others work in between. */
const TRIES = { most: 60, delayMs: 250 }
/** Lock not available in time; deadlock detected: workers lock the same tables in the order of their work, not of a file. */
const LOCK_FAULTS = new Set(['55P03', '40P01'])

type AppliedMigration = { number: number; name: string; checksum: string }

/**
 * Brings the database to the schema of this code: runs the SQL files that it has not seen, in order, each in a
 * transaction of its own together with its row in the table `migrations`.
 *
 * Any number of processes may call it at the same time: one works, the others wait, and find nothing left to do. The
 * servers of an earlier version may go on working meanwhile: a file that can't have a table within a second is undone and
 * tried again, so that they are never held up for longer.
 *
 * @returns the names of the migrations that this call ran.
 * @throws MigrationError before anything is changed when an applied file was edited or is gone (a database newer than
 * the code), or when the files' numbers have gaps or repeat; and when a file fails, with PostgreSQL's error as cause.
 *
 * @example
 * await migrate(pool) // ['0001_clock', '0002_merchants', …], and [] the next time
 */
export async function migrate(pool: Pool, options: { folder?: string; clock?: Clock } = {}): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? MIGRATIONS_FOLDER)
  const connection = await pool.connect()
  let broken = true
  try {
    // Of the session, not of a transaction: it spans one transaction for each file, and a crash frees it.
    await connection.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const names = await runMissing(connection, migrations, options.clock ?? SYSTEM_CLOCK)
    await connection.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK])
    broken = false
    return names
  } finally {
    // After an error the connection is closed, which frees the lock and undoes what is open.
    connection.release(broken)
  }
}

async function runMissing(connection: Connection, migrations: Migration[], clock: Clock): Promise<string[]> {
  await createMigrationsTable(connection)
  const applied = await selectApplied(connection)
  checkApplied(applied, migrations)
  const missing = migrations.slice(applied.length)
  for (const migration of missing) await runWhenFree(connection, migration, clock)
  return missing.map(fileNameOf)
}

/** `applied_at` has no default: the clock, arus_now(), comes with the first migration. */
async function createMigrationsTable(connection: Connection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS migrations (
      number      integer PRIMARY KEY,
      name        text NOT NULL,
      checksum    text NOT NULL,
      applied_at  timestamptz NOT NULL
    )`)
}

async function selectApplied(connection: Connection): Promise<AppliedMigration[]> {
  const result = await connection.query<AppliedMigration>('SELECT number, name, checksum FROM migrations ORDER BY number')
  return result.rows
}

/** Applied rows must be the first files, unchanged. */
function checkApplied(applied: AppliedMigration[], migrations: Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const migration = migrations[index]
    if (migration === undefined) {
      throw new MigrationError(
        `the database is newer than this code: it has the migration ${fileNameOf(row)}, which the code doesn't know`
      )
    }
    if (row.number !== migration.number) {
      throw new MigrationError(`the table migrations has no row for ${fileNameOf(migration)}, but one for ${fileNameOf(row)}`)
    }
    if (row.name !== migration.name || row.checksum !== migration.checksum) {
      throw new MigrationError(
        `the migration ${fileNameOf(row)} was changed after it ran on this database; undo the change, and write a new migration instead`
      )
    }
  }
}

async function runWhenFree(connection: Connection, migration: Migration, clock: Clock): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await runOne(connection, migration)
      return
    } catch (error) {
      const isLockFault = LOCK_FAULTS.has(String((error as { code?: unknown }).code))
      if (!isLockFault || tries === TRIES.most)
        throw new MigrationError(`the migration ${fileNameOf(migration)} failed: ${(error as Error).message}`, { cause: error })
      await connection.query('ROLLBACK')
      await clock.delay(TRIES.delayMs)
    }
  }
}

async function runOne(connection: Connection, migration: Migration): Promise<void> {
  await connection.query('BEGIN')
  await connection.query(`SELECT set_config('lock_timeout', $1, true)`, [String(LOCK_TIMEOUT_MS)])
  await connection.query(migration.sql)
  await insertApplied(connection, migration)
  await connection.query('COMMIT')
}

async function insertApplied(connection: Connection, migration: Migration): Promise<void> {
  await connection.query('INSERT INTO migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, arus_now())', [
    migration.number,
    migration.name,
    migration.checksum
  ])
}

function fileNameOf(migration: { number: number; name: string }): string {
  return `${String(migration.number).padStart(4, '0')}_${migration.name}`
}
