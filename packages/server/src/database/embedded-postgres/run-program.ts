import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import type { DatabaseUser } from './find-database-user.js'

/** A folder with `bin`, `lib` and `share`, and who runs what is in it (undefined: this process's own user). */
export type PostgresPrograms = { folder: string; user: DatabaseUser | undefined }

/**
 * Runs one of PostgreSQL's programs to its end.
 *
 * @returns what it printed.
 * @throws an error with what it printed to its standard error.
 */
export async function runProgram(programs: PostgresPrograms, name: 'initdb' | 'postgres', args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(programFile(programs, name), args, spawnOptions(programs))).stdout
  } catch (error) {
    const { code, stderr, message } = error as { code?: string | number; stderr?: string; message: string }
    if (programs.user !== undefined && (code === 'EPERM' || code === 'EINVAL')) throw cannotSwitch(programs.user, error)
    throw new Error(stderr?.trim() || message, { cause: error })
  }
}

export function programFile(programs: PostgresPrograms, name: 'initdb' | 'postgres'): string {
  return join(programs.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** How to start them: as their user, from a folder that every user can enter, and with nothing of our environment. */
export function spawnOptions({ user }: PostgresPrograms) {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: '/', env, ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }) }
}

function cannotSwitch(user: DatabaseUser, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and this root may not start it as the user ${user.name}; start Arus as another user`,
    { cause }
  )
}
