import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import { findBarrier } from './find-barrier.js'
import { type DatabaseUser, findDatabaseUser } from './find-database-user.js'

export type DataFolder = {
  /** Absolute, without symbolic links, so that every process calls it the same. */
  path: string
  /** Below it: PostgreSQL's own data. */
  clusterFolder: string
  /** Who PostgreSQL runs as; undefined: this process's own user. */
  user: DatabaseUser | undefined
}

/**
 * Makes the data folder where there is none. Only its owner can list it; where root runs PostgreSQL as another user, that
 * user can pass through to what belongs to it.
 *
 * @throws EmbeddedPostgresError when the user that PostgreSQL runs as can't get there.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const candidate = await findDatabaseUser(process.getuid?.())
  if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined && candidate !== undefined) await chmod(folder, 0o711)
  const path = await realpath(folder)
  const clusterFolder = join(path, 'postgres')
  const user = candidate && (await keepOwner(clusterFolder, candidate))
  const barrier = user && (await findBarrier(path, user))
  if (barrier !== undefined) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root but as the user ${user?.name}, who can't enter ${barrier}; set ARUS_DATA_DIR to a folder elsewhere, such as /var/lib/arus`
    )
  }
  return { path, clusterFolder, user }
}

/** Data that are there stay with the user they were made for, though a better one may have come to the system since. */
async function keepOwner(clusterFolder: string, candidate: DatabaseUser): Promise<DatabaseUser> {
  const found = await stat(clusterFolder).catch(() => undefined)
  if (found === undefined || found.uid === candidate.uid || found.uid === 0) return candidate
  return { name: `with the number ${found.uid}`, uid: found.uid, gid: found.gid }
}
