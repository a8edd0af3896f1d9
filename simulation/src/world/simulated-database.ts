import pg from 'pg'
import type { Pool } from '../../../packages/server/src/database/create-pool.js'
import type { ServerModules } from './load-server.js'
import { createStatementQueue, type StatementQueue } from './statement-queue.js'

/** A connection to the real PostgreSQL, of which the scheduler knows what it does. */
export type Session = {
  client: pg.PoolClient
  processId: number
  isInTransaction: boolean
  isBroken: boolean
  /** What its transaction looked for and did not find; '' where it found something. */
  lastLook: string
}

export type SimulatedDatabase = {
  /** For the world's own look at the rows, beside all actors. */
  pool: Pool
  /** Empties the database and sets its clock: every run begins in the same one. */
  reset(nowMs: number): Promise<void>
  setTime(nowMs: number): Promise<void>
  /** The clock goes on by a microsecond, as it does between any two statements. */
  tick(): Promise<void>
  /** Runs a statement of a session by the time that was set. */
  query(session: Session, config: pg.QueryConfig): Promise<pg.QueryResult>
  open(seed: number): Promise<Session>
  /** Ends a session as a crash of its process does: without a word. Comes back when the database has seen to it. */
  kill(session: Session): Promise<void>
  /**
   * Runs a statement until it is answered, or until it waits for a lock: then its answer comes by `collectReleased`, some
   * time after. Which of the two it is, is not decided by a clock, but by what the database says of the session.
   */
  run: StatementQueue['run']
  /** Answers the statements whose locks are free now, in the order in which they began to wait. */
  collectReleased(): Promise<void>
  /**
   * Locks the row that the query finds, if nobody has it, in a session of its own: a statement that locks several rows gets as
   * far as this one, and waits there, as it may wait anywhere in a machine that is busy.
   */
  holdRow(query: pg.QueryConfig): Promise<boolean>
  letGoOfRow(): Promise<void>
  /** How many circles of waiting transactions had to be broken. */
  deadlocks(): number
  close(): Promise<void>
}

export type Outcome = { result: pg.QueryResult } | { error: unknown }

export async function openSimulatedDatabase(server: ServerModules, databaseUrl: string): Promise<SimulatedDatabase> {
  const open = (name: string, maxConnections: number) =>
    server.createPool({ databaseUrl, maxConnections, applicationName: name, onError: () => {} })
  const pool = open('world', 2)
  // A physical connection for each session: the pool is only what opens and keeps them.
  const sessions = open('session', 60)
  await prepare(pool)
  const tables = await findEmptyTables(pool)
  const control = await pool.connect()
  const usedTables = {
    name: 'used-tables',
    text: `SELECT name FROM unnest($1::text[]) AS name WHERE pg_relation_size(name::regclass) > 0`,
    values: [tables]
  }

  let microseconds = 0
  let isTimeTold = true
  function setMicroseconds(value: number): void {
    microseconds = value
    isTimeTold = false
  }
  /** The database is told the time when somebody is about to ask it: a round trip for each change would be one in five. */
  async function tellTime(): Promise<void> {
    if (isTimeTold) return
    isTimeTold = true
    await control.query({ name: 'set-time', text: `SELECT setval('simulation_time', $1)`, values: [microseconds] })
  }
  tellTimeBefore(pool, tellTime)

  const free: Pick<Session, 'client' | 'processId'>[] = []
  async function connect(): Promise<Pick<Session, 'client' | 'processId'>> {
    const client = await sessions.connect()
    const { rows } = await client.query<{ id: number }>('SELECT pg_backend_pid() AS id')
    return { client, processId: rows[0]!.id }
  }

  const { client: holder, processId: holderId } = await connect()
  let isHolding = false
  const queue = createStatementQueue(control, holderId)

  /**
   * What the database does when a client's socket closes: what was under way is undone, its locks are free. The connection
   * itself is kept for others: to open one takes longer than a short run.
   */
  async function kill(session: Session): Promise<void> {
    session.isBroken = true
    // Who waits for what it has locked goes on by the time of now.
    await tellTime()
    await queue.drop(session)
    if (session.isInTransaction) await session.client.query('ROLLBACK')
    free.push({ client: session.client, processId: session.processId })
  }

  return {
    pool,
    async reset(nowMs) {
      // Most tables stay empty in most worlds; to empty one makes every session plan its statements anew.
      const { rows } = await control.query<{ name: string }>(usedTables)
      const used = rows.map(({ name }) => name)
      if (used.length > 0)
        await control.query(
          `SET session_replication_role = replica; TRUNCATE ${used.join(', ')} RESTART IDENTITY CASCADE; RESET session_replication_role`
        )
      setMicroseconds(Math.floor(nowMs) * 1_000)
      queue.reset()
    },
    async setTime(nowMs) {
      setMicroseconds(Math.floor(nowMs) * 1_000)
    },
    async tick() {
      setMicroseconds(microseconds + 1)
    },
    async query({ client }, config) {
      if (config.text !== 'BEGIN' || isTimeTold) {
        await tellTime()
        return await client.query(config)
      }
      // Most changes come before a transaction: told in the same breath.
      isTimeTold = true
      const results = await client.query(`SELECT setval('simulation_time', ${microseconds}); BEGIN`)
      return (results as unknown as pg.QueryResult[])[1]!
    },
    async open(seed) {
      const { client, processId } = free.pop() ?? (await connect())
      await client.query(`SELECT setseed(${seed})`)
      return { client, processId, isInTransaction: false, isBroken: false, lastLook: '' }
    },
    kill,
    run: queue.run,
    collectReleased: queue.collectReleased,
    async holdRow(query) {
      await tellTime()
      await holder.query('BEGIN')
      const { rowCount } = await holder.query(query)
      isHolding = (rowCount ?? 0) > 0
      if (!isHolding) await holder.query('ROLLBACK')
      return isHolding
    },
    async letGoOfRow() {
      await tellTime()
      if (isHolding) await holder.query('ROLLBACK')
      isHolding = false
    },
    deadlocks: queue.deadlocks,
    async close() {
      control.release()
      holder.release()
      for (const { client } of free) client.release()
      await sessions.end()
      await pool.end()
    }
  }
}

/** Whoever asks the pool is answered by the time that was set. */
function tellTimeBefore(pool: Pool, tellTime: () => Promise<void>): void {
  const { query, connect } = pool
  const after = (ask: (...parameters: never[]) => unknown) =>
    (async (...parameters: never[]) => {
      await tellTime()
      return await ask.apply(pool, parameters)
    }) as never
  pool.query = after(query)
  pool.connect = after(connect)
}

/**
 * Time comes from a sequence of microseconds, whose value all sessions see at once. And what PostgreSQL would decide by its own clock or by
 * statistics (deadlocks, clean-up, plans) is decided by nothing but the statements that ran.
 */
async function prepare(pool: Pool): Promise<void> {
  await pool.query(`
    CREATE UNLOGGED SEQUENCE IF NOT EXISTS simulation_time;
    CREATE OR REPLACE FUNCTION arus_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
      RETURN (SELECT timestamptz 'epoch' + last_value * interval '1 microsecond' FROM simulation_time)`)
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name')
  const database = pg.escapeIdentifier(rows[0]!.name)
  for (const setting of [
    `deadlock_timeout = '1h'`,
    `plan_cache_mode = force_generic_plan`,
    `max_parallel_workers_per_gather = 0`,
    `synchronous_commit = off`,
    `jit = off`
  ])
    await pool.query(`ALTER DATABASE ${database} SET ${setting}`)
  const tables = await findTables(pool)
  for (const table of tables) await pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
}

async function findTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'simulated_bank') ORDER BY 1`
  )
  return rows.map(({ name }) => name)
}

/** What the migrations filled stays; what worlds before this one left, in a database that is used again, does not. */
async function findEmptyTables(pool: Pool): Promise<string[]> {
  await pool.query('CREATE SCHEMA IF NOT EXISTS simulation')
  await pool.query('CREATE TABLE IF NOT EXISTS simulation.empty_at_first (name text PRIMARY KEY)')
  const known = await pool.query<{ name: string }>('SELECT name FROM simulation.empty_at_first ORDER BY name')
  if (known.rows.length > 0) return known.rows.map(({ name }) => name)
  const tables = await findTables(pool)
  const filled = await Promise.all(tables.map(async (table) => (await pool.query(`SELECT FROM ${table} LIMIT 1`)).rowCount === 1))
  const empty = tables.filter((_table, index) => !filled[index])
  await pool.query('INSERT INTO simulation.empty_at_first SELECT unnest($1::text[])', [empty])
  return empty
}
