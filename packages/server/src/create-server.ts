import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { registerAccountValidationRoutes } from './account-validations/account-validation-routes.js'
import { registerBankRoutes } from './banks/bank-routes.js'
import { registerBatchRoutes } from './batches/batch-routes.js'
import { registerCaseRoutes } from './cases/case-routes.js'
import type { Pool } from './database/create-pool.js'
import { registerEventRoutes } from './events/event-routes.js'
import { createApp } from './http/create-app.js'
import { createMetrics } from './http/create-metrics.js'
import type { RegisterRoutes, ServerContext } from './http/server-context.js'
import { startMetricsServer } from './http/start-metrics-server.js'
import { registerSimulatorRoutes } from './simulator/simulator-routes.js'
import { registerTopupRoutes } from './topups/topup-routes.js'
import { registerWebhookRoutes } from './webhooks/webhook-routes.js'
import { startServerWorker } from './workers/start-server-worker.js'

/** Fixed paths win over `:id`, whatever the order here. */
const ROUTES: readonly RegisterRoutes[] = [
  registerBatchRoutes,
  registerAccountValidationRoutes,
  registerBankRoutes,
  registerTopupRoutes,
  registerWebhookRoutes,
  registerEventRoutes,
  registerCaseRoutes,
  registerSimulatorRoutes
]

export type ServerOptions = ServerContext & {
  /** Serve the HTTP API. */
  runsApi: boolean
  /** Validate, pay, ask, deliver. */
  runsWorker: boolean
  /** The worker's own connections, so that payments never wait for callers. */
  workerPool: Pool
}

export type Server = {
  app: FastifyInstance
  /** Listens and works; resolves to where it listens, or undefined without the API. Calling it again changes nothing. */
  start(): Promise<{ url: string | undefined }>
  /** Answers and finishes what is under way, takes nothing new, and leaves nothing leased. Pools stay open: they are their owner's. */
  stop(): Promise<void>
}

/**
 * Makes the disbursement server as a value. What it runs on (database, keys, rails) is given; only `start` does anything.
 *
 * @example
 * const server = createServer({ configuration, log, pool, workerPool: pool, databaseUrl, masterKey, rails, liveModeFault, runsApi: true, runsWorker: true })
 * const { url } = await server.start()
 */
export function createServer(options: ServerOptions): Server {
  const { configuration, runsApi, runsWorker, log } = options
  const metrics = options.metrics ?? createMetrics(options.pool)
  const context = { ...options, metrics }
  const app = createApp(context, ROUTES)
  let worker: { stop(): Promise<void> } | undefined
  let metricsServer: { stop(): Promise<void> } | undefined
  let started: Promise<{ url: string | undefined }> | undefined
  let stopped: Promise<void> | undefined

  async function start(): Promise<{ url: string | undefined }> {
    if (runsWorker) worker = startServerWorker(context)
    if (configuration.metricsPort !== undefined) {
      const started = await startMetricsServer(context, metrics, { host: configuration.host, port: configuration.metricsPort })
      log.info({ url: started.url }, 'health and metrics are served')
      metricsServer = started
    }
    if (!runsApi) return { url: undefined }
    await app.listen({ host: configuration.host, port: configuration.port })
    return { url: urlOf(app.server.address() as AddressInfo) }
  }

  async function stop(): Promise<void> {
    // A start under way is waited for, however it ends: what it opened must be closed.
    await started?.catch(() => {})
    await app.close()
    await worker?.stop()
    await metricsServer?.stop()
  }

  return {
    app,
    start() {
      started ??= start()
      return started
    },
    stop() {
      stopped ??= stop()
      return stopped
    }
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
