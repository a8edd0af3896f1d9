import type { DisbursementDetails } from '../generated/models.js'
import { requireToken } from '../requests/require-token.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a batch by its key: see {@link Disbursements.getByKey}. */
export async function getBatchByKey(
  transport: Transport,
  idempotencyKey: string,
  options: CallOptions = {}
): Promise<DisbursementDetails> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: '/disbursements/status',
      isRead: true,
      body: { idempotency_key: requireToken('idempotencyKey', idempotencyKey) },
      read: (body) => readData<DisbursementDetails>(body, ['id', 'status', 'total_amount'])
    },
    options
  )
}
