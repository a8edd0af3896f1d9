import type { Pool } from '../../database/create-pool.js'
import type { StatusAnswer } from './bank-answer.js'
import { describeStatus, type StatusEntry } from './describe-status.js'

/** Answers what became of each reference, in their order. Where one was booked several times, a paid entry speaks first. */
export async function readStatuses(pool: Pool, references: string[]): Promise<StatusAnswer[]> {
  const result = await pool.query<StatusEntry & { reference: string }>({
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
