import type { FastifyInstance } from 'fastify'
import type { Configuration } from '../configuration/parse-configuration.js'
import type { Pool } from '../database/create-pool.js'
import type { Rail } from '../rails/rail.js'
import type { MasterKey } from '../secrets/master-key.js'
import type { Clock } from '../time/clock.js'
import type { Log } from './create-log.js'
import type { Metrics } from './create-metrics.js'

/** What routes and workers are given: everything that outlives one request. */
export type ServerContext = {
  pool: Pool
  /** Of the same database, for what opens connections of its own. */
  databaseUrl: string
  configuration: Configuration
  log: Log
  /** Seals secrets and finds API keys. */
  masterKey: MasterKey
  /** The rails of this server. New batches take the first of their mode; others are there for batches that began on them. */
  rails: readonly Rail[]
  /** The time that requests are counted by; the machine's own when left out. */
  clock?: Clock
  /** The numbers of this process; the API makes its own when left out. */
  metrics?: Metrics
  /** Set while live mode must not be used (a master key kept on disk, a database that may forget): says why. */
  liveModeFault: string | undefined
}

/**
 * What a noun's routes file exports: adds its routes to an app on which every request is authenticated already, with
 * paths that begin with a slash and leave out `/v1`. Handlers parse, call one verb, and answer.
 *
 * @example
 * export const registerBankRoutes: RegisterRoutes = (app, context) => {
 *   app.get('/disbursements/banks', async () => ({ data: listBanks() }))
 * }
 */
export type RegisterRoutes = (app: FastifyInstance, context: ServerContext) => void
