import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { access, chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFastFolder } from '../testing/find-fast-folder.js'
import { until } from '../testing/until.js'
import { usePostgresInProcess } from '../testing/use-postgres-in-process.js'
import { findDatabaseUser } from './embedded-postgres/find-database-user.js'
import { findPostmaster } from './embedded-postgres/postmaster.js'
import { findInstalledPrograms, preparePrograms } from './embedded-postgres/prepare-programs.js'
import { type EmbeddedPostgres, startEmbeddedPostgres, stopAbandonedPostgres } from './embedded-postgres.js'

const fastFolder = await findFastFolder()

/** A data folder that was used once: a copy of it is there sooner than a new one. */
let used: string
/** Ready to run; prepared once for all tests. */
let installedFolder: string
let copiesFolder: string
let folder: string
let dataFolder: string
let opened: EmbeddedPostgres[]

beforeAll(async () => {
  const user = await findDatabaseUser(process.getuid?.())
  // In memory, where the data may be, programs often can't run.
  copiesFolder = join(tmpdir(), `arus-test-${randomBytes(6).toString('hex')}`)
  const prepared = await preparePrograms({ user, installedFolder: findInstalledPrograms(), copiesFolder, log: () => {} })
  installedFolder = prepared.folder
  used = makePath()
  const server = await startEmbeddedPostgres({ dataFolder: used, log: () => {}, isDisposable: true, installedFolder })
  await query(server.databaseUrl, 'CREATE TABLE cities (name text)')
  await server.stop()
})

afterAll(async () => {
  await rm(used, { recursive: true })
  await rm(copiesFolder, { recursive: true, force: true })
})

beforeEach(async () => {
  folder = makePath()
  await mkdir(folder)
  await chmod(folder, 0o755)
  dataFolder = join(folder, 'data')
  opened = []
})

afterEach(async () => {
  for (const server of opened) await server.stop()
  expect(await findPostmaster(join(dataFolder, 'postgres'))).toBeUndefined()
  await rm(folder, { recursive: true, maxRetries: 3 })
})

describe('startEmbeddedPostgres', () => {
  it('gives a database that keeps what it says it keeps, on loopback only and behind a password', async () => {
    await copyUsedFolder()
    const { databaseUrl } = await start()
    const settings = await query(
      databaseUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories', 'server_encoding') ORDER BY name`
    )
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      server_encoding: 'UTF8'
    })
    const url = new URL(databaseUrl)
    url.password = 'wrong'
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect((await stat(join(dataFolder, 'server.json'))).mode & 0o777).toBe(0o600)
  })

  it('is found by others, and stops when the last of them does, keeping data, password and port', async () => {
    await copyUsedFolder()
    const first = await start()
    const second = await start()
    const elsewhere = usePostgresInProcess({ dataFolder, installedFolder })
    expect(await elsewhere.databaseUrl).toBe(first.databaseUrl)
    expect(second.databaseUrl).toBe(first.databaseUrl)
    await query(first.databaseUrl, "INSERT INTO cities VALUES ('Medan')")

    await first.stop()
    await first.stop()
    await second.stop()
    expect(await query(first.databaseUrl, 'SELECT name FROM cities')).toEqual([{ name: 'Medan' }])
    await elsewhere.stop()
    await expect(query(first.databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')

    const again = await start()
    expect(again.databaseUrl).toBe(first.databaseUrl)
    expect(await query(again.databaseUrl, 'SELECT name FROM cities')).toEqual([{ name: 'Medan' }])
  })

  it('makes one server when several start at once on a new folder', async () => {
    const servers = await Promise.all([start(), start(), start(), start()])
    expect(new Set(servers.map((server) => server.databaseUrl)).size).toBe(1)
    await Promise.all(servers.map((server) => server.stop()))
    await expect(query(servers[0].databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('survives its starter, who no longer counts as a user after a crash', async () => {
    await copyUsedFolder()
    const crashing = usePostgresInProcess({ dataFolder, installedFolder })
    const databaseUrl = await crashing.databaseUrl
    await kill(crashing.child.pid!, crashing.child)
    expect(await query(databaseUrl, 'SELECT name FROM cities')).toEqual([])
    const server = await start()
    expect(server.databaseUrl).toBe(databaseUrl)
    await server.stop()
    await expect(query(databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('is stopped when all its users crashed, and not while one lives', async () => {
    await copyUsedFolder()
    const crashing = usePostgresInProcess({ dataFolder, installedFolder })
    const databaseUrl = await crashing.databaseUrl
    await stopAbandonedPostgres(dataFolder)
    await query(databaseUrl, 'SELECT 1')
    await kill(crashing.child.pid!, crashing.child)
    await stopAbandonedPostgres(dataFolder)
    await expect(query(databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('does not count a process that only has the number of a user that crashed', async () => {
    await copyUsedFolder()
    const server = await start()
    await writeFile(join(dataFolder, 'users', `${process.pid}-00000000`), 'started at another time')
    await server.stop()
    await expect(query(server.databaseUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  })

  it('recovers when the server was killed and another process has its number now', async () => {
    await copyUsedFolder()
    const server = await start()
    await query(server.databaseUrl, "INSERT INTO cities VALUES ('Padang')")
    const clusterFolder = join(dataFolder, 'postgres')
    const pidFile = join(clusterFolder, 'postmaster.pid')
    const lines = (await readFile(pidFile, 'utf8')).split('\n')
    process.kill(Number(lines[0]), 'SIGKILL')
    while ((await findPostmaster(clusterFolder)) !== undefined) await delay(10)
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
    const again = await start()
    expect(await query(again.databaseUrl, 'SELECT name FROM cities')).toEqual([{ name: 'Padang' }])
  })

  it('begins anew when the very first start was killed half-way', async () => {
    const crashing = usePostgresInProcess({ dataFolder, installedFolder, isDisposable: true })
    while ((await listInitialising()).length === 0) await delay(5)
    await delay(100)
    await kill(crashing.child.pid!, crashing.child)
    await expect(access(join(dataFolder, 'postgres'))).rejects.toThrow('ENOENT')
    // Its initdb outlives it, and would write on in what is removed.
    await until(listProcesses, (processes) => !processes.includes(dataFolder))
    const { databaseUrl } = await start()
    expect(await query(databaseUrl, 'SELECT current_database() AS name')).toEqual([{ name: 'arus' }])
    expect(await listInitialising()).toEqual([])
  })

  it('moves to another port when its own is taken', async () => {
    await copyUsedFolder()
    const { port } = JSON.parse(await readFile(join(dataFolder, 'server.json'), 'utf8'))
    const taker = createServer().listen(port, '127.0.0.1')
    await once(taker, 'listening')
    const { databaseUrl } = await start()
    expect((taker.address() as AddressInfo).port).toBe(port)
    expect(new URL(databaseUrl).port).not.toBe(String(port))
    expect(JSON.parse(await readFile(join(dataFolder, 'server.json'), 'utf8')).port).toBe(Number(new URL(databaseUrl).port))
    await query(databaseUrl, 'SELECT 1')
    taker.close()
  })

  it('says where the data are', async () => {
    await copyUsedFolder()
    const lines: string[] = []
    const log = (line: string) => void lines.push(line)
    opened.push(
      await startEmbeddedPostgres({ dataFolder, log, installedFolder }),
      await startEmbeddedPostgres({ dataFolder, log, installedFolder })
    )
    expect(lines).toEqual([
      `starting PostgreSQL; its data are in ${opened[0]!.dataFolder}`,
      `PostgreSQL runs already; its data are in ${opened[0]!.dataFolder}`
    ])
  })
})

describe('startEmbeddedPostgres refuses, and says what to do', () => {
  it('data of another version', async () => {
    await copyUsedFolder()
    await writeFile(join(dataFolder, 'postgres', 'PG_VERSION'), '17\n')
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17, and this is PostgreSQL 18.* Or set DATABASE_URL/)
  })

  it('a path that is a file', async () => {
    await writeFile(dataFolder, '')
    await expect(startEmbeddedPostgres({ dataFolder: join(dataFolder, 'below'), log: () => {} })).rejects.toThrow(
      /part of it is a file, not a folder; set ARUS_DATA_DIR to another folder. Or set DATABASE_URL/
    )
    await rm(dataFolder)
  })

  it('a password file that does not belong to the data', async () => {
    await copyUsedFolder()
    await rm(join(dataFolder, 'server.json'))
    await expect(start()).rejects.toThrow(/server.json in the data folder is not the one that its data were made with/)
  })

  it('a setting that PostgreSQL does not know, with what PostgreSQL said', async () => {
    await copyUsedFolder()
    await expect(start({ settings: { no_such_setting: 1 } })).rejects.toThrow(
      /did not start:.*unrecognized configuration parameter/s
    )
  })

  it.runIf(process.getuid?.() === 0)("as root, a data folder that the database's user can't reach", async () => {
    await chmod(folder, 0o700)
    await expect(start()).rejects.toThrow(`who can't enter ${folder}; set ARUS_DATA_DIR to a folder elsewhere`)
  })
})

async function start(options: { settings?: Record<string, string | number> } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log: () => {}, isDisposable: true, installedFolder, ...options })
  opened.push(server)
  return server
}

/** `cp` keeps the owners, which differ when this runs as root. */
async function copyUsedFolder(): Promise<void> {
  await promisify(execFile)('cp', ['-a', used, dataFolder])
}

async function kill(pid: number, child: import('node:child_process').ChildProcess): Promise<void> {
  process.kill(pid, 'SIGKILL')
  await once(child, 'close')
}

/** What runs on this machine, with its arguments. */
async function listProcesses(): Promise<string> {
  return (await promisify(execFile)('ps', ['-ww', '-e', '-o', 'args'], { maxBuffer: 100_000_000 })).stdout
}

async function listInitialising(): Promise<string[]> {
  return (await readdir(dataFolder).catch(() => [])).filter((name) => name.startsWith('initialising-'))
}

function makePath(): string {
  return join(fastFolder, `arus-test-${randomBytes(6).toString('hex')}`)
}

async function query(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
