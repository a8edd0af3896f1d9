import type { DisbursementSummary } from '../generated/models.js'
import { requireToken } from '../requests/require-token.js'
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
      path: `/disbursements/${encodeURIComponent(requireToken('id', id))}/reject`,
      body: { reason },
      read: (body) => readData<DisbursementSummary>(body, ['id', 'status'])
    },
    options
  )
}
