import { type CommandDefinition, hasFlag } from '../command-line/command-definition.js'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { type CaseRow, listCases } from '../operator/list-cases.js'
import { withOperator } from '../operator/with-operator.js'
import { formatTable } from '../output/format-table.js'

export const casesListCommand: CommandDefinition = {
  path: ['cases', 'list'],
  summary: 'list what only a person can settle about payments, open ones first',
  options: [{ flags: '--all', summary: 'those that are closed too' }],
  notes: `paid_after_failed, reversed_after_done: the bank said otherwise after the payment was final.
unresolved: no clear word from the bank for long. contradiction, unrecordable: its answers
do not agree, or can't be kept. Ends with 0 whether or not any is open.`,
  run: (context, given) =>
    withOperator(context, async ({ pool }) => {
      const withClosed = hasFlag(given, 'all')
      const cases = await listCases(pool, { withClosed })
      const openCount = cases.filter((one) => one.closedAt === null).length
      return {
        exit: 'ok',
        json: { cases: cases.map(presentCase), count: cases.length, open_count: openCount },
        text: cases.length === 0 ? (withClosed ? 'no cases' : 'no open cases') : tabulateCases(cases)
      }
    })
}

function presentCase(one: CaseRow): Record<string, unknown> {
  return {
    id: one.id,
    merchant_id: one.merchantId,
    is_live: one.isLive,
    kind: one.kind,
    batch_id: one.batchId,
    ordinal: one.ordinal,
    item_id: one.itemId,
    amount: formatAmount(one.amountSen),
    detail: one.detail,
    opened_at: one.openedAt,
    closed_at: one.closedAt,
    resolution: one.resolution
  }
}

function tabulateCases(cases: CaseRow[]): string {
  return formatTable(
    [
      { heading: 'CASE' },
      { heading: 'KIND' },
      { heading: 'ITEM' },
      { heading: 'BATCH' },
      { heading: 'AMOUNT', align: 'right' },
      { heading: 'MERCHANT' },
      { heading: 'OPENED' },
      { heading: 'CLOSED' }
    ],
    cases.map((one) => [
      one.id,
      one.kind,
      one.itemId,
      one.batchId,
      `${formatRupiah(one.amountSen)}${one.isLive ? '' : ' test'}`,
      one.merchantId,
      one.openedAt,
      one.closedAt === null ? 'open' : `${one.closedAt} ${one.resolution}`
    ])
  )
}
