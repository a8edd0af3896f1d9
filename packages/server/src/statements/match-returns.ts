import type { Connection } from '../database/create-pool.js'
import { copiesOfLine } from './copies-of-line.js'
import type { Matching } from './match-lines.js'
import { PAYMENTS_OF_RETURN } from './payments-of-return.js'

/** An item that was paid and whose money came back: also where the rail told it first. */
const ITEM_OF_RETURN = `
  LEFT JOIN LATERAL (
    SELECT item.merchant_id, item.batch_id, item.ordinal, item.amount_sen, item.status = 'done' AS is_done,
      item.status = 'failed' AND item.corrected_from IS NOT NULL AS came_back
    FROM items AS item WHERE item.id = line.reference AND (line.merchant_id IS NULL OR item.merchant_id = line.merchant_id)
    OFFSET 0) AS item ON true
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE other.state = 'returned') AS returned,
           count(*) FILTER (WHERE other.statement_id = line.statement_id AND other.amount_sen = line.amount_sen AND other.line_number < line.line_number) AS earlier
    FROM statement_returns AS other WHERE other.reference = line.reference OFFSET 0) AS alike`

/**
 * Finds for each line of a statement with a payment that came back what it is, under the lock of `lockStatements`: like
 * `matchLines`, and each item comes back once, for ever.
 *
 * @param options.asIfRecorded takes items that are done as if they had been told by `recordReturns`
 */
export async function matchReturns(connection: Connection, matching: Matching, { asIfRecorded = false } = {}): Promise<void> {
  await matchOldReturns(connection, matching)
  await connection.query({
    name: 'match-returns',
    text: `
      WITH compared AS MATERIALIZED (
        SELECT line.ctid AS row_id, line.amount_sen, item.merchant_id, item.batch_id, item.ordinal, item.amount_sen AS item_amount_sen,
          item.came_back OR ($3 AND item.is_done) AS came_back, alike.returned, alike.earlier, ${PAYMENTS_OF_RETURN} AS payments, copies.here, copies.elsewhere
        FROM statement_returns AS line ${ITEM_OF_RETURN} ${copiesOfLine('statement_returns')}
        WHERE line.statement_id = $1 AND line.state = 'read'
      ), decided AS (
        SELECT row_id, merchant_id, batch_id, ordinal, CASE
          WHEN here <= elsewhere THEN 'seen_before'
          WHEN ordinal IS NULL THEN 'missing_here'
          WHEN amount_sen = item_amount_sen AND came_back AND payments < 2 AND returned = 0 AND earlier = 0 THEN 'returned'
          ELSE 'return_unclear' END AS state
        FROM compared
      )
      UPDATE statement_returns AS line
      SET state = decided.state, matched_in = CASE decided.state WHEN 'returned' THEN $1 END,
          merchant_id = coalesce(decided.merchant_id, line.merchant_id), batch_id = decided.batch_id, ordinal = decided.ordinal
      FROM decided WHERE line.ctid = decided.row_id`,
    values: [matching.statementId, matching.isLive, asIfRecorded]
  })
}

/** A line of an earlier statement that no item had then, or whose item was still open, and that is told since. */
async function matchOldReturns(connection: Connection, { statementId, isLive }: Matching): Promise<void> {
  await connection.query({
    name: 'match-old-returns',
    text: `UPDATE statement_returns AS changed
           SET state = 'returned', matched_in = $1, merchant_id = found.merchant_id, batch_id = found.batch_id, ordinal = found.ordinal
           FROM (
             SELECT DISTINCT ON (item.merchant_id, item.batch_id, item.ordinal) line.ctid AS row_id, item.merchant_id, item.batch_id, item.ordinal
             FROM statement_returns AS line ${ITEM_OF_RETURN}
             WHERE line.is_live = $2 AND line.state IN ('missing_here', 'return_unclear') AND item.came_back
               AND item.amount_sen = line.amount_sen AND alike.returned = 0 AND ${PAYMENTS_OF_RETURN} < 2
             ORDER BY item.merchant_id, item.batch_id, item.ordinal, line.occurred_at, line.statement_id, line.line_number) AS found
           WHERE changed.ctid = found.row_id`,
    values: [statementId, isLive]
  })
}
