import type { Connection } from '../database/create-pool.js'
import { ApiError, type FieldError } from '../errors/api-error.js'
import { refuseFields } from '../http/refuse-fields.js'
import { IDENTIFIER_PREFIXES, makeIdentifier } from '../identifiers/make-identifier.js'
import { chooseAccount, type KnownRails, type StatementAccount } from './choose-account.js'
import { findStatement, type NewStatement, readStatement, type StatementLine, type StatementRow } from './statement.js'

/** With so many lines a statement of SQL takes some tens of milliseconds. */
const CHUNK_LINES = 5_000

/**
 * Finds the statement that was made of the same file before, or writes it and its lines, none of them compared yet, within the
 * caller's transaction: all of them or none.
 *
 * @returns the statement as it stands
 * @throws ApiError DPAY_INVALID_REQUEST for a period that is not over yet, lines outside it, lines that name an item of the
 * other mode, or of another merchant or rail than the statement's, and a file that was given before as of another account
 */
export async function storeOnce(connection: Connection, statement: NewStatement, rails: KnownRails): Promise<StatementRow> {
  const known = await findStatement(connection, statement)
  if (known === undefined) return await readStatement(connection, await storeStatement(connection, statement, rails))
  refuseOtherAccount(known, statement)
  return known
}

/** Taken for another account's, its lines would be second payments. */
function refuseOtherAccount(known: StatementRow, { rail, account }: NewStatement): void {
  const isOther = (before: string | null, now: string | undefined) =>
    now !== undefined && (before ?? '') !== '' && before !== now.trim()
  for (const [field, before, now] of [['rail', known.rail, rail] as const, ['account', known.account, account] as const]) {
    if (!isOther(before, now)) continue
    const message = `was given before for this very file, ${known.id}, and was ${before}`
    throw new ApiError('DPAY_INVALID_REQUEST', { message: `the ${field} ${message}`, fieldErrors: [{ field, message }] })
  }
}

/** The same for a file that is known to be new. @returns the statement's id */
export async function storeStatement(connection: Connection, statement: NewStatement, rails: KnownRails): Promise<string> {
  const id = makeIdentifier('statement')
  const of = await chooseAccount(connection, statement, rails)
  refuseEmptyPeriod(statement)
  const returns = (statement.returns ?? []).filter(({ reference }) => reference.startsWith(IDENTIFIER_PREFIXES.item))
  refuseLines(
    [...statement.lines, ...returns]
      .filter((line) => !isInPeriod(statement, line))
      .map((line) => [line, 'is outside the period that the statement covers'])
  )
  await insertStatement(connection, id, statement, of)
  for (let start = 0; start < statement.lines.length; start += CHUNK_LINES) {
    await insertLines(connection, id, statement, statement.lines.slice(start, start + CHUNK_LINES))
  }
  for (let start = 0; start < returns.length; start += CHUNK_LINES) {
    await insertReturns(connection, id, statement, returns.slice(start, start + CHUNK_LINES))
  }
  await refuseStrangers(connection, id, statement, of)
  return id
}

function refuseEmptyPeriod({ periodFrom, periodTo }: NewStatement): void {
  if (Date.parse(periodFrom) < Date.parse(periodTo)) return
  throw new ApiError('DPAY_INVALID_REQUEST', {
    message: 'the period of the statement ends before it begins',
    fieldErrors: [{ field: 'to', message: 'must be after the beginning of the period' }]
  })
}

function isInPeriod({ periodFrom, periodTo }: NewStatement, { occurredAt }: StatementLine): boolean {
  const time = Date.parse(occurredAt)
  return time >= Date.parse(periodFrom) && time < Date.parse(periodTo)
}

function refuseLines(faults: [line: { lineNumber: number }, message: string][]): void {
  if (faults.length === 0) return
  const named = faults.slice(0, 200).map(([line, message]): FieldError => ({ field: `line ${line.lineNumber}`, message }))
  throw refuseFields(named, faults.length)
}

async function insertStatement(
  connection: Connection,
  id: string,
  statement: NewStatement,
  { rail, account }: StatementAccount
): Promise<void> {
  const { rowCount } = await connection.query({
    name: 'insert-statement',
    text: `INSERT INTO statements (id, is_live, merchant_id, file_name, file_sha256, period_from, period_to, line_count, submitted_by, rail, account, created_at)
           SELECT $1, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8, $9, $10, $11, arus_now() WHERE $7::timestamptz <= arus_now()`,
    values: [
      id,
      statement.isLive,
      statement.merchantId ?? null,
      statement.fileName,
      statement.fileSha256,
      statement.periodFrom,
      statement.periodTo,
      statement.lines.length,
      statement.submittedBy,
      rail,
      account
    ]
  })
  if (rowCount === 1) return
  throw new ApiError('DPAY_INVALID_REQUEST', {
    message: 'the period of the statement is not over yet: what is paid until its end would count as missing',
    fieldErrors: [{ field: 'to', message: 'must not be in the future' }]
  })
}

async function insertLines(connection: Connection, id: string, statement: NewStatement, lines: StatementLine[]): Promise<void> {
  await connection.query({
    name: 'insert-statement-lines',
    text: `INSERT INTO statement_lines ${LINES_GIVEN}`,
    values: valuesOf(id, statement, lines)
  })
}

async function insertReturns(connection: Connection, id: string, statement: NewStatement, lines: StatementLine[]): Promise<void> {
  await connection.query({
    name: 'insert-statement-returns',
    text: `INSERT INTO statement_returns ${LINES_GIVEN}`,
    values: valuesOf(id, statement, lines)
  })
}

const LINES_GIVEN = `(statement_id, is_live, merchant_id, line_number, reference, amount_sen, bank_code, account_number, description, occurred_at)
           SELECT $1, $2, $3, line_number, reference, amount_sen, bank_code, account_number, description, occurred_at
           FROM unnest($4::integer[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
             AS line (line_number, reference, amount_sen, bank_code, account_number, description, occurred_at)`

function valuesOf(id: string, statement: NewStatement, lines: StatementLine[]): unknown[] {
  const column = <Value>(pick: (line: StatementLine) => Value) => lines.map(pick)
  return [
    id,
    statement.isLive,
    statement.merchantId ?? null,
    column((line) => line.lineNumber),
    column((line) => line.reference),
    column((line) => line.amountSen),
    column((line) => line.bankCode),
    column((line) => line.accountNumber),
    column((line) => line.description),
    column((line) => line.occurredAt)
  ]
}

type StrangeLine = { lineNumber: number; itemId: string; merchantId: string; rail: string; isLive: boolean }

/** A statement of the wrong mode, merchant or rail is no statement of these books: nothing of it may be compared with them. */
async function refuseStrangers(
  connection: Connection,
  id: string,
  { isLive, merchantId }: NewStatement,
  { rail }: StatementAccount
): Promise<void> {
  const { rows } = await connection.query<StrangeLine>({
    name: 'find-strange-lines',
    text: `SELECT line.line_number AS "lineNumber", item.id AS "itemId", item.merchant_id AS "merchantId", batch.rail, batch.is_live AS "isLive"
           FROM (
             SELECT line_number, reference FROM statement_lines WHERE statement_id = $1
             UNION ALL SELECT line_number, reference FROM statement_returns WHERE statement_id = $1) AS line
           CROSS JOIN LATERAL (SELECT id, merchant_id, batch_id FROM items WHERE items.id = line.reference OFFSET 0) AS item
           CROSS JOIN LATERAL (SELECT is_live, rail FROM batches WHERE merchant_id = item.merchant_id AND id = item.batch_id OFFSET 0) AS batch
           WHERE batch.is_live <> $2 OR item.merchant_id <> $3 OR batch.rail <> $4
           ORDER BY line.line_number`,
    values: [id, isLive, merchantId ?? null, rail]
  })
  refuseLines(rows.map((row) => [row, `is the payment ${row.itemId}${describeStranger(row, { isLive, merchantId })}`]))
}

function describeStranger(row: StrangeLine, { isLive, merchantId }: Pick<NewStatement, 'isLive' | 'merchantId'>): string {
  if (row.isLive !== isLive) return `, which is in ${row.isLive ? 'live' : 'test'} mode`
  if (merchantId !== undefined && row.merchantId !== merchantId) {
    return ` of another merchant, ${row.merchantId}: leave the merchant out where the account pays for all`
  }
  return `, which goes over the rail ${row.rail}`
}
