import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readDeleted } from '../shapes/read-data.js'

/** Deletes a batch: see {@link Disbursements.delete}. */
export async function deleteBatch(transport: Transport, id: string, options: CallOptions = {}): Promise<void> {
  const path = `/disbursements/${pathPart('id', id)}`
  await sendRequest(transport, { method: 'DELETE', path, read: readDeleted }, options)
}
