import type { Queryable } from '../database/create-pool.js'
import { ALL_LINES, type DifferingLine, KIND_OF_STATE, LINE_COLUMNS } from './read-differing-lines.js'

/** A line of a statement that is booked nowhere, as it stands now. */
export type LeftLine = DifferingLine & {
  itemId: string | null
  /** What the item is for: what is left of the line, or lacks in it, is the difference. Null where nothing here knows the item. */
  itemAmountSen: bigint | null
  /** The case that calls a person to it: its own, or the one that its item had already when the statement was reconciled. */
  caseId: string | null
  isCaseOpen: boolean
  /** How its case was settled; '' while it is open. */
  resolution: string
}

const KINDS = Object.entries(KIND_OF_STATE)
const KIND_COLUMNS = [KINDS.map(([state]) => state), KINDS.map(([, kind]) => kind)]

const SELECT_LEFT_LINES = `
  SELECT ${LINE_COLUMNS}, item.id AS "itemId", item.amount_sen AS "itemAmountSen",
    one.id AS "caseId", one.id IS NOT NULL AND one.closed_at IS NULL AS "isCaseOpen", coalesce(one.resolution, '') AS resolution
  FROM ${ALL_LINES} AS line
  JOIN statements AS statement ON statement.id = line.statement_id
  JOIN unnest($1::text[], $2::text[]) AS left_as (state, kind) ON left_as.state = line.state
  LEFT JOIN items AS item ON item.merchant_id = line.merchant_id AND item.batch_id = line.batch_id AND item.ordinal = line.ordinal
  LEFT JOIN LATERAL (
    SELECT coalesce(
      (SELECT own.id FROM cases AS own WHERE own.statement_id = line.statement_id AND own.line_number = line.line_number),
      (SELECT standing.id FROM cases AS standing
       WHERE standing.merchant_id = line.merchant_id AND standing.batch_id = line.batch_id AND standing.ordinal = line.ordinal
         AND standing.kind = left_as.kind
         AND standing.opened_at <= statement.reconciled_at AND coalesce(standing.closed_at >= statement.reconciled_at, true)
       ORDER BY standing.opened_at LIMIT 1)) AS id) AS called ON true
  LEFT JOIN cases AS one ON one.id = called.id`

const OPEN_FIRST = 'ORDER BY one.closed_at IS NOT NULL, statement.period_to, line.statement_id, line.line_number'

/**
 * Reads what is left of a statement after it was compared: each line that is neither matched, nor came back, nor was seen before,
 * with the case under which a person finds it. Those whose case is open come first.
 */
export async function readLeftLines(database: Queryable, statementId: string, { limit }: { limit: number }): Promise<LeftLine[]> {
  const { rows } = await database.query<LeftLine>({
    name: 'read-left-lines',
    text: `${SELECT_LEFT_LINES} WHERE line.statement_id = $3 ${OPEN_FIRST} LIMIT $4`,
    values: [...KIND_COLUMNS, statementId, limit]
  })
  return rows
}

/** The same for an item: what is left of it on any statement. */
export async function readLeftLinesOfItem(
  database: Queryable,
  { itemId, isLive }: { itemId: string; isLive: boolean }
): Promise<LeftLine[]> {
  const { rows } = await database.query<LeftLine>({
    name: 'read-left-lines-of-item',
    text: `${SELECT_LEFT_LINES} WHERE line.reference = $3 AND line.is_live = $4 ${OPEN_FIRST}`,
    values: [...KIND_COLUMNS, itemId, isLive]
  })
  return rows
}
