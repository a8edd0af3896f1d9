import type { CreateWebhookEndpointRequest, WebhookEndpointWithSecret } from '../generated/models.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Adds a webhook endpoint: see {@link WebhookEndpoints.create}. */
export async function createWebhookEndpoint(
  transport: Transport,
  endpoint: CreateWebhookEndpointRequest,
  options: CallOptions = {}
): Promise<WebhookEndpointWithSecret> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: '/webhook_endpoints',
      body: endpoint,
      read: (body) => readData<WebhookEndpointWithSecret>(body, ['id', 'url', 'secret'])
    },
    options
  )
}
