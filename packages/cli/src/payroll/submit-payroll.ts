import { isDurianpayError, type SubmitDisbursementRequest } from '@arus/durianpay'
import type { ShownBatch } from '../batches/describe-batch.js'
import { CommandError } from '../command-line/command-result.js'
import type { Connection } from '../merchant/connect-merchant.js'

export type Submission = {
  request: SubmitDisbursementRequest
  batchKey: string
  forceDisburse: boolean
  skipValidation: boolean
}

/** What came of it. `isExisting`: the key had been used before, so this is the batch of that time, and nothing was sent anew. */
export type SubmittedPayroll = { isExisting: boolean; batch: ShownBatch }

/** Large files take the server a while. */
const SUBMIT_TIMEOUT_MS = 120_000

/**
 * Submits a payroll under its key. When the server says that it has a batch of this key already, shows that one: the
 * server's refusal decides, not a look beforehand, so two people who submit at the same time make one batch.
 *
 * @throws CommandError (refused) when the key's batch was deleted; else the client's errors
 */
export async function submitPayroll(
  { client }: Connection,
  submission: Submission,
  signal: AbortSignal
): Promise<SubmittedPayroll> {
  const { request, batchKey, forceDisburse, skipValidation } = submission
  try {
    const options = { idempotencyKey: batchKey, forceDisburse, skipValidation, signal, timeoutMs: SUBMIT_TIMEOUT_MS }
    return { isExisting: false, batch: await client.disbursements.submit(request, options) }
  } catch (error) {
    if (!isKeyUsed(error)) throw error
  }
  try {
    return { isExisting: true, batch: await client.disbursements.getByKey(batchKey, { signal }) }
  } catch (error) {
    if (!(isDurianpayError(error) && error.kind === 'not_found')) throw error
    const message =
      'this file was submitted before, and its batch was deleted: a key is never used twice. To pay it all the same, add --again "why"'
    throw new CommandError('refused', message, { batch_key: batchKey })
  }
}

function isKeyUsed(error: unknown): boolean {
  return (
    isDurianpayError(error) &&
    error.kind === 'forbidden' &&
    error.errorCode === 'DISBURSEMENT_ALREADY_EXIST_WITH_GIVEN_IDEMPOTENCY_KEY'
  )
}
