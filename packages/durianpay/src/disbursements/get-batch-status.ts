import type { DisbursementStatus } from '../generated/models.js'
import { requireToken } from '../requests/require-token.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a batch's status: see {@link Disbursements.status}. */
export async function getBatchStatus(transport: Transport, id: string, options: CallOptions = {}): Promise<DisbursementStatus> {
  return sendRequest(
    transport,
    {
      method: 'GET',
      path: `/disbursements/${encodeURIComponent(requireToken('id', id))}/status`,
      read: (body) => readData<DisbursementStatus>(body, ['status'])
    },
    options
  )
}
