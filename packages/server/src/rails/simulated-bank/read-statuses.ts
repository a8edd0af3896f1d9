import type { Pool } from '../../database/create-pool.js'
import type { StatusOutcome } from '../rail.js'
import { formatRailReference } from './format-rail-reference.js'
import type { BookEntry } from './read-book.js'

type Row = Pick<BookEntry, 'id' | 'reference' | 'status' | 'code' | 'reason'>

/** Answers what became of each reference, in their order. Where one was booked several times, a paid entry speaks first. */
export async function readStatuses(pool: Pool, references: string[]): Promise<StatusOutcome[]> {
  const result = await pool.query<Row>({
    name: 'simulated-bank-read-statuses',
    text: `
      SELECT DISTINCT ON (reference) id, reference, status, code, reason
        FROM simulated_bank.book
       WHERE reference = ANY($1)
       ORDER BY reference, array_position(ARRAY['paid', 'accepted', 'reversed', 'rejected'], status), id`,
    values: [references]
  })
  const rows = new Map(result.rows.map((row) => [row.reference, row]))
  return references.map((reference) => describeStatus(rows.get(reference)))
}

function describeStatus(row: Row | undefined): StatusOutcome {
  if (row === undefined) return { kind: 'not_found' }
  switch (row.status) {
    case 'paid':
    case 'accepted':
      return { kind: row.status, railReference: formatRailReference(row.id) }
    case 'rejected':
    case 'reversed':
      return { kind: 'rejected', code: row.code, reason: row.reason }
  }
}
