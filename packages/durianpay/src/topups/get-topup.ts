import type { Topup } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a top-up: see {@link Topups.get}. */
export async function getTopup(transport: Transport, id: string, options: CallOptions = {}): Promise<Topup> {
  const path = `/disbursements/topup/${pathPart('id', id)}`
  return sendRequest(
    transport,
    { method: 'GET', path, read: (body) => readData<Topup>(body, ['total_amount', 'status']) },
    options
  )
}
