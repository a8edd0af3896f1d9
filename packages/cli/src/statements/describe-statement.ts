import type { DifferingLine, StatementPreview, StatementRow } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'

/** More than that a person looks up as cases. */
const SHOWN = 20

/** What a line is that is booked nowhere, said of it. */
export const STATE_WORDS: Record<DifferingLine['state'], string> = {
  missing_here: 'is no payment that is known here, nor the return of one',
  amount_differs: 'has another amount than its item',
  paid_twice: 'is a second payment of its item',
  contradicted: 'pays an item that was never sent, or that came back and is not known as paid here',
  return_unclear:
    'came in for an item that is not known as paid here, or not with this amount, or that came back already, or was paid twice'
}

/** What to do about a statement whose lines are kept and that was not reconciled: some of its payments were being sent, or the command ended. */
export const NOT_COMPARED = 'give its file to arus reconcile again'

/** A statement as commands print it in JSON. */
export function presentStatement(made: StatementRow): Record<string, unknown> {
  return {
    id: made.id,
    is_live: made.isLive,
    merchant_id: made.merchantId,
    rail: made.rail,
    account: made.account,
    file_name: made.fileName,
    period_from: made.periodFrom,
    period_to: made.periodTo,
    lines: made.lineCount,
    matched_lines: made.matchedLines,
    matched_amount: formatAmount(made.matchedAmountSen),
    seen_before_lines: made.seenBeforeLines,
    missing_here_lines: made.missingHereLines,
    amount_differs_lines: made.amountDiffersLines,
    paid_twice_lines: made.paidTwiceLines,
    contradicted_lines: made.contradictedLines,
    missing_there_items: made.missingThereItems,
    returned_lines: made.returnedLines,
    return_unclear_lines: made.returnUnclearLines,
    return_missing_here_lines: made.returnMissingHereLines,
    submitted_by: made.submittedBy,
    reconciled_at: made.reconciledAt
  }
}

/** Of what a statement tells, in a few words. */
export function nameAccount({ rail, account }: Pick<StatementRow, 'rail' | 'account'>): string {
  return `${rail ?? 'any rail'}${account === '' ? '' : `, account ${account}`}`
}

export function describeStatement(made: StatementRow): string {
  const name = `${made.id} (${nameAccount(made)})`
  if (made.reconciledAt === null) return `${name}: ${made.lineCount} payments, not compared yet: ${NOT_COMPARED}`
  const counts: [number, string][] = [
    [made.seenBeforeLines, 'lines that were on an earlier statement'],
    [made.missingHereLines, 'lines that are no payment known here (missing_here)'],
    [made.amountDiffersLines, 'lines with another amount than their item (amount_differs)'],
    [made.paidTwiceLines, 'lines that are the second payment of an item (paid_twice)'],
    [
      made.contradictedLines,
      'lines that pay an item never sent, or one that came back and is not known as paid here (contradiction)'
    ],
    [made.returnedLines, 'payments that came back (reversed_after_done)'],
    [made.returnUnclearLines, 'lines that came in for an item that can not simply have come back (contradiction)'],
    [made.returnMissingHereLines, 'lines that came in for an item not known here (missing_here)'],
    [made.missingThereItems, 'items that are done here and on no statement (missing_there)']
  ]
  const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${words}: ${count}`)
  const differs = counts.slice(1).some(([count]) => count > 0)
  return [
    `${name}: ${made.matchedLines} payments matched, ${formatRupiah(made.matchedAmountSen)}`,
    ...told,
    differs ? `see arus cases, and for each line arus statements show ${made.id}` : 'nothing differs'
  ].join('\n')
}

/** What reconciling would find, as commands print it in JSON. */
export function presentPreview(preview: StatementPreview): Record<string, unknown> {
  return {
    rail: preview.rail,
    account: preview.account,
    was_reconciled: preview.wasReconciled,
    matched_lines: preview.matchedLines,
    matched_amount: formatAmount(preview.matchedAmountSen),
    seen_before_lines: preview.seenBeforeLines,
    told_items: preview.toldItems,
    sending_items: preview.sendingItems,
    sending_until: preview.sendingUntil,
    returned_items: preview.returnedItems,
    differing_lines: preview.differingLines.map((line) => ({
      line: line.lineNumber,
      came_in: line.isReturn,
      state: line.state,
      reference: line.reference,
      amount: formatAmount(line.amountSen)
    })),
    missing_there: preview.missingThere.map(({ itemId, merchantId, amountSen }) => ({
      item_id: itemId,
      merchant_id: merchantId,
      amount: formatAmount(amountSen)
    }))
  }
}

export function describePreview(preview: StatementPreview): string {
  if (preview.wasReconciled) return 'This file was reconciled before: doing it again would change nothing.'
  const differing = [
    ...preview.differingLines.map(
      (line) =>
        `line ${line.lineNumber} (${line.reference || 'no reference'}, ${formatRupiah(line.amountSen)}) ${STATE_WORDS[line.state]}`
    ),
    ...preview.missingThere.map(
      ({ itemId, amountSen }) => `${itemId} (${formatRupiah(amountSen)}) is done here and on no statement`
    )
  ]
  const more = differing.length > SHOWN ? [`and ${differing.length - SHOWN} more`] : []
  return [
    `${nameAccount(preview)}: ${preview.matchedLines} payments would be matched, ${formatRupiah(preview.matchedAmountSen)}`,
    ...(preview.seenBeforeLines > 0 ? [`${preview.seenBeforeLines} lines were on an earlier statement`] : []),
    ...(preview.toldItems > 0 ? [`${preview.toldItems} items that are open or failed here would become done`] : []),
    ...(preview.sendingItems > 0
      ? [
          `${preview.sendingItems} of the payments are being sent at this moment: workers have them until ${preview.sendingUntil}, or for longer where their turn ` +
            'comes later, and the statement is not reconciled before they are through'
        ]
      : []),
    ...(preview.returnedItems > 0
      ? [`${preview.returnedItems} items that are done here came back, and would become failed`]
      : []),
    ...differing.slice(0, SHOWN),
    ...more,
    'nothing was changed'
  ].join('\n')
}
