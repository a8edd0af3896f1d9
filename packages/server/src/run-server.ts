import { join } from 'node:path'
import { createServer, type Server } from './create-server.js'
import type { Pool } from './database/create-pool.js'
import type { Log } from './http/create-log.js'
import { type OpenDatabaseOptions, openDatabase } from './open-database.js'
import { watchIdentity } from './quarantine/watch-identity.js'
import type { MasterKey } from './secrets/master-key.js'

export type RunServerOptions = OpenDatabaseOptions & {
  runsApi?: boolean
  runsWorker?: boolean
}

export type RunningServer = {
  /** Where the API listens; undefined when this process runs none. */
  url: string | undefined
  databaseUrl: string
  pool: Pool
  masterKey: MasterKey
  liveModeFault: string | undefined
  log: Log
  /** Undoes the start, last things first. May be called twice. */
  stop(): Promise<void>
}

/** In the data folder, beside the master key. */
const IDENTITY_FILE = 'database-identity.json'

/**
 * Starts a whole server from its configuration: the database (embedded, unless one is named) brought to the schema of
 * this code, keys, rails, API and worker. When a step fails, those before it are undone.
 *
 * @example
 * const server = await runServer({ configuration: parseConfiguration(process.env) })
 * process.once('SIGTERM', () => server.stop())
 */
export async function runServer(options: RunServerOptions): Promise<RunningServer> {
  const closers: (() => Promise<unknown>)[] = []
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= closeAll(closers))
  try {
    const database = await openDatabase(options, (close) => closers.push(close))
    const { runsApi = true, runsWorker = true } = options
    await watchDatabase(database, (close) => closers.push(close))
    const server: Server = createServer({ ...database, runsApi, runsWorker })
    closers.push(() => server.stop())
    const { url } = await server.start()
    const { databaseUrl, pool, masterKey, liveModeFault, log } = database
    return { url, databaseUrl, pool, masterKey, liveModeFault, log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Before anything is served: a database that was restored is quarantined, whichever process comes first. */
async function watchDatabase(
  { configuration, log, dataFolder, pool }: Awaited<ReturnType<typeof openDatabase>>,
  onClose: (close: () => Promise<unknown>) => void
): Promise<void> {
  const { databaseUrl, leaseMs } = configuration
  const watch = await watchIdentity({
    pool,
    log,
    leaseMs,
    identityFile: configuration.identityFile ?? join(dataFolder, IDENTITY_FILE),
    // Where the database is elsewhere, a host need not keep anything, unless it is told to.
    needsFile: configuration.identityFile !== undefined || databaseUrl === undefined
  })
  onClose(() => watch.stop())
}

/** One that fails doesn't keep the others open; the first fault is told in the end. */
async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = []
  for (const close of closers.reverse()) await close().catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
