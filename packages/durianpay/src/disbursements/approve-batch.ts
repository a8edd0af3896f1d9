import type { DisbursementSummary } from '../generated/models.js'
import { makeRequestKey } from '../requests/make-request-key.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { KeyedCallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** How a batch is approved. */
export type ApproveOptions = KeyedCallOptions & {
  /** Pay the valid items although others are invalid. The server's default is false: such a batch is refused. */
  ignoreInvalid?: boolean | undefined
}

/** Approves a batch: see {@link Disbursements.approve}. */
export async function approveBatch(transport: Transport, id: string, options: ApproveOptions = {}): Promise<DisbursementSummary> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: `/disbursements/${pathPart('id', id)}/approve`,
      query: { ignore_invalid: options.ignoreInvalid },
      requestKey: makeRequestKey(options),
      read: (body) => readData<DisbursementSummary>(body, ['id', 'status'])
    },
    options
  )
}
