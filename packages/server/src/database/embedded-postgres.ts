import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError, explainFileError } from './embedded-postgres/embedded-postgres-error.js'
import { ensureDatabase } from './embedded-postgres/ensure-database.js'
import { initialiseCluster, isInitialised, SUPERUSER } from './embedded-postgres/initialise-cluster.js'
import { type DataFolder, openDataFolder } from './embedded-postgres/open-data-folder.js'
import { findPostmaster, stopPostmaster, waitUntilGone } from './embedded-postgres/postmaster.js'
import { findInstalledPrograms, preparePrograms } from './embedded-postgres/prepare-programs.js'
import { readServerFile, type ServerFile, writeServerFile } from './embedded-postgres/server-file.js'
import { hasLiveUser, registerUser } from './embedded-postgres/server-users.js'
import { startPostmaster } from './embedded-postgres/start-postmaster.js'
import { withFolderLock } from './embedded-postgres/with-folder-lock.js'

export type EmbeddedPostgresOptions = {
  /** Where everything is kept; made where it doesn't exist. See `defaultDataFolder`. */
  dataFolder: string
  /** Is told in one line where the data are, and what takes long. */
  log: (message: string) => void
  /** Settings of PostgreSQL, for when this call is the one that starts it. */
  settings?: Record<string, string | number>
  /** For data that nobody will miss: a power cut may spoil what a first start made. */
  isDisposable?: boolean
  /** PostgreSQL's programs; what npm installed for this platform unless said. */
  installedFolder?: string
}

export type EmbeddedPostgres = {
  /** With the password; only to be connected with, never shown. */
  databaseUrl: string
  /** The data folder, absolute. */
  dataFolder: string
  /** Gives up this use of the server, which stops when nobody else uses it. May be called twice. */
  stop(): Promise<void>
}

const DATABASE = 'arus'
const READY_TIMEOUT_MS = 240_000

/**
 * Gives a PostgreSQL that needs no installation: finds the one that runs on this data folder, or starts it, and counts
 * this process among its users. It survives its starter, and stops when its last user stops it; users that crashed don't
 * count. It listens on the loopback interface only, on a port that it keeps from start to start while it can.
 *
 * @throws EmbeddedPostgresError with what to do, when it can't run here.
 *
 * @example
 * const server = await startEmbeddedPostgres({ dataFolder: '/home/sari/.arus', log: console.error })
 * const pool = createPool({ databaseUrl: server.databaseUrl, … })
 * await pool.end()
 * await server.stop()
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const dataFolder = await openDataFolder(options.dataFolder)
    return await withFolderLock(dataFolder.path, () => useServer(dataFolder, options))
  } catch (error) {
    throw explainFileError(error)
  }
}

/** Stops a server whose users have all crashed; one that is in use goes on. */
export async function stopAbandonedPostgres(dataFolder: string): Promise<void> {
  const { path, clusterFolder } = await openDataFolder(dataFolder)
  await withFolderLock(path, () => stopUnlessUsed(path, clusterFolder))
}

async function useServer(dataFolder: DataFolder, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const userFile = await registerUser(dataFolder.path)
  const leave = async () => {
    await rm(userFile, { force: true })
    await stopUnlessUsed(dataFolder.path, dataFolder.clusterFolder)
  }
  try {
    const serverFile = await readServerFile(dataFolder.path)
    const port = (await findRunning(dataFolder, options)) ?? (await start(dataFolder, serverFile, options))
    const databaseUrl = `postgres://${SUPERUSER}:${serverFile.password}@127.0.0.1:${port}/${DATABASE}`
    await ensureDatabase(databaseUrl)
    let stopped: Promise<void> | undefined
    const stop = () => (stopped ??= withFolderLock(dataFolder.path, leave))
    return { databaseUrl, dataFolder: dataFolder.path, stop }
  } catch (error) {
    // The fault that led here is the one to report.
    await leave().catch(() => {})
    throw error
  }
}

async function stopUnlessUsed(path: string, clusterFolder: string): Promise<void> {
  if (await hasLiveUser(path)) return
  const postmaster = await findPostmaster(clusterFolder)
  if (postmaster !== undefined) await stopPostmaster(postmaster, clusterFolder)
}

/** @returns the port of the server that runs already, once it is ready; undefined when none runs. */
async function findRunning({ path, clusterFolder }: DataFolder, { log }: EmbeddedPostgresOptions): Promise<number | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  for (;;) {
    const postmaster = await findPostmaster(clusterFolder)
    if (postmaster === undefined) return undefined
    if (postmaster.status === 'stopping') await waitUntilGone(postmaster, clusterFolder)
    if (postmaster.status === 'ready' && postmaster.port !== undefined) {
      log(`PostgreSQL runs already; its data are in ${path}`)
      return postmaster.port
    }
    if (Date.now() > deadline) throw new EmbeddedPostgresError(`PostgreSQL (process ${postmaster.pid}) does not get ready`)
    await delay(10)
  }
}

async function start(dataFolder: DataFolder, serverFile: ServerFile, options: EmbeddedPostgresOptions): Promise<number> {
  const { path, clusterFolder, user } = dataFolder
  options.log(`starting PostgreSQL; its data are in ${path}`)
  const installedFolder = options.installedFolder ?? findInstalledPrograms()
  const programs = await preparePrograms({ user, installedFolder, copiesFolder: join(path, 'programs'), log: options.log })
  if (!(await isInitialised(clusterFolder, programs.majorVersion))) {
    const syncs = options.isDisposable !== true
    await initialiseCluster({ programs, dataFolder: path, clusterFolder, password: serverFile.password, syncs })
  }
  const settings = options.settings ?? {}
  const port = await startPostmaster({
    programs,
    clusterFolder,
    logFile: join(path, 'postgres.log'),
    port: serverFile.port,
    settings
  })
  if (port !== serverFile.port) await writeServerFile(path, { ...serverFile, port })
  return port
}
