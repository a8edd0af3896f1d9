import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { makeIdentifier } from '../identifiers/make-identifier.js'
import { SYSTEM_CLOCK } from '../time/clock.js'
import { answerClientError } from './answer-client-error.js'
import { answerError, answerErrors, refuseUnknownPath } from './answer-errors.js'
import { pathOf } from './answer-idempotently.js'
import { authenticate } from './authenticate.js'
import { closeKeptConnections } from './close-kept-connections.js'
import { createMetrics } from './create-metrics.js'
import { createRequestLimits } from './create-request-limits.js'
import { registerDocumentation } from './documentation-routes.js'
import { registerHealthRoutes } from './health-routes.js'
import { observeRequests } from './observe-requests.js'
import { readBody, SMALL_BODY_BYTES } from './read-body.js'
import { refuseOtherSites } from './refuse-other-sites.js'
import { requireRouteScopes, requireScopes } from './route-scopes.js'
import { setSecurityHeaders } from './security-headers.js'
import type { RegisterRoutes, ServerContext } from './server-context.js'

/** A caller gets this long to send a request, body and all. */
const REQUEST_TIMEOUT_MS = 120_000
/** Anything that fits into a URL: an identifier that is too long is just unknown. */
const MAX_PARAMETER_LENGTH = 16_384

/**
 * Makes the HTTP API as a value: it listens nowhere until told to.
 *
 * @param routes of each noun; they run under `/v1`, for authenticated callers only
 */
export function createApp(context: ServerContext, routes: readonly RegisterRoutes[]): FastifyInstance {
  const { trustedProxies } = context.configuration
  const app = Fastify({
    loggerInstance: context.log,
    // One line for each request is written where it's measured.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => makeIdentifier('request'),
    bodyLimit: SMALL_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PARAMETER_LENGTH },
    // Requests under way are finished; new ones on kept-alive connections are told to go.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    // With none to trust, what X-Forwarded-For says is never read.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError
  }) as unknown as FastifyInstance
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', readBody)
  app.decorateRequest('largeBody', undefined)
  app.decorateRequest('caller', null as never)
  answerErrors(app)
  closeKeptConnections(app)
  const limits = createRequestLimits(context.configuration, (context.clock ?? SYSTEM_CLOCK).elapsedMs)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id)
    setSecurityHeaders(request, reply)
    limits.admitAddress(request)
    refuseOtherSites(request)
    // Clients send JSON under all kinds of types, some of which no parser would be found for.
    request.raw.headers['content-type'] = 'application/json'
    // No identifier has a NUL character in it, and PostgreSQL can't even look for one.
    if (pathOf(request).includes('%00')) throw refuseUnknownPath(request)
  })
  const metrics = context.metrics ?? createMetrics(context.pool)
  observeRequests(app, metrics)
  registerHealthRoutes(app, context, metrics)
  registerDocumentation(app)
  app.register(
    async (api) => {
      requireRouteScopes(api)
      api.addHook('onRequest', async (request: FastifyRequest) => {
        await authenticate(context, limits, request)
        requireScopes(request)
      })
      for (const register of routes) register(api, context)
    },
    { prefix: '/v1' }
  )
  return app
}
