import type { DisbursementStatus } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a batch's status: see {@link Disbursements.status}. */
export async function getBatchStatus(transport: Transport, id: string, options: CallOptions = {}): Promise<DisbursementStatus> {
  return sendRequest(
    transport,
    {
      method: 'GET',
      path: `/disbursements/${pathPart('id', id)}/status`,
      read: (body) => readData<DisbursementStatus>(body, ['status'])
    },
    options
  )
}
