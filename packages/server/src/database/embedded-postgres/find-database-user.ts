import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'

/** A user of the operating system that PostgreSQL's programs run as. */
export type DatabaseUser = { name: string; uid: number; gid: number }

/** The first of them that exists. `nobody` is on every system; a `postgres` says what it is for. */
const CANDIDATES = ['postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root, so root runs it as another user.
 *
 * @param uid of this process; undefined on Windows.
 * @returns undefined when this process is not root: then PostgreSQL runs as the process's own user.
 * @throws EmbeddedPostgresError when root finds no such user.
 */
export async function findDatabaseUser(uid: number | undefined): Promise<DatabaseUser | undefined> {
  if (uid !== 0) return undefined
  for (const name of CANDIDATES) {
    const [userId, groupId] = await Promise.all([lookUp('-u', name), lookUp('-g', name)])
    if (userId && groupId) return { name, uid: userId, gid: groupId }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and this system has no user ${CANDIDATES.join(' or ')}; start Arus as another user`
  )
}

/** Asks `id`, which knows every source of users that the system has, where /etc/passwd is only one. */
async function lookUp(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)('id', [flag, name])
    return /^\d+\n$/.test(stdout) ? Number(stdout) : undefined
  } catch {
    return undefined
  }
}
