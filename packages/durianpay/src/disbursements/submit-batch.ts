import { InvalidArgumentError } from '../errors.js'
import type { DisbursementSummary, SubmitDisbursementRequest } from '../generated/models.js'
import { makeRequestKey } from '../requests/make-request-key.js'
import { requireToken } from '../requests/require-token.js'
import { sendRequest } from '../requests/send-request.js'
import type { KeyedCallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** How a batch is submitted. */
export type SubmitOptions = KeyedCallOptions & {
  /**
   * The key of this batch, for ever. **Store it before the call**, with what you are about to pay: after a crash or a
   * time-out it is the only name that both sides know the batch by. A second batch with it is refused, so the same
   * payout is never made twice. Take one that follows from the payout (`payroll-2026-07`), not a random one.
   */
  idempotencyKey: string
  /** Pay as soon as the items are validated, without an approval. The server's default is false. */
  forceDisburse?: boolean | undefined
  /** Don't ask the bank about the accounts before paying. The server's default is false. */
  skipValidation?: boolean | undefined
}

/** Submits a batch: see {@link Disbursements.submit}. */
export async function submitBatch(
  transport: Transport,
  batch: SubmitDisbursementRequest,
  options: SubmitOptions
): Promise<DisbursementSummary> {
  if (options === undefined) throw new InvalidArgumentError('idempotencyKey', 'is required: store it before you call')
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: '/disbursements/submit',
      query: { force_disburse: options.forceDisburse, skip_validation: options.skipValidation },
      headers: { idempotency_key: requireToken('idempotencyKey', options.idempotencyKey) },
      requestKey: makeRequestKey(options),
      body: batch,
      read: (body) => readData<DisbursementSummary>(body, ['id', 'total_amount'])
    },
    options
  )
}
