import type { CaseRow } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import { formatRupiah } from '../money/format-rupiah.js'
import { formatTable } from '../output/format-table.js'
import type { Operator } from './with-operator.js'

type Server = Operator['server']

/** A case as commands print it in JSON. */
export function presentCase(server: Server, one: CaseRow): Record<string, unknown> {
  return {
    id: one.id,
    merchant_id: one.merchantId,
    is_live: one.isLive,
    kind: one.kind,
    reason: server.CASE_REASONS[one.kind],
    batch_id: one.batchId,
    ordinal: one.ordinal,
    item_id: one.itemId,
    item_status: one.itemStatus,
    amount: formatAmount(one.amountSen),
    detail: one.detail,
    opened_at: one.openedAt,
    age_seconds: one.ageSeconds,
    next_check_at: one.nextCheckAt,
    allowed_resolutions: allowedOf(server, one),
    closed_at: one.closedAt,
    resolution: one.resolution,
    settlement_reference: one.reference,
    settlement_reason: one.reason,
    settled_by: one.settledBy,
    settled_with: one.settledWith
  }
}

/** How an open case can be settled now; nothing for one that is settled. */
export function allowedOf(server: Server, one: CaseRow): readonly string[] {
  return one.closedAt === null ? server.allowedResolutions(one) : []
}

/** The cases as a table, and below it what each kind in it means. */
export function tabulateCases(server: Server, cases: CaseRow[]): string {
  const table = formatTable(
    [
      { heading: 'CASE' },
      { heading: 'KIND' },
      { heading: 'AGE', align: 'right' },
      { heading: 'NEXT CHECK' },
      { heading: 'AMOUNT', align: 'right' },
      { heading: 'ITEM' },
      { heading: 'MERCHANT' },
      { heading: 'STATE' }
    ],
    cases.map((one) => [
      one.id,
      one.kind,
      formatAge(one.ageSeconds),
      one.nextCheckAt ?? 'none',
      `${formatRupiah(one.amountSen)}${one.isLive ? '' : ' test'}`,
      one.itemId ?? `line ${one.lineNumber} of ${one.statementId}`,
      one.merchantId ?? 'none',
      one.closedAt === null ? 'open' : `${one.closedAt} ${one.resolution}`
    ])
  )
  const kinds = [...new Set(cases.map((one) => one.kind))]
  return `${table}\n\n${kinds.map((kind) => `${kind}: ${server.CASE_REASONS[kind]}`).join('\n')}`
}

/** Days are what cases are counted in; nobody reads seconds. */
export function formatAge(seconds: number): string {
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`
}
