import { fileURLToPath } from 'node:url'
import type { Queryable } from '../database/create-pool.js'
import { readMigrations } from '../database/read-migrations.js'

/** Holds from src/http and from dist/http alike. */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))

let expectedCount: Promise<number> | undefined

/** Says whether the database has the schema of this code; a newer one will do, since old processes drain beside new ones. */
export async function hasAllMigrations(database: Queryable): Promise<boolean> {
  expectedCount ??= readMigrations(MIGRATIONS_FOLDER).then((migrations) => migrations.length)
  const { rows } = await database.query<{ count: number }>('SELECT count(*)::integer AS count FROM migrations')
  return rows[0]!.count >= (await expectedCount)
}
