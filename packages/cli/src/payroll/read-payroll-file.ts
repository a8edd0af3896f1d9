import { decodePayrollBytes } from './decode-payroll-bytes.js'
import { findMangledAccounts } from './find-mangled-accounts.js'
import { findRepeatedRows } from './find-repeated-rows.js'
import { findUnprintable } from './find-unprintable.js'
import { type ColumnPlaces, guessDelimiter, matchColumns } from './payroll-columns.js'
import type { PayrollFile, PayrollFinding, PayrollRow } from './payroll-file.js'
import { type PayrollRules, readPayrollRow } from './read-payroll-row.js'
import { type CsvRecord, splitRecords } from './split-records.js'

/**
 * Reads a payroll file: CSV with Durianpay's column names in any order and letter case, separated by commas, semicolons
 * or tabs. Never throws and never repairs: every row that is not plainly right is named with its line and column.
 *
 * @example
 * const file = readPayrollFile(await readFile('payroll.csv'), { bankCodes, minAmountSen, maxAmountSen, maxRows: 50_000 })
 * if (file.problems.length > 0) …  // nothing may be submitted
 */
export function readPayrollFile(bytes: Uint8Array, rules: PayrollRules): PayrollFile {
  const decoded = decodePayrollBytes(bytes)
  if ('problem' in decoded) return unreadable([aboutTheFile(decoded.problem)])
  const firstLine = decoded.text.split('\n').find((line) => line.trim() !== '') ?? ''
  const { records, faults } = splitRecords(decoded.text, guessDelimiter(firstLine))
  const faultFindings = faults.map((fault) => ({ line: fault.line, column: null, message: fault.message }))
  const [header, ...rest] = records
  if (header === undefined) return unreadable(faults.length > 0 ? faultFindings : [aboutTheFile('the file is empty')])
  // Without the true header, every row below would be read wrongly.
  if (faults.some((fault) => fault.line < header.line)) return unreadable(faultFindings)
  const columns = matchColumns(header.fields, header.line)
  if (columns.problems.length > 0) {
    return { ...unreadable([...columns.problems, ...faultFindings]), warnings: columns.warnings }
  }
  const file = readRows(rest, countColumns(header.fields), columns.places, rules)
  file.problems.push(...faultFindings, ...checkRowCount(rest.length, faults.length, rules.maxRows))
  file.problems.sort(byLine)
  file.warnings.unshift(...columns.warnings)
  return file
}

function checkRowCount(rows: number, unreadableRows: number, maxRows: number): PayrollFinding[] {
  if (rows > maxRows) return [aboutTheFile(`the file has ${rows} rows: at most ${maxRows} go into one batch`)]
  return rows + unreadableRows === 0 ? [aboutTheFile('the file has a header and no rows')] : []
}

function aboutTheFile(message: string): PayrollFinding {
  return { line: null, column: null, message }
}

function byLine(left: PayrollFinding, right: PayrollFinding): number {
  return (left.line ?? 0) - (right.line ?? 0)
}

/** Empty headings at the end come from a spreadsheet's empty columns. */
function countColumns(header: string[]): number {
  return header.findLastIndex((heading) => heading !== '') + 1
}

function unreadable(problems: PayrollFinding[]): PayrollFile {
  return { name: '', description: '', rows: [], totalSen: 0n, problems, warnings: [] }
}

function readRows(records: CsvRecord[], width: number, places: ColumnPlaces, rules: PayrollRules): PayrollFile {
  const rows: PayrollRow[] = []
  const problems: PayrollFinding[] = []
  for (const record of records) {
    const row = readPayrollRow(record, width, places, rules, problems)
    if (row !== undefined) rows.push(row)
  }
  const warnings = [...findMangledAccounts(rows, places.get('account_number')!.heading), ...findRepeatedRows(rows)]
  warnings.sort(byLine)
  return {
    name: readBatchField('name', records, places, problems),
    description: readBatchField('description', records, places, problems),
    rows,
    totalSen: rows.reduce((sum, row) => sum + row.amountSen, 0n),
    problems,
    warnings
  }
}

/** The batch has one name and one description, so a column of them must say the same on every row that says anything. */
function readBatchField(
  column: 'name' | 'description',
  records: CsvRecord[],
  places: ColumnPlaces,
  problems: PayrollFinding[]
): string {
  const place = places.get(column)
  if (place === undefined) return ''
  const filled = records
    .map(({ line, fields }) => ({ line, value: fields[place.index] ?? '' }))
    .filter(({ value }) => value !== '')
  const [first, ...others] = filled
  if (first === undefined) return ''
  const fault = findUnprintable(first.value, column === 'description')
  if (fault !== undefined) problems.push({ line: first.line, column: place.heading, message: fault })
  const differing = others.filter(({ value }) => value !== first.value)
  if (differing.length > 0) {
    const hint = column === 'name' ? ' (who is paid goes into account_owner_name)' : ''
    const message = `${differing.length} rows differ from line ${first.line}: this column describes the batch, so all rows must say the same${hint}`
    problems.push({ line: differing[0]!.line, column: place.heading, message })
  }
  return first.value
}
