import { join } from 'node:path'
import { findBarrier } from './find-barrier.js'
import { findDatabaseUser } from './find-database-user.js'

const SYSTEM_DATA_FOLDER = '/var/lib/arus'

/**
 * Where data lives unless a folder is named: `.arus` in the user's home; for root `/var/lib/arus`, unless the user that
 * PostgreSQL then runs as can enter root's home.
 *
 * @param options.home the home of the user that this process runs as.
 * @param options.uid of this process (`process.getuid?.()`).
 * @throws EmbeddedPostgresError when root finds no user to run PostgreSQL as.
 */
export async function defaultDataFolder(options: { home: string; uid: number | undefined }): Promise<string> {
  const ofHome = join(options.home, '.arus')
  const user = await findDatabaseUser(options.uid)
  if (user === undefined || (await findBarrier(options.home, user)) === undefined) return ofHome
  return SYSTEM_DATA_FOLDER
}
