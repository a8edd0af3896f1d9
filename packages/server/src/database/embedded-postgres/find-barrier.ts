import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { DatabaseUser } from './find-database-user.js'

/**
 * Says which folder on the way to `path` (and `path` itself) the user can't enter, going by owner, group and mode;
 * access lists are not looked at. What doesn't exist yet hinders nobody.
 */
export async function findBarrier(path: string, user: DatabaseUser): Promise<string | undefined> {
  const above = dirname(resolve(path))
  if (above !== resolve(path)) {
    const barrier = await findBarrier(above, user)
    if (barrier !== undefined) return barrier
  }
  return (await canEnter(path, user)) ? undefined : resolve(path)
}

async function canEnter(folder: string, user: DatabaseUser): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined)
  if (found === undefined) return true
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0
  return (found.mode & 0o001) !== 0
}
