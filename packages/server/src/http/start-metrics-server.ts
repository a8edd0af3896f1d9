import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import type { Metrics } from './create-metrics.js'
import { registerHealthRoutes } from './health-routes.js'
import type { ServerContext } from './server-context.js'

/**
 * Serves `/healthz`, `/readyz` and `/metrics` of a process that has no API, such as a worker.
 *
 * @returns where it listens, and how to end it
 *
 * @example
 * const { url } = await startMetricsServer(context, metrics, { host: '127.0.0.1', port: 9464 })
 */
export async function startMetricsServer(
  context: ServerContext,
  metrics: Metrics,
  { host, port }: { host: string; port: number }
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = Fastify({ forceCloseConnections: true })
  registerHealthRoutes(app, context, metrics)
  await app.listen({ host, port })
  const { address, family, port: actualPort } = app.server.address() as AddressInfo
  return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`, stop: () => app.close() }
}
