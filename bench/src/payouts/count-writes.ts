import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'

/** Rows written to one table, by PostgreSQL's own count. */
export type TableWrites = { inserts: number; updates: number; hotUpdates: number; deletes: number }

/** What a database wrote until now, or between two counts. */
export type Writes = { tables: Map<string, TableWrites>; commits: number; walBytes: number }

/** A backend reports what it did once it has been idle for ten seconds, or when it ends. */
const REPORTED_AFTER_MS = 10_500

/** Waits until the connections that are open have reported what they wrote. */
export async function waitForReports(): Promise<void> {
  await delay(REPORTED_AFTER_MS)
}

/**
 * Counts what this database has written since it was made, as far as its backends have reported it: those that ended have,
 * for the others see `waitForReports`.
 */
export async function countWrites(pool: Pool): Promise<Writes> {
  const { rows: tables } = await pool.query<{ name: string } & TableWrites>(`
    SELECT schemaname || '.' || relname AS name, n_tup_ins::float AS inserts, n_tup_upd::float AS updates,
      n_tup_hot_upd::float AS "hotUpdates", n_tup_del::float AS deletes
    FROM pg_stat_user_tables ORDER BY n_tup_ins + n_tup_upd DESC, relname`)
  const { rows } = await pool.query<{ commits: number; walBytes: number }>(`
    SELECT xact_commit::float AS commits, (pg_current_wal_insert_lsn() - '0/0')::float AS "walBytes"
    FROM pg_stat_database WHERE datname = current_database()`)
  return { tables: new Map(tables.map(({ name, ...writes }) => [name, writes])), ...rows[0]! }
}

/** What was written between two counts, without the tables that were left alone. */
export function subtractWrites(after: Writes, before: Writes): Writes {
  const tables = new Map<string, TableWrites>()
  for (const [name, writes] of after.tables) {
    const earlier = before.tables.get(name)
    const between = {
      inserts: writes.inserts - (earlier?.inserts ?? 0),
      updates: writes.updates - (earlier?.updates ?? 0),
      hotUpdates: writes.hotUpdates - (earlier?.hotUpdates ?? 0),
      deletes: writes.deletes - (earlier?.deletes ?? 0)
    }
    if (between.inserts + between.updates + between.deletes > 0) tables.set(name, between)
  }
  return { tables, commits: after.commits - before.commits, walBytes: after.walBytes - before.walBytes }
}
