import type { Checked } from '../payroll/check-account-number.js'
import { findUnprintable } from '../payroll/find-unprintable.js'
import type { PayrollFinding } from '../payroll/payroll-file.js'
import type { CsvRecord } from '../payroll/split-records.js'
import { type MomentRules, readMoment } from './read-moment.js'
import { type DecimalMark, readStatementAmount } from './read-statement-amount.js'
import type { StatementColumn, StatementPlaces } from './statement-columns.js'
import type { StatementRow } from './statement-file.js'

const OUT = ['d', 'db', 'dr', 'debit', 'debet', 'out', 'keluar']
const IN = ['c', 'cr', 'k', 'credit', 'kredit', 'in', 'masuk']

export type ReadRow = {
  row: StatementRow
  isIncoming: boolean
  mark: DecimalMark
  amountHeading: string
}

/** Reads one row; what is wrong with it goes to `problems`, every cell of it, and then there is no row. */
export function readStatementRow(
  record: CsvRecord,
  width: number,
  places: StatementPlaces,
  rules: MomentRules,
  problems: PayrollFinding[]
): ReadRow | undefined {
  const { line, fields } = record
  if (fields.length < width || fields.slice(width).some((field) => field !== '')) {
    const hint = fields.length > width ? ': put fields that contain the separator in double quotes' : ''
    problems.push({ line, column: null, message: `has ${fields.length} fields where the header has ${width}${hint}` })
    return undefined
  }
  const problemsBefore = problems.length
  const report = (column: StatementColumn, message: string) =>
    void problems.push({ line, column: places.get(column)?.heading ?? column, message })
  const cell = (column: StatementColumn): string => {
    const text = fields[places.get(column)?.index ?? -1] ?? ''
    const fault = findUnprintable(text, column === 'description')
    if (fault !== undefined) report(column, fault)
    return text
  }
  const moment = readMoment(cell('date'), cell('time'), rules)
  if ('problem' in moment) report('date', moment.problem)
  const reference = cell('reference')
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(reference)) report('reference', 'Excel turned this reference into a number and dropped digits')
  const amount = readAmount(cell, places)
  if ('problem' in amount) report(amount.column, amount.problem)
  const [bankCode, accountNumber, description] = [cell('bank_code').toLowerCase(), cell('account_number'), cell('description')]
  if (problems.length > problemsBefore || 'problem' in moment || 'problem' in amount) return undefined
  const { amountSen, mark, isIncoming, column } = amount
  return {
    row: { line, reference, amountSen, occurredAtMs: moment.value, bankCode, accountNumber, description },
    isIncoming,
    mark,
    amountHeading: places.get(column)!.heading
  }
}

type ReadAmount =
  | { amountSen: bigint; mark: DecimalMark; isIncoming: boolean; column: StatementColumn }
  | { column: StatementColumn; problem: string }

function readAmount(cell: (column: StatementColumn) => string, places: StatementPlaces): ReadAmount {
  if (places.has('amount')) {
    const isIncoming = places.has('direction') ? readDirection(cell('direction')) : { value: false }
    if ('problem' in isIncoming) return { column: 'direction', problem: isIncoming.problem }
    return readCell('amount', cell('amount'), isIncoming.value)
  }
  const [debit, credit] = [cell('debit'), cell('credit')]
  const isSet = (text: string) => text !== '' && text !== '-' && !/^0([.,]0{1,2})?$/.test(text)
  if (isSet(debit) && isSet(credit)) return { column: 'debit', problem: 'the row has both a debit and a credit' }
  return isSet(credit) ? readCell('credit', credit, true) : readCell('debit', debit, false)
}

function readCell(column: StatementColumn, text: string, isIncoming: boolean): ReadAmount {
  const read = readStatementAmount(text)
  if ('problem' in read) return { column, problem: read.problem }
  return read.value.amountSen === 0n ? { column, problem: 'must be more than zero' } : { column, isIncoming, ...read.value }
}

function readDirection(text: string): Checked<boolean> {
  const word = text.toLowerCase()
  if (OUT.includes(word)) return { value: false }
  if (IN.includes(word)) return { value: true }
  return { problem: `${JSON.stringify(text)} is neither debit (${OUT.join(', ')}) nor credit (${IN.join(', ')})` }
}
