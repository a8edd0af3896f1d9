import pg from 'pg'
import type { Clock } from '../time/clock.js'

/**
 * A pool of connections to the one PostgreSQL that all processes share. Of whoever may try a transaction again it knows
 * the time and the chance: the machine's own, unless said.
 */
export type Pool = pg.Pool & { clock?: Clock; random?: () => number }
/** One connection, inside a transaction. */
export type Connection = pg.PoolClient
/** What a statement can run on: the pool, when it stands alone, or the connection of a transaction. */
export type Queryable = { query: pg.Pool['query'] }

export type PoolOptions = {
  databaseUrl: string
  maxConnections: number
  /** Shown in pg_stat_activity. */
  applicationName: string
  onError: (error: Error) => void
  /**
   * How long a transaction may wait for its own process before PostgreSQL ends it. Without one, a machine that is suspended, or cut
   * off with no word, keeps its locks for as long as TCP takes to notice (two hours, where nobody says otherwise), and with them a
   * batch, or all of a merchant's payments.
   */
  maxSilenceMs?: number
}

const INT8 = 20
const TIMESTAMPTZ = 1184

/**
 * Opens a pool whose values are exact: `bigint` columns come as BigInt (money is never a JavaScript number), and
 * `timestamptz` as the RFC 3339 text that the protocol prints, in UTC with microseconds, which a Date would cut off.
 */
export function createPool(options: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.maxConnections,
    application_name: options.applicationName,
    options: '-c timezone=UTC -c datestyle=ISO -c client_min_messages=warning',
    ...(options.maxSilenceMs !== undefined && { idle_in_transaction_session_timeout: options.maxSilenceMs }),
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
        if (oid === INT8) return BigInt
        if (oid === TIMESTAMPTZ) return parseTimestamp
        return pg.types.getTypeParser(oid, format as 'text')
      }) as typeof pg.types.getTypeParser
    }
  })
  // An idle connection that the database closes is no fault of any caller; without a listener it would end the process.
  pool.on('error', options.onError)
  // Nor is one that it closes while a transaction is using it: the statement under way fails, and its caller is told.
  pool.on('connect', (connection) => connection.on('error', () => {}))
  return pool
}

/** `2026-01-02 03:04:05.678+00` as PostgreSQL prints it (zeros already trimmed) to `2026-01-02T03:04:05.678Z`. */
function parseTimestamp(text: string): string {
  return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z')
}
