import type { PayrollFinding, PayrollRow } from './payroll-file.js'

/** Codes under which the bank list has e-wallets; their account numbers are mobile numbers (08…). */
export const E_WALLETS: ReadonlySet<string> = new Set(['gopay', 'ovo', 'dana', 'shopeepay', 'linkaja', 'doku'])

/** A spreadsheet keeps this many digits of a number, and writes zeros for the rest. */
const SPREADSHEET_DIGITS = 15

/**
 * Names account numbers that look as if a spreadsheet had changed them, though they are still made of digits: e-wallet
 * numbers without their leading 0, and long numbers that were rounded.
 *
 * @param column the account number's column, as the file's header spells it
 */
export function findMangledAccounts(rows: PayrollRow[], column: string): PayrollFinding[] {
  const long = rows.filter((row) => row.accountNumber.length > SPREADSHEET_DIGITS)
  // One long number in ten ends in 0 by itself. When all do, it was the spreadsheet.
  const areRounded = long.length > 0 && long.every((row) => /^0+$/.test(row.accountNumber.slice(SPREADSHEET_DIGITS)))
  const rounded = (areRounded ? long : []).map(({ line, accountNumber }) => ({
    line,
    column,
    message: `${accountNumber} has only zeros after its 15th digit, like every long number here: Excel may have rounded them`
  }))
  const shortened = rows
    .filter((row) => E_WALLETS.has(row.bankCode) && row.accountNumber.startsWith('8'))
    .map(({ line, accountNumber }) => ({
      line,
      column,
      message: `${accountNumber} has no leading 0: Excel may have dropped it (e-wallet numbers begin with 08)`
    }))
  return [...rounded, ...shortened]
}
