import type { WebhookEndpoint } from '../generated/models.js'
import type { ListOptions, Pages } from '../pages/page.js'
import { pageQuery } from '../pages/page-query.js'
import { paginate } from '../pages/paginate.js'
import { readPage } from '../pages/read-page.js'
import { sendRequest } from '../requests/send-request.js'
import type { Transport } from '../requests/transport.js'

/** Lists webhook endpoints: see {@link WebhookEndpoints.list}. */
export function listWebhookEndpoints(transport: Transport, options: ListOptions = {}): Pages<WebhookEndpoint> {
  return paginate(
    (query) =>
      sendRequest(
        transport,
        {
          method: 'GET',
          path: '/webhook_endpoints',
          query: pageQuery(query),
          read: (body) => readPage<WebhookEndpoint>(body, 'webhook_endpoints')
        },
        options
      ),
    { pageSize: options.pageSize ?? 100, isCountTotal: true }
  )
}
