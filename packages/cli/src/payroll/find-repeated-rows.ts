import { formatRupiah } from '../money/format-rupiah.js'
import type { PayrollFinding, PayrollRow } from './payroll-file.js'

/** Names each row that has the bank, account and amount of an earlier one: perhaps the same person twice, perhaps meant. */
export function findRepeatedRows(rows: PayrollRow[]): PayrollFinding[] {
  const firstLines = new Map<string, number>()
  const findings: PayrollFinding[] = []
  for (const row of rows) {
    const payment = `${row.bankCode}|${row.accountNumber}|${row.amountSen}`
    const firstLine = firstLines.get(payment)
    if (firstLine === undefined) {
      firstLines.set(payment, row.line)
    } else {
      const message = `repeats line ${firstLine}: ${row.bankCode} ${row.accountNumber}, ${formatRupiah(row.amountSen)}`
      findings.push({ line: row.line, column: null, message })
    }
  }
  return findings
}
