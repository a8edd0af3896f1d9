import { openSubjectCases } from '../cases/open-cases.js'
import type { Connection } from '../database/create-pool.js'
import { caseOfLine } from './case-of-line.js'
import { readUnclearReturns } from './read-differing-lines.js'
import { SECOND_PAYMENTS_OF_CASE } from './second-payments-of-case.js'

/** A line of a statement. */
export type LineName = { statementId: string; lineNumber: number }

/**
 * Puts a second payment of an item together with the line that says that one payment of it came back, by a person's word, under
 * the lock of `lockStatements`: what is left of the two is one payment, which the item was done for. Of the returns that may be
 * meant, one that has the case of the item comes first.
 *
 * @returns the two lines
 * @throws when there are no such two lines: callers look first, see `CaseRow.secondCameBack`
 */
export async function undoSecondPayment(connection: Connection, caseId: string): Promise<{ paid: LineName; back: LineName }> {
  const { rows } = await connection.query<{ paidStatement: string; paidLine: number; backStatement: string; backLine: number }>({
    name: 'undo-second-payment',
    text: `WITH pair AS (
             SELECT pair.* FROM cases AS one CROSS JOIN LATERAL (
               SELECT back.ctid AS row_id, paid.statement_id, paid.line_number, paid.occurred_at AS paid_at, back.occurred_at AS came_back_at,
                 EXISTS (SELECT 1 FROM cases AS own WHERE own.statement_id = back.statement_id AND own.line_number = back.line_number
                           AND own.closed_at IS NULL) AS has_case
               ${SECOND_PAYMENTS_OF_CASE}) AS pair
             WHERE one.id = $1 ORDER BY pair.has_case DESC, pair.came_back_at, pair.paid_at, pair.statement_id, pair.line_number LIMIT 1)
           UPDATE statement_returns AS back
           SET state = 'second_returned', undoes_statement_id = pair.statement_id, undoes_line_number = pair.line_number
           FROM pair WHERE back.ctid = pair.row_id
           RETURNING pair.statement_id AS "paidStatement", pair.line_number AS "paidLine",
             back.statement_id AS "backStatement", back.line_number AS "backLine"`,
    values: [caseId]
  })
  const pair = rows[0]
  if (pair === undefined) throw new Error(`no second payment and return belong to the case ${caseId}`)
  return {
    paid: { statementId: pair.paidStatement, lineNumber: pair.paidLine },
    back: { statementId: pair.backStatement, lineNumber: pair.backLine }
  }
}

/** An item has one open contradiction, whatever came in for it: what stood behind the one that was settled has its own from here on. */
export async function openCasesOfOtherReturns(
  connection: Connection,
  { itemId, isLive }: { itemId: string; isLive: boolean }
): Promise<void> {
  const lines = await readUnclearReturns(connection, { itemId, isLive })
  await openSubjectCases(connection, isLive, lines.map(caseOfLine))
}
