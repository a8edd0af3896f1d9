import type { FastifyInstance } from 'fastify'
import type { Metrics } from './create-metrics.js'
import { hasAllMigrations } from './has-all-migrations.js'
import type { ServerContext } from './server-context.js'

/** What those who run the server ask: is it alive, can it take requests, how is it doing. No key is needed. */
export function registerHealthRoutes(app: FastifyInstance, context: ServerContext, metrics: Metrics): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })

  app.get('/healthz', async () => ({ status: 'ok' }))

  app.get('/readyz', async (_request, reply) => {
    const fault = isStopping ? 'stopping' : await findFault(context)
    return fault === undefined ? { status: 'ok' } : reply.code(503).send({ status: fault })
  })

  app.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

async function findFault({ pool, log }: ServerContext): Promise<string | undefined> {
  try {
    return (await hasAllMigrations(pool)) ? undefined : 'migrations are missing'
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer')
    return 'the database does not answer'
  }
}
