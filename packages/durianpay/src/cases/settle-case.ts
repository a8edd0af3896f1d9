import type { Case, SettleCaseRequest } from '../generated/models.js'
import { makeRequestKey } from '../requests/make-request-key.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { KeyedCallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Settles a case: see {@link Cases.settle}. */
export async function settleCase(
  transport: Transport,
  id: string,
  settlement: SettleCaseRequest,
  options: KeyedCallOptions = {}
): Promise<Case> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: `/cases/${pathPart('id', id)}/settle`,
      body: settlement,
      requestKey: makeRequestKey(options),
      read: (body) => readData<Case>(body, ['id', 'status', 'amount'])
    },
    options
  )
}
