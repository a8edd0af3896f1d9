import type { BatchStatus, DisbursementDetails, DisbursementSummary, ItemCounts } from '@arus/durianpay'
import type { Surroundings } from '../command-line/surroundings.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import { formatBar } from '../output/format-bar.js'

const WORDS: Record<BatchStatus, string> = {
  draft: 'accounts are being validated',
  need_approval: 'waits for approval',
  approved: 'is being paid',
  rejected: 'rejected, nothing was paid',
  success: 'everyone was paid',
  partially_success: 'some were paid, others not',
  failed: 'nobody was paid'
}

/** A batch as submit and approve give it, or with more, as it is fetched alone. */
export type ShownBatch = DisbursementSummary & Partial<DisbursementDetails>

/**
 * Says a batch in a few lines: what it is, where it stands, and a bar of its items.
 *
 * @param note what there is to say beside the status
 */
export function describeBatch(batch: ShownBatch, { colors }: Pick<Surroundings, 'colors'>, note?: string): string {
  const reason = (batch.general_notes ?? '') === '' ? '' : ` (${batch.general_notes})`
  return [
    `${colors.bold(batch.id)}${batch.name === '' ? '' : `  ${batch.name}`}${batch.is_live === false ? colors.dim('  test mode') : ''}`,
    `  status  ${colors.bold(batch.status)}: ${WORDS[batch.status] ?? 'unknown to this version'}${reason}`,
    ...(note === undefined ? [] : [`          ${colors.yellow(note)}`]),
    `  total   ${formatRupiahOf(batch.total_amount)} to ${batch.total_disbursements} ${batch.total_disbursements === 1 ? 'account' : 'accounts'}`,
    ...(batch.fees !== undefined && batch.fees > 0 ? [`  fees    ${formatRupiah(BigInt(batch.fees) * 100n)}`] : []),
    ...(batch.item_counts === undefined
      ? []
      : [`  items   ${drawItems(batch.item_counts, colors, 40)}`, `          ${countItems(batch.item_counts)}`])
  ].join('\n')
}

/** One line for a batch that is under way. */
export function describeProgress(batch: DisbursementDetails, surroundings: Pick<Surroundings, 'colors' | 'columns'>): string {
  const counts = batch.item_counts
  if (counts === undefined) return `${batch.status}: ${WORDS[batch.status]}`
  const words = `  ${batch.status === 'draft' ? 'validating' : 'paying'}  ${countItems(counts)}`
  return drawItems(counts, surroundings.colors, Math.max(10, Math.min(40, surroundings.columns - words.length - 1))) + words
}

/** `10000.00`, as the server writes it, for people. */
export function formatRupiahOf(amount: string): string {
  const amountSen = parseAmount(amount)
  return amountSen === undefined ? amount : formatRupiah(amountSen)
}

function drawItems(counts: ItemCounts, colors: Surroundings['colors'], width: number): string {
  return formatBar(
    [
      { count: counts.done, glyph: '█', paint: colors.green },
      { count: counts.valid, glyph: '▓', paint: colors.cyan },
      { count: counts.processing, glyph: '▒', paint: colors.blue },
      { count: counts.need_validation, glyph: '░', paint: colors.gray },
      { count: counts.invalid, glyph: '×', paint: colors.yellow },
      { count: counts.failed, glyph: '✗', paint: colors.red }
    ],
    width
  )
}

function countItems(counts: ItemCounts): string {
  const parts: [string, number][] = [
    ['paid', counts.done],
    ['valid', counts.valid],
    ['processing', counts.processing],
    ['not yet validated', counts.need_validation],
    ['invalid', counts.invalid],
    ['failed', counts.failed]
  ]
  return parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')
}
