import type { Queryable } from '../database/create-pool.js'

/** With one of these off, the database may forget what it has confirmed: money sent would look unsent. */
const DURABILITY_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * Finds out why live mode must not be used on this server; undefined when it may.
 *
 * @param isMasterKeyKept the master key lies in the data folder, beside what it protects
 */
export async function findLiveModeFault(database: Queryable, isMasterKeyKept: boolean): Promise<string | undefined> {
  if (isMasterKeyKept) {
    return 'live mode is refused: the master key is kept in the data folder; set ARUS_MASTER_KEY from a safe place instead'
  }
  const { rows } = await database.query<{ name: string }>({
    text: "SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off' ORDER BY name",
    values: [DURABILITY_SETTINGS]
  })
  if (rows.length === 0) return undefined
  return `live mode is refused: the database runs with ${rows.map((row) => `${row.name} off`).join(', ')} and may forget payments in a crash`
}
