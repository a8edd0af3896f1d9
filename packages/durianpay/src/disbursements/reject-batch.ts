import type { DisbursementSummary } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Rejects a batch: see {@link Disbursements.reject}. */
export async function rejectBatch(
  transport: Transport,
  id: string,
  reason: string,
  options: CallOptions = {}
): Promise<DisbursementSummary> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: `/disbursements/${pathPart('id', id)}/reject`,
      body: { reason },
      read: (body) => readData<DisbursementSummary>(body, ['id', 'status'])
    },
    options
  )
}
