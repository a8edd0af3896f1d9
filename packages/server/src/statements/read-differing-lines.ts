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

/** A line of a statement that is not simply the payment of one item. */
export type DifferingLine = {
  lineNumber: number
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

/** Reads the lines of a matched statement that a person must look at, in the file's order. */
export async function readDifferingLines(database: Queryable, statementId: string): Promise<DifferingLine[]> {
  const { rows } = await database.query<DifferingLine>({
    name: 'read-differing-lines',
    text: `SELECT line_number AS "lineNumber", state, merchant_id AS "merchantId", batch_id AS "batchId", ordinal, reference, amount_sen AS "amountSen",
             bank_code AS "bankCode", account_number AS "accountNumber", description, occurred_at AS "occurredAt"
           FROM (
             SELECT line_number, state, merchant_id, batch_id, ordinal, reference, amount_sen, bank_code, account_number, description, occurred_at
             FROM statement_lines WHERE statement_id = $1 AND state = ANY ($2::text[])
             UNION ALL
             SELECT line_number, state, merchant_id, batch_id, ordinal, reference, amount_sen, bank_code, account_number, description, occurred_at
             FROM statement_returns WHERE statement_id = $1 AND state = 'return_unclear') AS line
           ORDER BY line_number`,
    values: [statementId, Object.keys(KIND_OF_STATE)]
  })
  return rows
}
