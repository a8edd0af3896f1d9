import type { DisbursementDetails } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a batch: see {@link Disbursements.get}. */
export async function getBatch(transport: Transport, id: string, options: CallOptions = {}): Promise<DisbursementDetails> {
  return sendRequest(
    transport,
    {
      method: 'GET',
      path: `/disbursements/${pathPart('id', id)}`,
      read: (body) => readData<DisbursementDetails>(body, ['id', 'status', 'total_amount'])
    },
    options
  )
}
