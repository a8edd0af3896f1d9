import type { Pool } from '../database/create-pool.js'
import { migrate } from '../database/migrate.js'

/** What a database held at one moment: each table's rows as JSON text, and where its sequences stood. */
export type DatabaseDump = {
  tables: { name: string; columns: string; rows: string }[]
  sequences: { name: string; lastValue: string | null }[]
}

/**
 * Reads a whole database as pg_dump does: every table in one snapshot, while others go on writing. The schema is not
 * dumped: it is what the migrations make.
 */
export async function dumpDatabase(pool: Pool): Promise<DatabaseDump> {
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables: DatabaseDump['tables'] = []
    for (const { name, columns } of await listTables(connection)) {
      const { rows } = await connection.query<{ rows: string }>(
        `SELECT coalesce(json_agg(to_json(row_of_table)), '[]')::text AS rows FROM ${name} AS row_of_table`
      )
      tables.push({ name, columns, rows: rows[0]!.rows })
    }
    const { rows: sequences } = await connection.query<DatabaseDump['sequences'][number]>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS "lastValue" FROM pg_sequences`
    )
    await connection.query('COMMIT')
    return { tables, sequences }
  } finally {
    connection.release()
  }
}

/** Makes an empty database what was dumped, as pg_restore does: rows first, and nothing that checks or reacts meanwhile. */
export async function restoreDatabase(pool: Pool, dump: DatabaseDump): Promise<void> {
  await migrate(pool)
  const connection = await pool.connect()
  try {
    await connection.query('BEGIN')
    await connection.query('SET LOCAL session_replication_role = replica')
    for (const { name, columns, rows } of dump.tables) {
      await connection.query(
        `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1::json)`,
        [rows]
      )
    }
    for (const { name, lastValue } of dump.sequences) {
      if (lastValue !== null) await connection.query('SELECT setval($1::regclass, $2)', [name, lastValue])
    }
    await connection.query('COMMIT')
  } finally {
    connection.release()
  }
}

/** All but the one that the migrations fill themselves, with the columns that are not computed from others. */
async function listTables(connection: { query: Pool['query'] }): Promise<{ name: string; columns: string }[]> {
  const { rows } = await connection.query<{ name: string; columns: string }>(
    `SELECT format('%I.%I', tables.schemaname, tables.tablename) AS name, string_agg(quote_ident(columns.column_name), ', ') AS columns
     FROM pg_tables AS tables
     JOIN information_schema.columns AS columns
       ON columns.table_schema = tables.schemaname AND columns.table_name = tables.tablename AND columns.is_generated = 'NEVER'
     WHERE tables.schemaname NOT IN ('pg_catalog', 'information_schema') AND (tables.schemaname, tables.tablename) <> ('public', 'migrations')
     GROUP BY tables.schemaname, tables.tablename ORDER BY 1`
  )
  return rows
}
