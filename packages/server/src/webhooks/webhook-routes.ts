import type { FastifyRequest } from 'fastify'
import { readPage } from '../http/read-query.js'
import type { RegisterRoutes } from '../http/server-context.js'
import { createAddressGuard, resolveBySystem } from './address-guard.js'
import { createEndpoint } from './create-endpoint.js'
import { deleteEndpoint } from './delete-endpoint.js'
import { type EndpointActor, presentEndpoint } from './endpoint.js'
import { listEndpoints } from './list-endpoints.js'
import { rotateEndpointSecret } from './rotate-endpoint-secret.js'

/** Where a merchant's events are sent. */
export const registerWebhookRoutes: RegisterRoutes = (app, { pool, masterKey, configuration }) => {
  const guard = createAddressGuard({ allowedCidrs: configuration.webhookAllow, resolve: resolveBySystem })

  app.post('/webhook_endpoints', async (request) => {
    const { endpoint, secret } = await createEndpoint({ pool, masterKey, guard }, actorOf(request), request.body ?? {})
    return { data: presentEndpoint(endpoint, secret) }
  })

  app.get('/webhook_endpoints', async (request) => {
    const { endpoints, count } = await listEndpoints(pool, request.caller, readPage(request))
    return { data: { webhook_endpoints: endpoints.map((endpoint) => presentEndpoint(endpoint)), count } }
  })

  app.delete<{ Params: { id: string } }>('/webhook_endpoints/:id', async (request) => {
    await deleteEndpoint(pool, actorOf(request), request.params.id)
    return { data: 'Deleted Successfully' }
  })

  app.post<{ Params: { id: string } }>('/webhook_endpoints/:id/rotate', async (request) => {
    const { endpoint, secret } = await rotateEndpointSecret({ pool, masterKey }, actorOf(request), request.params.id)
    return { data: presentEndpoint(endpoint, secret) }
  })
}

function actorOf({ caller: { merchantId, isLive, apiKeyId } }: FastifyRequest): EndpointActor {
  return { merchantId, isLive, actor: apiKeyId }
}
