import type { Connection } from '../database/create-pool.js'
import { ofSameAccount } from './same-account.js'

/** A statement that is being compared. */
export type Matching = { statementId: string; isLive: boolean }

/** What was paid out, and what came in. */
export type LineTable = 'statement_lines' | 'statement_returns'

/**
 * For a row `line` of the statement $1, in the mode $2: how often the same line stands `here`, up to this one, and `elsewhere`, on
 * earlier statements of the same account.
 */
export function copiesOfLine(table: LineTable): string {
  return `
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE other.statement_id = $1 AND other.line_number <= line.line_number) AS here,
             -- A line that was itself seen before is no payment more: counted, it would hide a second one.
             count(*) FILTER (WHERE other.statement_id <> $1 AND other.state NOT IN ('read', 'seen_before')
               AND ${ofSameAccount('$1', 'other.statement_id')}) AS elsewhere
      FROM ${table} AS other
      WHERE other.reference = line.reference AND other.occurred_at = line.occurred_at AND other.amount_sen = line.amount_sen
        AND other.account_number = line.account_number AND other.is_live = $2 OFFSET 0) AS copies`
}

/**
 * Matches lines of earlier statements, as a part of this one, that could not be matched then and can be now: the oldest of each
 * item's.
 *
 * @param old.state what they become
 * @param old.item joins the `item` of a row `line`
 * @param old.isNow says of the two that they match, in SQL
 */
export async function matchOld(
  connection: Connection,
  { statementId, isLive }: Matching,
  old: { name: string; table: LineTable; state: 'matched' | 'returned'; item: string; isNow: string }
): Promise<void> {
  await connection.query({
    name: old.name,
    text: `UPDATE ${old.table} AS changed
           SET state = '${old.state}', matched_in = $1, merchant_id = found.merchant_id, batch_id = found.batch_id, ordinal = found.ordinal
           FROM (
             SELECT DISTINCT ON (item.merchant_id, item.batch_id, item.ordinal) line.ctid AS row_id, item.merchant_id, item.batch_id, item.ordinal
             FROM ${old.table} AS line ${old.item}
             WHERE line.is_live = $2 AND ${old.isNow} AND item.amount_sen = line.amount_sen
             ORDER BY item.merchant_id, item.batch_id, item.ordinal, line.occurred_at, line.statement_id, line.line_number) AS found
           WHERE changed.ctid = found.row_id`,
    values: [statementId, isLive]
  })
}
