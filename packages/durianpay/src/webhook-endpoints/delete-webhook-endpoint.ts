import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readDeleted } from '../shapes/read-data.js'

/** Removes a webhook endpoint: see {@link WebhookEndpoints.delete}. */
export async function deleteWebhookEndpoint(transport: Transport, id: string, options: CallOptions = {}): Promise<void> {
  const path = `/webhook_endpoints/${pathPart('id', id)}`
  await sendRequest(transport, { method: 'DELETE', path, read: readDeleted }, options)
}
