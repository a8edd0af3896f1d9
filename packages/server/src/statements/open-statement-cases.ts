import { type NewSubjectCase, openSubjectCases } from '../cases/open-cases.js'
import type { Connection } from '../database/create-pool.js'
import { caseOfLine } from './case-of-line.js'
import { findMissingThere } from './find-missing-there.js'
import { readDifferingLines } from './read-differing-lines.js'

const CHUNK_CASES = 1_000

/**
 * Opens a case for each line of a matched statement that differs and for each item that it should have and doesn't, and
 * closes those that it answers.
 *
 * @returns the number of items that no statement has
 */
export async function openStatementCases(
  connection: Connection,
  { statementId, isLive }: { statementId: string; isLive: boolean }
): Promise<number> {
  await closeAnsweredCases(connection, isLive)
  const lines = await readDifferingLines(connection, statementId)
  const missing = await findMissingThere(connection, statementId)
  // An item has one open contradiction: of a payment and its return, the return tells more.
  const returnsFirst = lines.toSorted((left, right) => Number(right.isReturn) - Number(left.isReturn))
  const cases = [
    ...returnsFirst.map(caseOfLine),
    ...missing.map(
      ({ merchantId, batchId, ordinal, itemId }): NewSubjectCase => ({
        kind: 'missing_there',
        merchantId,
        batchId,
        ordinal,
        statementId,
        lineNumber: null,
        detail: { statement_id: statementId, item_id: itemId }
      })
    )
  ]
  for (let start = 0; start < cases.length; start += CHUNK_CASES) {
    await openSubjectCases(connection, isLive, cases.slice(start, start + CHUNK_CASES))
  }
  return missing.length
}

/** What was missing on one side and has been found: an item on this statement, or the item of an old line. */
async function closeAnsweredCases(connection: Connection, isLive: boolean): Promise<void> {
  await connection.query({
    name: 'close-answered-cases',
    text: `UPDATE cases AS one SET closed_at = arus_now(), resolution = 'answered'
           WHERE one.is_live = $1 AND one.closed_at IS NULL AND (
             (one.kind = 'missing_there' AND 0 < (
               SELECT count(*) FILTER (WHERE line.state = 'matched') FROM statement_lines AS line
               WHERE line.reference = (
                 SELECT id FROM items WHERE merchant_id = one.merchant_id AND batch_id = one.batch_id AND ordinal = one.ordinal)))
             OR (one.kind = 'missing_here' AND (EXISTS (
               SELECT 1 FROM statement_lines AS line
               WHERE line.statement_id = one.statement_id AND line.line_number = one.line_number AND line.state = 'matched')
               OR EXISTS (
               SELECT 1 FROM statement_returns AS line
               WHERE line.statement_id = one.statement_id AND line.line_number = one.line_number AND line.state = 'returned'))))`,
    values: [isLive]
  })
}
