import { migrate, type Pool } from '@arus/server'
import type { Writes } from './count-writes.js'
import type { Database, Postgres } from './open-postgres.js'

/** A database to be copied for each run of the floor, and what a run has to write. */
export type Floor = { database: Database; items: number; writes: Writes }

/**
 * Makes the database that the floor is measured on: the server's schema, with the rows of a batch that was paid kept aside
 * in a schema of their own, so that the floor writes rows of the same width without making them up.
 *
 * @param paid the database of a batch that was paid; nobody may be connected to it
 * @param writes what was counted while it was paid
 */
export async function prepareFloor(postgres: Postgres, paid: Database, items: number, writes: Writes): Promise<Floor> {
  await paid.disconnect()
  const database = await postgres.createDatabase({ copyOf: paid })
  const { pool } = database
  const tables = await listTables(pool)
  await pool.query('CREATE SCHEMA floor_source')
  for (const table of tables) await pool.query(`CREATE TABLE floor_source.${table} AS SELECT * FROM public.${table}`)
  // The rows of the batch that only warmed up are not to be written.
  const { rows } = await pool.query<{ batchId: string }>(
    'SELECT batch_id AS "batchId" FROM items GROUP BY batch_id ORDER BY count(*) DESC, max(created_at) DESC LIMIT 1'
  )
  for (const table of tables) {
    if (isLarge(writes, table, items) && (await hasColumn(pool, table, 'batch_id')))
      await pool.query(`DELETE FROM floor_source.${table} WHERE batch_id <> $1`, [rows[0]!.batchId])
  }
  const { rows: schemas } = await pool.query<{ name: string }>(`
    SELECT quote_ident(nspname) AS name FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'floor_source')`)
  for (const { name } of schemas) await pool.query(`DROP SCHEMA ${name} CASCADE`)
  await pool.query('CREATE SCHEMA public')
  await migrate(pool)
  await insertSmallTables(pool, tables, { writes, items })
  await pool.query('VACUUM (FREEZE, ANALYZE)')
  await database.disconnect()
  return { database, items, writes }
}

/** Written to as often as there are items: the others don't count beside them. */
export function isLarge(writes: Writes, table: string, items: number): boolean {
  const { inserts, updates, deletes } = writes.tables.get(`public.${table}`) ?? { inserts: 0, updates: 0, deletes: 0 }
  return inserts >= items / 2 || updates >= items / 2 || deletes >= items / 2
}

/** A copy of a database that was served is not that database: bearing its identity, it would refuse to be written to. */
const NOT_COPIED = new Set(['migrations', 'database_identity'])

/** All that was there before the batch, which the batch's rows refer to. */
async function insertSmallTables(
  pool: Pool,
  tables: readonly string[],
  { writes, items }: { writes: Writes; items: number }
): Promise<void> {
  const connection = await pool.connect()
  try {
    await connection.query('SET session_replication_role = replica')
    for (const table of tables) {
      if (NOT_COPIED.has(table) || isLarge(writes, table, items)) continue
      const columns = (await listColumns(pool, table)).join(', ')
      await connection.query(
        `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM floor_source.${table} ON CONFLICT DO NOTHING`
      )
    }
  } finally {
    connection.release(true)
  }
}

async function listTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
  )
  return rows.map(({ name }) => name)
}

/** Without those that PostgreSQL computes. */
export async function listColumns(pool: Pool, table: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table]
  )
  return rows.map(({ name }) => name)
}

async function hasColumn(pool: Pool, table: string, column: string): Promise<boolean> {
  return (await listColumns(pool, table)).includes(column)
}
