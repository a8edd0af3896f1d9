import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findDatabaseUser } from '../database/embedded-postgres/find-database-user.js'
import { findInstalledPrograms, preparePrograms } from '../database/embedded-postgres/prepare-programs.js'
import { startEmbeddedPostgres } from '../database/embedded-postgres.js'
import { findFastFolder } from './find-fast-folder.js'
import { removeServerFolder, SERVER_FOLDER_PREFIX } from './remove-abandoned-servers.js'

/** Tests keep nothing, so nothing needs to survive a power cut. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '256MB' }

export type TestPostgres = {
  databaseUrl: string
  /** Where its data are, while it is stopped too. */
  dataFolder: string
  /** Stops PostgreSQL and leaves the data, to be copied, changed, and started again. */
  pause(): Promise<void>
  /** Starts it again, with further settings. The URL may be another. */
  resume(settings?: Record<string, string | number>): Promise<string>
  /** Stops it and removes everything. */
  stop(): Promise<void>
}

/** Starts a PostgreSQL of the tests' own, in a folder that goes with it. */
export async function startTestPostgres(settings: Record<string, string | number> = {}): Promise<TestPostgres> {
  const name = `${SERVER_FOLDER_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`
  const dataFolder = join(await findFastFolder(), name)
  const copiesFolder = join(tmpdir(), `${name}-programs`)
  const log = () => {}
  const user = await findDatabaseUser(process.getuid?.())
  // Prepared here and not in the data folder, which may be in memory: programs often may not run from there.
  const programs = await preparePrograms({ user, installedFolder: findInstalledPrograms(), copiesFolder, log })
  const start = (further: Record<string, string | number> = {}) =>
    startEmbeddedPostgres({
      dataFolder,
      log,
      settings: { ...SETTINGS, ...settings, ...further },
      isDisposable: true,
      installedFolder: programs.folder
    })
  let server = await start()
  return {
    databaseUrl: server.databaseUrl,
    dataFolder,
    pause: () => server.stop(),
    async resume(further) {
      server = await start(further)
      return server.databaseUrl
    },
    async stop() {
      await server.stop()
      await removeServerFolder(dataFolder)
      await removeServerFolder(copiesFolder)
    }
  }
}
