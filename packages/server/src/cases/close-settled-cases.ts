import type { Connection } from '../database/create-pool.js'
import type { LineName } from '../statements/undo-second-payment.js'
import type { CaseRow } from './case.js'
import type { CaseSettlement } from './settle-case.js'

/** A case that was closed by the settlement of another. */
export type ClosedCase = { id: string; kind: string }

type Closing = { one: CaseRow; actor: string; settlement: CaseSettlement }

/** Closed with the same words, and on record as closed with another. */
const CLOSED = `closed_at = arus_now(), resolution = $2, reference = $3, reason = $4, settled_by = $5, settled_with = $1`

/**
 * Closes what else asks whether the item of a case was paid, now that a person has said so. What asks more than that stays: an
 * amount that differs, a second payment, and, where the item is said to be paid, a payment that came back.
 */
export async function closeCasesOfItem(connection: Connection, closing: Closing): Promise<ClosedCase[]> {
  const { one, settlement } = closing
  const { rows } = await connection.query<ClosedCase>({
    name: 'close-cases-of-item',
    text: `UPDATE cases AS other SET ${CLOSED}
           WHERE other.merchant_id = $6 AND other.batch_id = $7 AND other.ordinal = $8 AND other.closed_at IS NULL AND other.id <> $1
             AND (other.kind IN ('unresolved', 'unrecordable') OR (other.kind = 'contradiction' AND ($2 = 'not_paid' OR 0 = (
               SELECT count(*) FILTER (WHERE line.state = 'return_unclear' AND line.is_live = $10)
               FROM statement_returns AS line WHERE line.reference = $9))))
           RETURNING other.id, other.kind`,
    values: [...wordsOf(closing, settlement), one.merchantId, one.batchId, one.ordinal, one.itemId, one.isLive]
  })
  return rows
}

/**
 * Closes the cases of lines of statements that the same word explains, as far as they are the same merchant's: one that belongs to
 * no merchant is the operator's alone.
 */
export async function closeCasesOfLines(connection: Connection, closing: Closing, lines: LineName[]): Promise<ClosedCase[]> {
  if (lines.length === 0) return []
  const { rows } = await connection.query<ClosedCase>({
    name: 'close-cases-of-lines',
    text: `UPDATE cases AS other SET ${CLOSED}
           FROM unnest($6::text[], $7::integer[]) AS line (statement_id, line_number)
           WHERE other.statement_id = line.statement_id AND other.line_number = line.line_number AND other.closed_at IS NULL AND other.id <> $1
             AND other.merchant_id = $8
           RETURNING other.id, other.kind`,
    values: [
      ...wordsOf(closing, closing.settlement),
      lines.map((line) => line.statementId),
      lines.map((line) => line.lineNumber),
      closing.one.merchantId
    ]
  })
  return rows
}

function wordsOf({ one, actor }: Closing, { resolution, reference, reason }: CaseSettlement): string[] {
  return [one.id, resolution, reference.trim(), reason.trim(), actor]
}
