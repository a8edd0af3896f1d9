import type { CaseKind } from '../cases/case-kinds.js'
import type { Queryable } from '../database/create-pool.js'

/** What differs, and the case that calls a person to it. */
export const KIND_OF_STATE = {
  missing_here: 'missing_here',
  amount_differs: 'amount_differs',
  paid_twice: 'paid_twice',
  contradicted: 'contradiction',
  return_unclear: 'contradiction'
} as const satisfies Record<string, CaseKind>

/** A line of a statement that is not simply the payment of one item, or its return. */
export type DifferingLine = {
  statementId: string
  lineNumber: number
  /** It came in. */
  isReturn: boolean
  state: keyof typeof KIND_OF_STATE
  merchantId: string | null
  batchId: string | null
  ordinal: number | null
  reference: string
  amountSen: bigint
  bankCode: string
  accountNumber: string
  description: string
  occurredAt: string
}

/** All of `statement_lines` and `statement_returns`, with their columns as they are. */
export const ALL_LINES = `(
  SELECT statement_id, line_number, false AS is_return, is_live, state, merchant_id, batch_id, ordinal, reference, amount_sen, bank_code,
    account_number, description, occurred_at FROM statement_lines
  UNION ALL
  SELECT statement_id, line_number, true, is_live, state, merchant_id, batch_id, ordinal, reference, amount_sen, bank_code,
    account_number, description, occurred_at FROM statement_returns)`

/** The columns of a {@link DifferingLine}, of a row `line`. */
export const LINE_COLUMNS = `line.statement_id AS "statementId", line.line_number AS "lineNumber", line.is_return AS "isReturn", line.state,
  line.merchant_id AS "merchantId", line.batch_id AS "batchId", line.ordinal, line.reference, line.amount_sen AS "amountSen",
  line.bank_code AS "bankCode", line.account_number AS "accountNumber", line.description, line.occurred_at AS "occurredAt"`

/** Reads the lines of a matched statement that a person must look at, in the file's order. */
export async function readDifferingLines(database: Queryable, statementId: string): Promise<DifferingLine[]> {
  const { rows } = await database.query<DifferingLine>({
    name: 'read-differing-lines',
    text: `SELECT ${LINE_COLUMNS} FROM ${ALL_LINES} AS line
           WHERE line.statement_id = $1 AND line.state = ANY ($2::text[]) ORDER BY line.line_number`,
    values: [statementId, Object.keys(KIND_OF_STATE)]
  })
  return rows
}

/** Reads what came in for an item and is not explained, the oldest first. */
export async function readUnclearReturns(
  database: Queryable,
  { itemId, isLive }: { itemId: string; isLive: boolean }
): Promise<DifferingLine[]> {
  const { rows } = await database.query<DifferingLine>({
    name: 'read-unclear-returns',
    text: `SELECT ${LINE_COLUMNS} FROM ${ALL_LINES} AS line
           WHERE line.reference = $1 AND line.is_live = $2 AND line.is_return AND line.state = 'return_unclear'
           ORDER BY line.occurred_at, line.statement_id, line.line_number`,
    values: [itemId, isLive]
  })
  return rows
}
