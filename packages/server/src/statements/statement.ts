import type { Queryable } from '../database/create-pool.js'

/** One line of a statement, as it was read from a file. */
export type StatementLine = {
  /** The line of the file that it begins on, from 1. */
  lineNumber: number
  /** What we gave the bank as reference: an item's id. Empty where the bank shows none. */
  reference: string
  amountSen: bigint
  bankCode: string
  accountNumber: string
  description: string
  /** RFC 3339. */
  occurredAt: string
}

/** A bank's statement, as it was read from a file. */
export type NewStatement = {
  isLive: boolean
  /** Undefined: of an account that pays for all merchants of the mode. */
  merchantId: string | undefined
  /** Over which the payments went; undefined where there is only one. */
  rail?: string | undefined
  /** Which account of ours at the bank; undefined where there is only one. */
  account?: string | undefined
  fileName: string
  /** Of the file's bytes: the same file is the same statement. */
  fileSha256: Buffer
  /** What was paid from here, */
  periodFrom: string
  /** until before here. */
  periodTo: string
  /** What was paid out. */
  lines: StatementLine[]
  /** What came in. Kept is what names a payment of ours by its reference: it came back. */
  returns?: StatementLine[] | undefined
  submittedBy: string
}

/** A row of `statements`. Amounts in sen, times as RFC 3339 text. */
export type StatementRow = {
  id: string
  isLive: boolean
  merchantId: string | null
  /** Null where nobody said, and there was more than one, or none. */
  rail: string | null
  /** '' where nobody said. */
  account: string
  fileName: string
  periodFrom: string
  periodTo: string
  lineCount: number
  matchedLines: number
  matchedAmountSen: bigint
  seenBeforeLines: number
  missingHereLines: number
  amountDiffersLines: number
  paidTwiceLines: number
  contradictedLines: number
  missingThereItems: number
  /** Payments that came back. */
  returnedLines: number
  /** What came in for an item that can't simply have come back. */
  returnUnclearLines: number
  /** What came in for an item that nothing here knows. */
  returnMissingHereLines: number
  submittedBy: string
  createdAt: string
  /** Null while it is not known of every line what it is. */
  reconciledAt: string | null
}

/** The columns of a row of `statements`; {@link parseStatement} reads them. */
export const STATEMENT_COLUMNS = `
  id, is_live AS "isLive", merchant_id AS "merchantId", rail, account, file_name AS "fileName", period_from AS "periodFrom", period_to AS "periodTo",
  line_count AS "lineCount", matched_lines AS "matchedLines", matched_amount_sen AS "matchedAmountSen",
  seen_before_lines AS "seenBeforeLines", missing_here_lines AS "missingHereLines", amount_differs_lines AS "amountDiffersLines",
  paid_twice_lines AS "paidTwiceLines", contradicted_lines AS "contradictedLines", missing_there_items AS "missingThereItems",
  returned_lines AS "returnedLines", return_unclear_lines AS "returnUnclearLines", return_missing_here_lines AS "returnMissingHereLines",
  submitted_by AS "submittedBy", created_at AS "createdAt", reconciled_at AS "reconciledAt"`

export type StoredStatement = Omit<StatementRow, 'matchedAmountSen'> & { matchedAmountSen: string }

export async function readStatement(database: Queryable, id: string): Promise<StatementRow> {
  const { rows } = await database.query<StoredStatement>({
    name: 'read-statement',
    text: `SELECT ${STATEMENT_COLUMNS} FROM statements WHERE id = $1`,
    values: [id]
  })
  return parseStatement(rows[0]!)
}

/** The statement that was made of this very file before, if any. */
export async function findStatement(
  database: Queryable,
  { isLive, fileSha256 }: Pick<NewStatement, 'isLive' | 'fileSha256'>
): Promise<StatementRow | undefined> {
  const { rows } = await database.query<StoredStatement>({
    name: 'find-statement',
    text: `SELECT ${STATEMENT_COLUMNS} FROM statements WHERE is_live = $1 AND file_sha256 = $2`,
    values: [isLive, fileSha256]
  })
  return rows[0] === undefined ? undefined : parseStatement(rows[0])
}

/** A sum of many statements is wider than a `bigint`. */
export function parseStatement(row: StoredStatement): StatementRow {
  return { ...row, matchedAmountSen: BigInt(row.matchedAmountSen) }
}
