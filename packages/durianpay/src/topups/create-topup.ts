import type { CreateTopupRequest, TopupInstruction } from '../generated/models.js'
import { makeRequestKey } from '../requests/make-request-key.js'
import { sendRequest } from '../requests/send-request.js'
import type { KeyedCallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Asks where to transfer a top-up: see {@link Topups.create}. */
export async function createTopup(
  transport: Transport,
  topup: CreateTopupRequest,
  options: KeyedCallOptions = {}
): Promise<TopupInstruction> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: '/disbursements/topup',
      requestKey: makeRequestKey(options),
      body: topup,
      read: (body) => readData<TopupInstruction>(body, ['total_amount', 'status'])
    },
    options
  )
}
