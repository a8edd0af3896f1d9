import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createPool } from '../database/create-pool.js'
import { findDatabaseUser } from '../database/embedded-postgres/find-database-user.js'
import { findInstalledPrograms, preparePrograms } from '../database/embedded-postgres/prepare-programs.js'
import { startEmbeddedPostgres } from '../database/embedded-postgres.js'
import { migrate } from '../database/migrate.js'
import './create-test-database.js'
import { findFastFolder } from './find-fast-folder.js'
import { removeAbandonedServers, removeServerFolder, SERVER_FOLDER_PREFIX } from './remove-abandoned-servers.js'

const TEMPLATE = `arus_template_${process.pid}_${randomBytes(4).toString('hex')}`

/** Tests keep nothing, so nothing needs to survive a power cut; and many files' pools are open at once. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '256MB', max_connections: 300 }

/**
 * Vitest's global setup: one PostgreSQL for the whole run, in a folder that goes with it, or the one at TEST_DATABASE_URL; and
 * in it one migrated database that each test's database is a copy of.
 */
export default async function startTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { databaseUrl: given, stop: async () => {} } : await startServer()
  await createTemplate(server.databaseUrl)
  project.provide('adminDatabaseUrl', server.databaseUrl)
  project.provide('templateDatabase', TEMPLATE)
  return async () => {
    await runAsAdmin(server.databaseUrl, `DROP DATABASE ${TEMPLATE} WITH (FORCE)`)
    await server.stop()
  }
}

async function startServer(): Promise<{ databaseUrl: string; stop(): Promise<void> }> {
  await removeAbandonedServers()
  const name = `${SERVER_FOLDER_PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`
  const dataFolder = join(await findFastFolder(), name)
  const copiesFolder = join(tmpdir(), `${name}-programs`)
  const log = () => {}
  const user = await findDatabaseUser(process.getuid?.())
  // Prepared here and not in the data folder, which may be in memory: programs often may not run from there.
  const programs = await preparePrograms({ user, installedFolder: findInstalledPrograms(), copiesFolder, log })
  const server = await startEmbeddedPostgres({
    dataFolder,
    log,
    settings: SETTINGS,
    isDisposable: true,
    installedFolder: programs.folder
  })
  const stop = async () => {
    await server.stop()
    await removeServerFolder(dataFolder)
    await removeServerFolder(copiesFolder)
  }
  return { databaseUrl: server.databaseUrl, stop }
}

async function createTemplate(adminDatabaseUrl: string): Promise<void> {
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
