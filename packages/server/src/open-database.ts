import { homedir } from 'node:os'
import { findLiveModeFault } from './configuration/find-live-mode-fault.js'
import type { Configuration } from './configuration/parse-configuration.js'
import { createPool } from './database/create-pool.js'
import { defaultDataFolder } from './database/embedded-postgres/default-data-folder.js'
import { startEmbeddedPostgres } from './database/embedded-postgres.js'
import { migrate } from './database/migrate.js'
import { createLog, type Log } from './http/create-log.js'
import { openRails } from './rails/open-rails.js'
import { checkMasterKey } from './secrets/check-master-key.js'
import { loadMasterKey } from './secrets/load-master-key.js'

export type OpenDatabaseOptions = {
  configuration: Configuration
  /** Told what takes long at the start (a database that is being made), in a line for people. */
  tell?: (message: string) => void
  log?: Log
}

/** What a command needs that works on the database without serving anything (`arus merchants create`, say). */
export async function openDatabase(options: OpenDatabaseOptions, onClose: (close: () => Promise<unknown>) => void) {
  const { configuration, tell = () => {} } = options
  const log = options.log ?? createLog(configuration.logLevel)
  const dataFolder = configuration.dataFolder ?? (await defaultDataFolder({ home: homedir(), uid: process.getuid?.() }))
  let { databaseUrl } = configuration
  if (databaseUrl === undefined) {
    const postgres = await startEmbeddedPostgres({ dataFolder, log: tell })
    onClose(() => postgres.stop())
    databaseUrl = postgres.databaseUrl
  }
  const openPool = (applicationName: string, maxConnections: number) => {
    const onError = (error: Error) => log.warn({ err: error }, 'an idle database connection was lost')
    const { maxSilenceMs } = configuration
    const pool = createPool({ databaseUrl: databaseUrl!, applicationName, maxConnections, maxSilenceMs, onError })
    onClose(() => pool.end())
    return pool
  }
  const pool = openPool('arus api', configuration.apiConnections)
  const workerPool = openPool('arus worker', configuration.workerConnections)
  const rails = openRails(configuration, workerPool, onClose)
  await migrate(pool)
  const { masterKey: sealingKey, secondMasterKey } = configuration
  const { key: masterKey, isKept } = await loadMasterKey(sealingKey, dataFolder, secondMasterKey)
  await checkMasterKey(pool, masterKey)
  const liveModeFault = await findLiveModeFault(pool, isKept)
  return { configuration, log, dataFolder, databaseUrl, pool, workerPool, masterKey, liveModeFault, rails }
}
