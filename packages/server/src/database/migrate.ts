import { fileURLToPath } from 'node:url'
import type { Connection, Pool } from './create-pool.js'
import { MigrationError } from './migration-error.js'
import { type Migration, readMigrations } from './read-migrations.js'

/** Holds from src/database and from dist/database alike. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Any number that no other advisory lock of ours uses; "arus" in ASCII. */
const ADVISORY_LOCK = 0x61727573

type AppliedMigration = { number: number; name: string; checksum: string }

/**
 * Brings the database to the schema of this code: runs the SQL files that it has not seen, in order, each in a
 * transaction of its own together with its row in the table `migrations`.
 *
 * Any number of processes may call it at the same time: one works, the others wait, and find nothing left to do.
 *
 * @returns the names of the migrations that this call ran.
 * @throws MigrationError before anything is changed when an applied file was edited or is gone (a database newer than
 * the code), or when the files' numbers have gaps or repeat; and when a file fails, with PostgreSQL's error as cause.
 *
 * @example
 * await migrate(pool) // ['0001_clock', '0002_merchants', …], and [] the next time
 */
export async function migrate(pool: Pool, options: { folder?: string } = {}): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? MIGRATIONS_FOLDER)
  const connection = await pool.connect()
  let broken = true
  try {
    // Of the session, not of a transaction: it spans one transaction for each file, and a crash frees it.
    await connection.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const names = await runMissing(connection, migrations)
    await connection.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK])
    broken = false
    return names
  } finally {
    // After an error the connection is closed, which frees the lock and undoes what is open.
    connection.release(broken)
  }
}

async function runMissing(connection: Connection, migrations: Migration[]): Promise<string[]> {
  await createMigrationsTable(connection)
  const applied = await selectApplied(connection)
  checkApplied(applied, migrations)
  const missing = migrations.slice(applied.length)
  for (const migration of missing) await runOne(connection, migration)
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

async function runOne(connection: Connection, migration: Migration): Promise<void> {
  try {
    await connection.query('BEGIN')
    await connection.query(migration.sql)
    await insertApplied(connection, migration)
    await connection.query('COMMIT')
  } catch (error) {
    throw new MigrationError(`the migration ${fileNameOf(migration)} failed: ${(error as Error).message}`, { cause: error })
  }
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
