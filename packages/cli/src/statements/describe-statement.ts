import type { DifferingLine, StatementPreview, StatementRow } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'

/** More than that a person looks up as cases. */
const SHOWN = 20

const WORDS: Record<DifferingLine['state'], string> = {
  missing_here: 'is no payment that is known here',
  amount_differs: 'has another amount than its item',
  paid_twice: 'is a second payment of its item',
  contradicted: 'pays an item that was never sent, or that came back and is not known as paid here',
  return_unclear: 'came in for an item that is not known as paid here, or not with this amount, or that came back already'
}

/** A reconciled statement as commands print it in JSON. */
export function presentStatement(made: StatementRow): Record<string, unknown> {
  return {
    id: made.id,
    is_live: made.isLive,
    merchant_id: made.merchantId,
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
    submitted_by: made.submittedBy,
    reconciled_at: made.reconciledAt
  }
}

export function describeStatement(made: StatementRow): string {
  const counts: [number, string][] = [
    [made.seenBeforeLines, 'lines were on an earlier statement'],
    [made.missingHereLines, 'lines are no payment that is known here (missing_here)'],
    [made.amountDiffersLines, 'lines have another amount than their items (amount_differs)'],
    [made.paidTwiceLines, 'lines are second payments of their items (paid_twice)'],
    [made.contradictedLines, 'lines pay items that were never sent, or came back and are not known as paid here (contradiction)'],
    [made.returnedLines, 'payments came back (reversed_after_done)'],
    [made.returnUnclearLines, 'lines came in for items that can not simply have come back (contradiction)'],
    [made.missingThereItems, 'items are done here and on no statement (missing_there)']
  ]
  const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  const differs = counts.slice(1).some(([count]) => count > 0)
  return [
    `${made.id}: ${made.matchedLines} payments matched, ${formatRupiah(made.matchedAmountSen)}`,
    ...told,
    differs ? 'see arus cases' : 'nothing differs'
  ].join('\n')
}

/** What reconciling would find, as commands print it in JSON. */
export function presentPreview(preview: StatementPreview): Record<string, unknown> {
  return {
    was_reconciled: preview.wasReconciled,
    matched_lines: preview.matchedLines,
    matched_amount: formatAmount(preview.matchedAmountSen),
    seen_before_lines: preview.seenBeforeLines,
    told_items: preview.toldItems,
    returned_items: preview.returnedItems,
    differing_lines: preview.differingLines.map((line) => ({
      line: line.lineNumber,
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
        `line ${line.lineNumber} (${line.reference || 'no reference'}, ${formatRupiah(line.amountSen)}) ${WORDS[line.state]}`
    ),
    ...preview.missingThere.map(
      ({ itemId, amountSen }) => `${itemId} (${formatRupiah(amountSen)}) is done here and on no statement`
    )
  ]
  const more = differing.length > SHOWN ? [`and ${differing.length - SHOWN} more`] : []
  return [
    `${preview.matchedLines} payments would be matched, ${formatRupiah(preview.matchedAmountSen)}`,
    ...(preview.seenBeforeLines > 0 ? [`${preview.seenBeforeLines} lines were on an earlier statement`] : []),
    ...(preview.toldItems > 0 ? [`${preview.toldItems} items that are open or failed here would become done`] : []),
    ...(preview.returnedItems > 0
      ? [`${preview.returnedItems} items that are done here came back, and would become failed`]
      : []),
    ...differing.slice(0, SHOWN),
    ...more,
    'nothing was changed'
  ].join('\n')
}
