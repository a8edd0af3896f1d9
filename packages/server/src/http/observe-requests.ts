import type { FastifyInstance } from 'fastify'
import type { Metrics } from './create-metrics.js'
import { maskSecrets } from './mask-secrets.js'

/** Counts each answered request, and writes a line of the log about it. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, caller } = request
    const route = routeOptions.url ?? 'unknown'
    const { statusCode, elapsedTime: durationMs } = reply
    metrics.observeRequest({ method, route, statusCode, durationSeconds: durationMs / 1000 })
    const path = maskSecrets(request.url.split('?', 1)[0]!.slice(0, 300))
    const who = caller === null ? {} : { merchantId: caller.merchantId, isLive: caller.isLive, apiKeyId: caller.apiKeyId }
    request.log.info({ method, path, route, statusCode, durationMs: Math.round(durationMs * 10) / 10, ...who }, 'request')
  })
}
