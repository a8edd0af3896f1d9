import type { LeftLine } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { formatTable } from '../output/format-table.js'
import { STATE_WORDS } from './describe-statement.js'

/** More than that nobody reads. */
export const MAX_LEFT_LINES = 10_000

/** A line that is booked nowhere as commands print it in JSON. */
export function presentLeftLine(line: LeftLine): Record<string, unknown> {
  return {
    statement_id: line.statementId,
    line: line.lineNumber,
    came_in: line.isReturn,
    state: line.state,
    reference: line.reference,
    amount: formatAmount(line.amountSen),
    item_id: line.itemId,
    item_amount: line.itemAmountSen === null ? null : formatAmount(line.itemAmountSen),
    account_number: line.accountNumber,
    bank_code: line.bankCode,
    description: line.description,
    occurred_at: line.occurredAt,
    case_id: line.caseId,
    case_status: line.caseId === null ? null : line.isCaseOpen ? 'open' : 'settled',
    resolution: line.resolution === '' ? null : line.resolution
  }
}

/** The lines as a table, and below it what each state in it means. */
export function tabulateLeftLines(lines: LeftLine[]): string {
  const table = formatTable(
    [
      { heading: 'LINE', align: 'right' },
      { heading: 'STATE' },
      { heading: 'REFERENCE' },
      { heading: 'AMOUNT', align: 'right' },
      { heading: 'ITEM HAS', align: 'right' },
      { heading: 'CASE' },
      { heading: 'STANDS' }
    ],
    lines.map((line) => [
      `${line.lineNumber}`,
      line.state,
      line.reference || 'none',
      `${line.isReturn ? '+' : '-'}${formatRupiah(line.amountSen)}`,
      line.itemAmountSen === null ? 'no item' : formatRupiah(line.itemAmountSen),
      line.caseId ?? 'none',
      line.caseId === null ? 'none' : line.isCaseOpen ? 'open' : line.resolution
    ])
  )
  const states = [...new Set(lines.map((line) => line.state))]
  return `${table}\n\n${states.map((state) => `${state}: such a line ${STATE_WORDS[state]}`).join('\n')}`
}
