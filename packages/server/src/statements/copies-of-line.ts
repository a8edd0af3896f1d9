/** What was paid out, and what came in. */
type LineTable = 'statement_lines' | 'statement_returns'

/**
 * Whether a row `other` is of a statement of the same account of ours as the statement $1: over one rail, and of one name. A
 * statement of which neither was said may be of any.
 */
const OF_SAME_ACCOUNT = `EXISTS (
  SELECT 1 FROM statements AS mine JOIN statements AS theirs ON theirs.id = other.statement_id
  WHERE mine.id = $1 AND coalesce(mine.rail = theirs.rail, true) AND (mine.account = theirs.account OR '' IN (mine.account, theirs.account)))`

/**
 * For a row `line` of the statement $1, in the mode $2: how often the same line stands `here`, up to this one, and `elsewhere`, on
 * earlier statements of the same account.
 */
export function copiesOfLine(table: LineTable): string {
  return `
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE other.statement_id = $1 AND other.line_number <= line.line_number) AS here,
             -- A line that was itself seen before is no payment more: counted, it would hide a second one.
             count(*) FILTER (WHERE other.statement_id <> $1 AND other.state NOT IN ('read', 'seen_before') AND ${OF_SAME_ACCOUNT}) AS elsewhere
      FROM ${table} AS other
      WHERE other.reference = line.reference AND other.occurred_at = line.occurred_at AND other.amount_sen = line.amount_sen
        AND other.account_number = line.account_number AND other.is_live = $2 OFFSET 0) AS copies`
}
