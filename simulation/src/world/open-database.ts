import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerModules } from './load-server.js'

/** Nothing of it is kept, so nothing needs to survive a power cut. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off', max_connections: 100 }

/** Gives the migrated database that the worlds are made in: the one that is named, or one of its own that goes with it. */
export async function openDatabase(
  server: ServerModules,
  databaseUrl: string | undefined
): Promise<{ databaseUrl: string; close(): Promise<void> }> {
  const opened = databaseUrl === undefined ? await startOwn(server) : { databaseUrl, close: async () => {} }
  const pool = server.createPool({
    databaseUrl: opened.databaseUrl,
    maxConnections: 1,
    applicationName: 'simulation',
    onError: () => {}
  })
  await server.migrate(pool)
  await pool.end()
  return opened
}

async function startOwn(server: ServerModules): Promise<{ databaseUrl: string; close(): Promise<void> }> {
  const dataFolder = join(await server.findFastFolder(), `arus-simulation-${process.pid}-${randomBytes(4).toString('hex')}`)
  const postgres = await server.startEmbeddedPostgres({ dataFolder, log: () => {}, settings: SETTINGS, isDisposable: true })
  return {
    databaseUrl: postgres.databaseUrl,
    async close() {
      await postgres.stop()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}
