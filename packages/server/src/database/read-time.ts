import type { Queryable } from './create-pool.js'

/** The database's clock, in milliseconds since 1970: what all processes count leases and answers by. */
export async function readTimeMs(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ nowMs: number }>({
    name: 'read-time',
    text: 'SELECT extract(epoch FROM arus_now())::double precision * 1000 AS "nowMs"'
  })
  return rows[0]!.nowMs
}
