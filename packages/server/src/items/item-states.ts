/**
 * ```
 * need_validation ─► valid | invalid
 * valid, need_validation (validation skipped) ─► sending, or ready ─► sending ─► done | failed | accepted | unknown
 * accepted, unknown ─► (asked about) ─► done | failed | ready
 * ```
 * `sending ─► ready` is only for the attempt's owner, about a call that the rail surely did not take. `ready ─► done,
 * accepted, unknown` is an earlier attempt answering late: the item must not be sent again. `done ─► failed` and back are
 * recorded corrections. `need_validation, valid ─► unknown` is a release in which the item may have been paid already, in a
 * history that a restored database knows nothing of.
 */
const ITEM_MOVES = {
  need_validation: ['valid', 'invalid', 'ready', 'sending', 'unknown'],
  valid: ['ready', 'sending', 'unknown'],
  invalid: [],
  ready: ['sending', 'done', 'accepted', 'unknown'],
  sending: ['done', 'failed', 'accepted', 'unknown', 'ready'],
  accepted: ['done', 'failed', 'unknown'],
  unknown: ['done', 'failed', 'accepted', 'ready'],
  done: ['failed'],
  failed: ['done']
} as const satisfies Record<string, readonly string[]>

export type ItemStatus = keyof typeof ITEM_MOVES

export function isAllowedItemMove(from: ItemStatus, to: ItemStatus): boolean {
  return (ITEM_MOVES[from] as readonly ItemStatus[]).includes(to)
}
