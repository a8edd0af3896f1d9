import type { Connection } from '../database/create-pool.js'
import { ApiError, type FieldError } from '../errors/api-error.js'
import { refuseFields } from '../http/refuse-fields.js'
import { IDENTIFIER_PREFIXES, makeIdentifier } from '../identifiers/make-identifier.js'
import type { NewStatement, StatementLine } from './statement.js'

/** With so many lines a statement of SQL takes some tens of milliseconds. */
const CHUNK_LINES = 5_000

/**
 * Writes a statement and its lines, none of them compared yet, within the caller's transaction: all of them or none.
 *
 * @returns the statement's id
 * @throws ApiError DPAY_INVALID_REQUEST for a period that is not over yet, lines outside it, and lines that name an item
 * of the other mode or of another merchant than the statement's
 */
export async function storeStatement(connection: Connection, statement: NewStatement): Promise<string> {
  const id = makeIdentifier('statement')
  refuseEmptyPeriod(statement)
  const returns = (statement.returns ?? []).filter(({ reference }) => reference.startsWith(IDENTIFIER_PREFIXES.item))
  refuseLines(
    [...statement.lines, ...returns]
      .filter((line) => !isInPeriod(statement, line))
      .map((line) => [line, 'is outside the period that the statement covers'])
  )
  await insertStatement(connection, id, statement)
  for (let start = 0; start < statement.lines.length; start += CHUNK_LINES) {
    await insertLines(connection, id, statement, statement.lines.slice(start, start + CHUNK_LINES))
  }
  for (let start = 0; start < returns.length; start += CHUNK_LINES) {
    await insertReturns(connection, id, statement, returns.slice(start, start + CHUNK_LINES))
  }
  await refuseStrangers(connection, id, statement)
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

async function insertStatement(connection: Connection, id: string, statement: NewStatement): Promise<void> {
  const { rowCount } = await connection.query({
    name: 'insert-statement',
    text: `INSERT INTO statements (id, is_live, merchant_id, file_name, file_sha256, period_from, period_to, line_count, submitted_by, created_at)
           SELECT $1, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz, $8, $9, arus_now() WHERE $7::timestamptz <= arus_now()`,
    values: [
      id,
      statement.isLive,
      statement.merchantId ?? null,
      statement.fileName,
      statement.fileSha256,
      statement.periodFrom,
      statement.periodTo,
      statement.lines.length,
      statement.submittedBy
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

/** A statement of the wrong mode or merchant is no statement of these books: nothing of it may be compared with them. */
async function refuseStrangers(connection: Connection, id: string, { isLive, merchantId }: NewStatement): Promise<void> {
  const { rows } = await connection.query<{ lineNumber: number; itemId: string; merchantId: string; isLive: boolean }>({
    name: 'find-strange-lines',
    text: `SELECT line.line_number AS "lineNumber", item.id AS "itemId", item.merchant_id AS "merchantId", batch.is_live AS "isLive"
           FROM (
             SELECT line_number, reference FROM statement_lines WHERE statement_id = $1
             UNION ALL SELECT line_number, reference FROM statement_returns WHERE statement_id = $1) AS line
           CROSS JOIN LATERAL (SELECT id, merchant_id, batch_id FROM items WHERE items.id = line.reference OFFSET 0) AS item
           CROSS JOIN LATERAL (SELECT is_live FROM batches WHERE merchant_id = item.merchant_id AND id = item.batch_id OFFSET 0) AS batch
           WHERE batch.is_live <> $2 OR item.merchant_id <> $3
           ORDER BY line.line_number`,
    values: [id, isLive, merchantId ?? null]
  })
  refuseLines(
    rows.map((row) => [
      row,
      row.isLive === isLive
        ? `is the payment ${row.itemId} of another merchant, ${row.merchantId}: leave the merchant out where the account pays for all`
        : `is the payment ${row.itemId}, which is in ${row.isLive ? 'live' : 'test'} mode`
    ])
  )
}
