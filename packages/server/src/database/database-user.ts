import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The user of the operating system that PostgreSQL's programs run as. */
export type DatabaseUser = { name: string; uid: number; gid: number }

/** The first of them that exists. `nobody` is on every system; a `postgres` says what it is for. */
const CANDIDATES = ['postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root, so root runs it as another user.
 *
 * @returns undefined when this process is not root: then PostgreSQL runs as the process's own user.
 */
export async function findDatabaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  for (const name of CANDIDATES) {
    const uid = await lookUp('-u', name)
    const gid = await lookUp('-g', name)
    if (uid && gid) return { name, uid, gid }
  }
  return undefined
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
