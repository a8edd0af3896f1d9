import pg from 'pg'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'

const CONNECT_TIMEOUT_MS = 10_000
const DATABASE_DOES_NOT_EXIST = '3D000'
const DATABASE_EXISTS = '42P04'
const WRONG_PASSWORD = '28P01'

/**
 * Proves that the server answers, and makes the database when it isn't there: in a new data folder, or one whose first
 * start was interrupted.
 */
export async function ensureDatabase(databaseUrl: string): Promise<void> {
  try {
    await run(databaseUrl, 'SELECT 1')
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === DATABASE_DOES_NOT_EXIST) return createDatabase(databaseUrl)
    const hint = code === WRONG_PASSWORD ? ' (server.json in the data folder is not the one that its data were made with)' : ''
    throw new EmbeddedPostgresError(`PostgreSQL runs but does not take a connection: ${message}${hint}`, { cause: error })
  }
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const ofAdmin = new URL(databaseUrl)
  const name = ofAdmin.pathname.slice(1)
  ofAdmin.pathname = '/postgres'
  await run(ofAdmin.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
    if (error.code !== DATABASE_EXISTS) throw error
  })
}

async function run(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end()
  }
}
