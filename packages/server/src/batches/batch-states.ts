/**
 * ```
 * validating ─► need_approval ─► approved ─► success | partially_success | failed
 *     │              └─────────► rejected
 *     └─► rejected, deleted      deleted (from need_approval too)
 * ```
 */
const BATCH_MOVES = {
  validating: ['need_approval', 'rejected', 'deleted'],
  need_approval: ['approved', 'rejected', 'deleted'],
  approved: ['success', 'partially_success', 'failed'],
  rejected: [],
  deleted: [],
  success: [],
  partially_success: [],
  failed: []
} as const satisfies Record<string, readonly string[]>

export type BatchStatus = keyof typeof BATCH_MOVES

export const FINAL_BATCH_STATUSES = ['success', 'partially_success', 'failed'] as const satisfies BatchStatus[]

/** Says whether all of a batch's items have their end. */
export function isFinalBatchStatus(status: BatchStatus): status is (typeof FINAL_BATCH_STATUSES)[number] {
  return (FINAL_BATCH_STATUSES as readonly BatchStatus[]).includes(status)
}

export function isAllowedBatchMove(from: BatchStatus, to: BatchStatus): boolean {
  return (BATCH_MOVES[from] as readonly BatchStatus[]).includes(to)
}

/** The end of a batch, from what became of its items. Items dropped as invalid count as failed. */
export function finalBatchStatus(doneItems: number, itemCount: number): (typeof FINAL_BATCH_STATUSES)[number] {
  if (doneItems === 0) return 'failed'
  return doneItems === itemCount ? 'success' : 'partially_success'
}
