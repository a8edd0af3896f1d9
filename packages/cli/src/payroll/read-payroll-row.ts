import { type Checked, checkAccountNumber } from './check-account-number.js'
import { type AmountLimits, checkAmount } from './check-amount.js'
import { findUnprintable } from './find-unprintable.js'
import type { ColumnPlaces, PayrollColumn } from './payroll-columns.js'
import type { PayrollFinding, PayrollRow } from './payroll-file.js'
import type { CsvRecord } from './split-records.js'
import { suggestBankCode } from './suggest-bank-code.js'

export type PayrollRules = AmountLimits & {
  /** The codes of the bank list, in lower case; undefined when there is no list to check against. */
  bankCodes: ReadonlySet<string> | undefined
  maxRows: number
}

/** Reads one row; what is wrong with it goes to `problems`, every cell of it, and then there is no row. */
export function readPayrollRow(
  record: CsvRecord,
  width: number,
  places: ColumnPlaces,
  rules: PayrollRules,
  problems: PayrollFinding[]
): PayrollRow | undefined {
  const { line, fields } = record
  if (fields.length < width || fields.slice(width).some((field) => field !== '')) {
    const hint =
      fields.length > width
        ? ': put fields that contain the separator in double quotes, and write amounts without separators'
        : ''
    problems.push({ line, column: null, message: `has ${fields.length} fields where the header has ${width}${hint}` })
    return undefined
  }
  const problemsBefore = problems.length
  const cell = (column: PayrollColumn): string => {
    const place = places.get(column)
    if (place === undefined) return ''
    const text = fields[place.index] ?? ''
    const fault = findUnprintable(text, column === 'notes')
    if (fault !== undefined) problems.push({ line, column: place.heading, message: fault })
    return text
  }
  const checked = <Value>(column: PayrollColumn, result: Checked<Value>): Value | undefined => {
    if ('value' in result) return result.value
    problems.push({ line, column: places.get(column)!.heading, message: result.problem })
    return undefined
  }
  const accountOwnerName = checked('account_owner_name', checkOwnerName(cell('account_owner_name')))
  const bankCode = checked('bank_code', checkBankCode(cell('bank_code'), rules.bankCodes))
  const accountNumber = checked('account_number', checkAccountNumber(cell('account_number')))
  const amountSen = checked('amount', checkAmount(cell('amount'), rules))
  const [emailRecipient, phoneNumber, notes] = [cell('email_recipient'), cell('phone_number'), cell('notes')]
  if (problems.length > problemsBefore) return undefined
  return {
    line,
    accountOwnerName: accountOwnerName!,
    bankCode: bankCode!,
    accountNumber: accountNumber!,
    amountSen: amountSen!,
    emailRecipient,
    phoneNumber,
    notes
  }
}

function checkOwnerName(text: string): Checked<string> {
  return text === '' ? { problem: 'is empty' } : { value: text }
}

function checkBankCode(text: string, bankCodes: ReadonlySet<string> | undefined): Checked<string> {
  const code = text.toLowerCase()
  if (code === '') return { problem: 'is empty' }
  if (bankCodes === undefined || bankCodes.has(code)) return { value: code }
  const suggestion = suggestBankCode(code, bankCodes)
  return {
    problem: `${JSON.stringify(text)} is not in the bank list${suggestion === undefined ? '' : `: did you mean ${suggestion}?`}`
  }
}
