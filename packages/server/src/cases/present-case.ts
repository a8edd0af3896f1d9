import { presentItemStatus } from '../items/present-item.js'
import { formatAmount } from '../money/format-amount.js'
import { allowedResolutions } from './allowed-resolutions.js'
import type { CaseRow } from './case.js'
import { CASE_REASONS } from './case-kinds.js'

/** A case as the API shows it. */
export function presentCase(one: CaseRow) {
  const isOpen = one.closedAt === null
  return {
    id: one.id,
    kind: one.kind,
    status: isOpen ? 'open' : 'settled',
    reason: CASE_REASONS[one.kind],
    disbursement_id: one.batchId,
    item_id: one.itemId,
    item_status: one.itemStatus === null ? null : presentItemStatus(one.itemStatus),
    amount: formatAmount(one.amountSen),
    is_live: one.isLive,
    detail: one.detail,
    opened_at: one.openedAt,
    age_seconds: one.ageSeconds,
    next_check_at: one.nextCheckAt,
    allowed_resolutions: isOpen ? allowedResolutions(one) : [],
    settlement: isOpen
      ? null
      : {
          // Of those that no person settled, an older server wrote the same in words.
          resolution: one.settledBy === null ? 'answered' : one.resolution,
          reference: one.reference,
          reason: one.reason,
          settled_by: one.settledBy ?? '',
          settled_with: one.settledWith,
          settled_at: one.closedAt
        }
  }
}
