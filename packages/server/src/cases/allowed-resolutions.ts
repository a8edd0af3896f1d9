import type { ItemStatus } from '../items/item-states.js'
import type { CaseRow } from './case.js'
import type { CaseKind } from './case-kinds.js'

/** What a person can say of a case. */
export const CASE_RESOLUTIONS = ['paid', 'not_paid', 'came_back', 'acknowledged'] as const
export type CaseResolution = (typeof CASE_RESOLUTIONS)[number]

/** Where the item of a case stands, as far as it matters here. `waiting`: nothing of it is at the bank, it will be sent. */
type Standing = 'no_item' | 'never_sent' | 'waiting' | 'open' | 'done' | 'failed'

const STANDING_OF: Record<ItemStatus, Standing> = {
  need_validation: 'never_sent',
  valid: 'never_sent',
  invalid: 'never_sent',
  ready: 'waiting',
  sending: 'open',
  accepted: 'open',
  unknown: 'open',
  done: 'done',
  failed: 'failed'
}

const ONLY_ACKNOWLEDGED = {
  no_item: ['acknowledged'],
  never_sent: ['acknowledged'],
  waiting: ['acknowledged'],
  open: ['acknowledged'],
  done: ['acknowledged'],
  failed: ['acknowledged']
} as const satisfies Record<Standing, readonly CaseResolution[]>

/** An open item may be ended by the bank's word; a failed one may have been paid after all. */
const ABOUT_WHETHER_IT_WAS_PAID = {
  ...ONLY_ACKNOWLEDGED,
  waiting: ['paid', 'acknowledged'],
  open: ['paid', 'not_paid', 'acknowledged'],
  failed: ['paid', 'acknowledged']
} as const satisfies Record<Standing, readonly CaseResolution[]>

/** How a case can be settled, by what it is and by where its item stands. */
const ALLOWED: Record<CaseKind, Record<Standing, readonly CaseResolution[]>> = {
  // While the item is open nothing but the bank's word settles it: acknowledged, it would be nobody's again.
  unresolved: { ...ABOUT_WHETHER_IT_WAS_PAID, open: ['paid', 'not_paid'] },
  contradiction: ABOUT_WHETHER_IT_WAS_PAID,
  unrecordable: ABOUT_WHETHER_IT_WAS_PAID,
  paid_after_failed: ONLY_ACKNOWLEDGED,
  reversed_after_done: ONLY_ACKNOWLEDGED,
  missing_here: ONLY_ACKNOWLEDGED,
  missing_there: { ...ONLY_ACKNOWLEDGED, done: ['not_paid', 'acknowledged'] },
  amount_differs: ABOUT_WHETHER_IT_WAS_PAID,
  paid_twice: ONLY_ACKNOWLEDGED
}

/**
 * Says how an open case can be settled now.
 *
 * @param one.itemStatus of the item that it is about; null where it is about none
 * @param one.sendingUntil until when a worker may be sending the item: nobody can know at the bank before
 * @param one.secondCameBack statements have a second payment of the item, and one that came back: one of them is the case's own
 */
export function allowedResolutions({
  kind,
  itemStatus,
  sendingUntil,
  secondCameBack
}: Pick<CaseRow, 'kind' | 'itemStatus' | 'sendingUntil' | 'secondCameBack'>): readonly CaseResolution[] {
  if (sendingUntil !== null) return []
  const allowed = ALLOWED[kind][itemStatus === null ? 'no_item' : STANDING_OF[itemStatus]]
  return secondCameBack && itemStatus === 'done' ? ['came_back', ...allowed] : allowed
}
