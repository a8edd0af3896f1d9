import type { FastifyInstance } from 'fastify'
import { findClosedModes, readStandingQuarantines } from '../quarantine/read-quarantines.js'
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
    if (fault !== undefined) return reply.code(503).send({ status: fault })
    const quarantine = await readQuarantine(context)
    return quarantine === undefined ? { status: 'ok' } : { status: 'quarantined', quarantine }
  })

  app.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** It still answers, pays and approves; only new batches are refused. So it is ready, and says what is the matter. */
async function readQuarantine({ pool }: ServerContext): Promise<Record<string, unknown> | undefined> {
  const [quarantine] = await readStandingQuarantines(pool)
  if (quarantine === undefined) return undefined
  const { id, reason, openedAt } = quarantine
  return { id, reason, opened_at: openedAt, closed_modes: findClosedModes(quarantine) }
}

async function findFault({ pool, log }: ServerContext): Promise<string | undefined> {
  try {
    return (await hasAllMigrations(pool)) ? undefined : 'migrations are missing'
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer')
    return 'the database does not answer'
  }
}
