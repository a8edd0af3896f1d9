import type { CreateWebhookEndpointRequest, WebhookEndpoint, WebhookEndpointWithSecret } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { createWebhookEndpoint } from './create-webhook-endpoint.js'
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.js'
import { listWebhookEndpoints } from './list-webhook-endpoints.js'
import { rotateWebhookEndpoint } from './rotate-webhook-endpoint.js'

/** Where events are sent: `client.webhookEndpoints`. The calls that change something carry no key, and are not repeated blindly. */
export interface WebhookEndpoints {
  /**
   * Adds an endpoint. Store its `secret`, which is shown only here and on `rotate`: `verifyStandardWebhook` needs it.
   *
   * @example
   * const { secret } = await client.webhookEndpoints.create({ url: 'https://toko.example/webhook' })
   */
  create(endpoint: CreateWebhookEndpointRequest, options?: CallOptions): Promise<WebhookEndpointWithSecret>
  /** The endpoints, newest first, without their secrets. */
  list(options?: ListOptions): Pages<WebhookEndpoint>
  /** Changes an endpoint's secret. The old one signs too for 24 hours. */
  rotate(id: string, options?: CallOptions): Promise<WebhookEndpointWithSecret>
  /** Removes an endpoint. Repeated like {@link Disbursements.delete}. */
  delete(id: string, options?: CallOptions): Promise<void>
}

/** Binds the calls about webhook endpoints to a client. */
export function createWebhookEndpoints(transport: Transport): WebhookEndpoints {
  return {
    create: (endpoint, options) => createWebhookEndpoint(transport, endpoint, options),
    list: (options) => listWebhookEndpoints(transport, options),
    rotate: (id, options) => rotateWebhookEndpoint(transport, id, options),
    delete: (id, options) => deleteWebhookEndpoint(transport, id, options)
  }
}
