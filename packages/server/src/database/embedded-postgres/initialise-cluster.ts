import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import { type PostgresPrograms, runProgram } from './run-program.js'
import { syncFolder } from './write-durably.js'

export const SUPERUSER = 'arus'

const STAGING_PREFIX = 'initialising-'

/**
 * Makes the folder of PostgreSQL's data. It is made under another name and renamed when it is whole, so a crash half-way
 * leaves only something to throw away. Call it under the data folder's lock.
 *
 * @param options.syncs whether it must survive a power cut; false saves a second where nothing of worth is kept.
 */
export async function initialiseCluster(options: {
  programs: PostgresPrograms
  dataFolder: string
  clusterFolder: string
  password: string
  syncs: boolean
}): Promise<void> {
  await removeLeftovers(options.dataFolder)
  const staging = await mkdtemp(join(options.dataFolder, STAGING_PREFIX))
  const passwordFile = join(staging, 'password')
  await writeFile(passwordFile, options.password, { mode: 0o600 })
  const { user } = options.programs
  if (user !== undefined) for (const path of [staging, passwordFile]) await chown(path, user.uid, user.gid)
  const made = join(staging, 'cluster')
  await runProgram(options.programs, 'initdb', [
    ...['-D', made, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', ...(options.syncs ? [] : ['--no-sync'])]
  ]).catch((error: Error) => {
    throw new EmbeddedPostgresError(`PostgreSQL could not make its data in ${options.dataFolder}: ${error.message}`, {
      cause: error
    })
  })
  await rename(made, options.clusterFolder)
  // Else a power cut could undo the rename alone, and take what was stored since with it.
  if (options.syncs) await syncFolder(options.dataFolder)
  await rm(staging, { recursive: true, force: true })
}

/**
 * @returns whether the folder holds data of the PostgreSQL that this code brings.
 * @throws EmbeddedPostgresError when it holds data of another major version.
 */
export async function isInitialised(clusterFolder: string, majorVersion: string): Promise<boolean> {
  const found = await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) return false
  if (found.trim() === majorVersion) return true
  throw new EmbeddedPostgresError(
    `the data in ${clusterFolder} were made by PostgreSQL ${found.trim()}, and this is PostgreSQL ${majorVersion}; move them over with pg_dump, or choose another data folder`
  )
}

/** An initdb whose starter was killed may be writing still; then the next start removes it. */
async function removeLeftovers(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith(STAGING_PREFIX)) await rm(join(dataFolder, name), { recursive: true, force: true }).catch(() => {})
  }
}
