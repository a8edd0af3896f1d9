import type { Connection } from '../database/create-pool.js'
import { copiesOfLine } from './copies-of-line.js'

/** With so many lines a statement of SQL takes some hundred milliseconds. */
const CHUNK_LINES = 10_000

/** `items.id` is the reference that the bank was given. An item that was ever done was paid, also where it came back. */
const ITEM_OF_LINE = `
  LEFT JOIN LATERAL (
    SELECT item.merchant_id, item.batch_id, item.ordinal, item.amount_sen,
      NOT EXISTS (SELECT 1 FROM statement_returns WHERE statement_returns.reference = line.reference) AND (
        item.status IN ('ready', 'sending', 'accepted', 'unknown', 'failed') OR (item.status IN ('need_validation', 'valid') AND EXISTS (
          SELECT 1 FROM batch_cursors WHERE merchant_id = item.merchant_id AND batch_id = item.batch_id AND send_from IS NOT NULL))) AS can_be_told,
      item.status = 'done' OR item.corrected_from IS NOT NULL AS was_paid
    FROM items AS item WHERE item.id = line.reference AND line.reference <> '' AND (line.merchant_id IS NULL OR item.merchant_id = line.merchant_id)
    OFFSET 0) AS item ON true`

export type Matching = { statementId: string; isLive: boolean }

/**
 * Finds for each line of a statement what it is, under the lock of `lockStatements`. A line that an earlier statement
 * of the same account has too is that line and no second payment, as often as the earlier one has it. Of the others,
 * exactly one can be an item's, for ever.
 *
 * @param options.asIfRecorded takes items that never came to be paid as if they had been told by `recordStatement`
 */
export async function matchLines(connection: Connection, matching: Matching, { asIfRecorded = false } = {}): Promise<void> {
  await matchOldLines(connection, matching)
  for (let after = 0; ; ) {
    const last = await matchChunk(connection, matching, after, asIfRecorded)
    if (last === undefined) return
    after = last
  }
}

/**
 * A payment that no statement could explain, and whose item came here since, of a batch that was lost and sent again; or that
 * contradicted an item which was not approved yet, and of which a person has said since that it was paid.
 */
async function matchOldLines(connection: Connection, { statementId, isLive }: Matching): Promise<void> {
  await connection.query({
    name: 'match-old-lines',
    text: `UPDATE statement_lines AS changed
           SET state = 'matched', matched_in = $1, merchant_id = found.merchant_id, batch_id = found.batch_id, ordinal = found.ordinal
           FROM (
             SELECT DISTINCT ON (item.merchant_id, item.batch_id, item.ordinal) line.ctid AS row_id, item.merchant_id, item.batch_id, item.ordinal
             FROM statement_lines AS line ${ITEM_OF_LINE}
             CROSS JOIN LATERAL (
               SELECT count(*) FILTER (WHERE other.state = 'matched') AS matched
               FROM statement_lines AS other WHERE line.reference <> '' AND other.reference = line.reference OFFSET 0) AS alike
             WHERE line.is_live = $2 AND line.state IN ('missing_here', 'contradicted') AND item.was_paid AND item.amount_sen = line.amount_sen AND alike.matched = 0
             ORDER BY item.merchant_id, item.batch_id, item.ordinal, line.occurred_at, line.statement_id, line.line_number) AS found
           WHERE changed.ctid = found.row_id`,
    values: [statementId, isLive]
  })
}

/** @returns the last line's number, or undefined when there is none left */
async function matchChunk(
  connection: Connection,
  { statementId, isLive }: Matching,
  after: number,
  asIfRecorded: boolean
): Promise<number | undefined> {
  const { rows } = await connection.query<{ last: number | null }>({
    name: 'match-lines',
    text: `
      WITH line AS MATERIALIZED (
        SELECT ctid AS row_id, statement_id, line_number, merchant_id, reference, amount_sen, occurred_at, account_number
        FROM statement_lines WHERE statement_id = $1 AND state = 'read' AND line_number > $3 ORDER BY line_number LIMIT ${CHUNK_LINES}
      ), compared AS MATERIALIZED (
        SELECT line.row_id, line.line_number, line.amount_sen, item.merchant_id, item.batch_id, item.ordinal, item.amount_sen AS item_amount_sen,
          item.was_paid OR ($4 AND item.can_be_told) AS was_paid,
          alike.matched > 0 AS is_matched, copies.here, copies.elsewhere, alike.earlier, alike.any_here
        FROM line ${ITEM_OF_LINE} ${copiesOfLine('statement_lines')}
        CROSS JOIN LATERAL (
          -- Found by the reference and by nothing else: given a state, a statement or a merchant to look for, a planner
          -- without statistics reads all lines of that.
          SELECT count(*) FILTER (WHERE other.state = 'matched') AS matched,
                 count(*) FILTER (WHERE other.statement_id = $1 AND other.amount_sen = item.amount_sen AND other.line_number < line.line_number) AS earlier,
                 count(*) FILTER (WHERE other.statement_id = $1 AND other.amount_sen = item.amount_sen) AS any_here
          FROM statement_lines AS other WHERE line.reference <> '' AND other.reference = line.reference OFFSET 0) AS alike
      ), decided AS (
        SELECT row_id, merchant_id, batch_id, ordinal, CASE
          WHEN here <= elsewhere THEN 'seen_before'
          WHEN ordinal IS NULL THEN 'missing_here'
          WHEN amount_sen <> item_amount_sen AND (is_matched OR (any_here > 0 AND was_paid)) THEN 'paid_twice'
          WHEN amount_sen <> item_amount_sen THEN 'amount_differs'
          WHEN NOT was_paid THEN 'contradicted'
          WHEN is_matched OR earlier > 0 THEN 'paid_twice'
          ELSE 'matched' END AS state
        FROM compared
      ), changed AS (
        UPDATE statement_lines AS line
        SET state = decided.state, matched_in = CASE decided.state WHEN 'matched' THEN $1 END,
            merchant_id = coalesce(decided.merchant_id, line.merchant_id), batch_id = decided.batch_id, ordinal = decided.ordinal
        FROM decided WHERE line.ctid = decided.row_id
      )
      SELECT max(line_number) AS last FROM line`,
    values: [statementId, isLive, after, asIfRecorded]
  })
  return rows[0]!.last ?? undefined
}
