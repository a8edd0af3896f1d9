import type { BatchStatus } from '@arus/durianpay'
import type { ExitKind } from '../command-line/exit-codes.js'

/** What each status means to a command that waits: `undefined` while the batch moves by itself. */
const EXIT_OF_STATUS: Record<BatchStatus, ExitKind | undefined> = {
  draft: undefined,
  // It needs a person now; or, under --force, a top-up.
  need_approval: 'ok',
  approved: undefined,
  rejected: 'negative',
  success: 'ok',
  partially_success: 'negative',
  failed: 'negative'
}

/** The exit of a command that ends with this batch: `ok` also while it is on its way. */
export function exitOfBatch(batch: { status: BatchStatus }): ExitKind {
  return EXIT_OF_STATUS[batch.status] ?? 'ok'
}

/** Whether the batch goes on by itself. */
export function isMoving({ status }: { status: BatchStatus }): boolean {
  return EXIT_OF_STATUS[status] === undefined
}
