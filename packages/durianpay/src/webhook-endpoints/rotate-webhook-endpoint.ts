import type { WebhookEndpointWithSecret } from '../generated/models.js'
import { pathPart } from '../requests/path-part.js'
import { sendRequest } from '../requests/send-request.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { readData } from '../shapes/read-data.js'

/** Changes a webhook endpoint's secret: see {@link WebhookEndpoints.rotate}. */
export async function rotateWebhookEndpoint(
  transport: Transport,
  id: string,
  options: CallOptions = {}
): Promise<WebhookEndpointWithSecret> {
  return sendRequest(
    transport,
    {
      method: 'POST',
      path: `/webhook_endpoints/${pathPart('id', id)}/rotate`,
      read: (body) => readData<WebhookEndpointWithSecret>(body, ['id', 'url', 'secret'])
    },
    options
  )
}
