import type { Topup } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Pays a top-up in test mode: see {@link Simulator.completeTopup}. */
export async function completeTopup(transport: Transport, id: string, options: CallOptions = {}): Promise<Topup> {
  const path = `/simulator/topups/${pathPart('id', id)}/complete`
  return sendRequest(
    transport,
    { method: 'POST', path, read: (body) => readData<Topup>(body, ['total_amount', 'status']) },
    options
  )
}
