import type { Queryable } from '../database/create-pool.js'

/** Counts the cases that wait for a person, by kind; a kind of which there is none is left out. */
export async function countOpenCases(database: Queryable): Promise<{ kind: string; count: number }[]> {
  const { rows } = await database.query<{ kind: string; count: number }>({
    name: 'count-open-cases',
    text: 'SELECT kind, count(*)::integer AS count FROM cases WHERE closed_at IS NULL GROUP BY kind'
  })
  return rows
}
