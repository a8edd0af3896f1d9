import { ApiError } from '../errors/api-error.js'
import type { BatchRow } from './batch.js'
import type { BatchStatus } from './batch-states.js'

/** How each status reads in the sentence that says why something can't be done. */
const REASON: Record<BatchStatus, string> = {
  validating: 'it is still being validated',
  need_approval: 'it waits for approval',
  approved: 'it is already approved',
  rejected: 'it was rejected',
  deleted: 'it was deleted',
  success: 'it is already completed',
  partially_success: 'it is already completed',
  failed: 'it is already completed'
}

/** Says what can't be done to the batch now, and why. */
export function refuseStatus(batch: BatchRow, verb: 'approved' | 'rejected' | 'deleted'): never {
  throw new ApiError('INVALID_DISBURSEMENT_STATUS', { message: `the disbursement can't be ${verb}: ${REASON[batch.status]}` })
}
