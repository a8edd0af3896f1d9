import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createPool } from '../database/create-pool.js'
import { migrate } from '../database/migrate.js'
import './create-test-database.js'
import { removeAbandonedServers } from './remove-abandoned-servers.js'
import { startTestPostgres } from './start-test-postgres.js'

const TEMPLATE = `arus_template_${process.pid}_${randomBytes(4).toString('hex')}`

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
  return await startTestPostgres({ max_connections: 300 })
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
