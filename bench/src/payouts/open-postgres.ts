import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool, migrate, type Pool, startEmbeddedPostgres } from '@arus/server'

/** A database of its own on the one server that everything is measured on. */
export type Database = {
  name: string
  url: string
  pool: Pool
  /** Ends its pool: a database that is copied must have no connections. */
  disconnect(): Promise<void>
  drop(): Promise<void>
}

export type Postgres = {
  processId: number
  /** What makes it durable and how large it is, as the server itself says. */
  settings: Record<string, string>
  /** With the server's schema; empty; or as a copy of another, which must have no connections. */
  createDatabase(content?: 'schema' | 'empty' | { copyOf: Database }): Promise<Database>
  stop(): Promise<void>
}

const SHOWN = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'shared_buffers',
  'max_wal_size',
  'checkpoint_timeout'
]

/**
 * Starts the embedded PostgreSQL as `arus server` does, with its data on a disk, and makes sure that a commit is on the
 * disk when it returns.
 */
export async function openPostgres(): Promise<Postgres> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'arus-bench-'))
  // As root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(dataFolder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {} })
  const pool = open(postgres.databaseUrl, 2)
  const settings: Record<string, string> = {}
  for (const name of SHOWN) {
    const { rows } = await pool.query<{ value: string }>('SELECT current_setting($1) AS value', [name])
    settings[name] = rows[0]!.value
  }
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    if (settings[name] !== 'on') throw new Error(`${name} is ${settings[name]}: what is measured would not be durable`)
  const processId = Number((await readFile(join(postgres.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  let count = 0
  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    await pool.end()
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }

  return {
    processId,
    settings,
    async createDatabase(content = 'schema') {
      const name = `bench_${++count}`
      await pool.query(`CREATE DATABASE ${name}${typeof content === 'object' ? ` TEMPLATE ${content.copyOf.name}` : ''}`)
      const url = new URL(postgres.databaseUrl)
      url.pathname = `/${name}`
      const own = open(url.href, 8)
      if (content === 'schema') await migrate(own)
      let disconnected: Promise<void> | undefined
      const disconnect = () => (disconnected ??= own.end())
      return {
        name,
        url: url.href,
        pool: own,
        disconnect,
        async drop() {
          await disconnect()
          await pool.query(`DROP DATABASE ${name} WITH (FORCE)`)
          // What this database left to be written is written now, not while the next one is measured.
          await pool.query('CHECKPOINT')
        }
      }
    },
    stop: () => (stopped ??= stop())
  }
}

function open(databaseUrl: string, maxConnections: number): Pool {
  return createPool({ databaseUrl, maxConnections, applicationName: 'bench', onError: () => {} })
}
