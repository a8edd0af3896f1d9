import type { Connection } from '../database/create-pool.js'
import { makeIdentifier } from '../identifiers/make-identifier.js'

/** Something about an item that only a person can settle. */
export type NewCase = {
  kind: 'paid_after_failed' | 'reversed_after_done' | 'unresolved' | 'contradiction' | 'unrecordable'
  ordinal: number
  detail: Record<string, unknown>
}

/**
 * Opens cases about items of one batch. One that is open already for the same reason stays the only one; a correction is
 * always one of its own.
 *
 * @returns the ids of those opened, in no particular order.
 */
export async function openCases(
  connection: Connection,
  { merchantId, isLive, id: batchId }: { merchantId: string; isLive: boolean; id: string },
  cases: NewCase[]
): Promise<string[]> {
  if (cases.length === 0) return []
  const { rows } = await connection.query<{ id: string }>({
    name: 'open-cases',
    text: `INSERT INTO cases (merchant_id, is_live, batch_id, id, kind, ordinal, detail, opened_at)
           SELECT $1, $2, $3, id, kind, ordinal, detail, arus_now()
           FROM unnest($4::text[], $5::text[], $6::integer[], $7::jsonb[]) AS opened (id, kind, ordinal, detail)
           ON CONFLICT DO NOTHING
           RETURNING id`,
    values: [
      merchantId,
      isLive,
      batchId,
      cases.map(() => makeIdentifier('case')),
      cases.map((one) => one.kind),
      cases.map((one) => one.ordinal),
      cases.map((one) => JSON.stringify(one.detail))
    ]
  })
  return rows.map((row) => row.id)
}
