import { guessDelimiterOf, type HeaderPlaces, matchHeader } from './match-header.js'
import type { PayrollFinding } from './payroll-file.js'

/** A column that the reader knows, by the name that the protocol gives its field. */
export type PayrollColumn =
  | 'account_owner_name'
  | 'bank_code'
  | 'account_number'
  | 'amount'
  | 'email_recipient'
  | 'phone_number'
  | 'notes'
  | 'name'
  | 'description'

/** Every spelling that is taken, in lower case with underscores. */
const SPELLINGS: Record<PayrollColumn, string[]> = {
  account_owner_name: ['account_owner_name'],
  bank_code: ['bank_code'],
  account_number: ['account_number'],
  amount: ['amount'],
  email_recipient: ['email_recipient', 'email'],
  phone_number: ['phone_number', 'phone'],
  notes: ['notes'],
  name: ['batch_name', 'name'],
  description: ['description', 'batch_description']
}

export const MANDATORY_COLUMNS: PayrollColumn[] = ['account_owner_name', 'bank_code', 'account_number', 'amount']

/** Where each column stands in the file, and how its header spells it. */
export type ColumnPlaces = HeaderPlaces<PayrollColumn>

/** Matches a payroll's header with the columns that the reader knows. */
export function matchColumns(
  header: string[],
  line: number
): { places: ColumnPlaces; problems: PayrollFinding[]; warnings: PayrollFinding[] } {
  return matchHeader(header, line, { spellings: SPELLINGS, mandatory: MANDATORY_COLUMNS })
}

/** The delimiter under which the header line shows the most known columns; a comma when none shows any. */
export function guessDelimiter(headerLine: string): ',' | ';' | '\t' {
  return guessDelimiterOf(headerLine, SPELLINGS)
}
