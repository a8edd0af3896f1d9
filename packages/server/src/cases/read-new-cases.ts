import type { Queryable } from '../database/create-pool.js'

/** A case as the log tells of it: nothing of the account. */
export type OpenedCase = { id: string; kind: string; batchId: string | null; itemId: string | null; openedAt: string }

/**
 * Reads open cases in the order in which they were opened.
 *
 * @param look.openedAfter leaves out those opened at this time or before; all are read when it is undefined
 * @param look.without ids of cases to leave out
 */
export async function readNewCases(
  database: Queryable,
  look: { openedAfter: string | undefined; without: string[]; limit: number }
): Promise<OpenedCase[]> {
  const { rows } = await database.query<OpenedCase>({
    name: 'read-new-cases',
    text: `SELECT opened.id, opened.kind, opened.batch_id AS "batchId", item.id AS "itemId", opened.opened_at AS "openedAt"
           FROM cases AS opened
           LEFT JOIN items AS item USING (merchant_id, batch_id, ordinal)
           WHERE opened.closed_at IS NULL AND opened.opened_at > coalesce($1::timestamptz, '-infinity') AND opened.id <> ALL ($2::text[])
           ORDER BY opened.opened_at, opened.id LIMIT $3`,
    values: [look.openedAfter ?? null, look.without, look.limit]
  })
  return rows
}
