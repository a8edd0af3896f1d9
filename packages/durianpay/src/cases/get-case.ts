import type { Case } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Fetches a case: see {@link Cases.get}. */
export async function getCase(transport: Transport, id: string, options: CallOptions = {}): Promise<Case> {
  const path = `/cases/${pathPart('id', id)}`
  return sendRequest(
    transport,
    { method: 'GET', path, read: (body) => readData<Case>(body, ['id', 'status', 'amount']) },
    options
  )
}
