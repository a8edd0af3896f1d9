import { SYSTEM_CLOCK } from '../time/clock.js'
import type { Connection, Pool } from './create-pool.js'

const MAX_TRIES = 8

/** Serialization failure and deadlock: PostgreSQL undid the whole transaction, and asks for it again. */
const UNDONE_BY_THE_DATABASE = new Set(['40001', '40P01'])

/**
 * Runs the work in one transaction, and again when the database undid it. So the work must only touch the database:
 * never the network, and no variable outside that a second run would find changed.
 *
 * A commit whose answer was lost is not repeated here: only the caller knows whether its work may run twice.
 */
export async function withTransaction<Result>(pool: Pool, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const connection = await pool.connect()
    let broken: Error | undefined
    try {
      await connection.query('BEGIN')
      const result = await work(connection)
      await connection.query('COMMIT')
      return result
    } catch (error) {
      broken = await rollBack(connection)
      if (attempt >= MAX_TRIES || !wasUndoneByTheDatabase(error)) throw error
    } finally {
      connection.release(broken)
    }
    const { clock = SYSTEM_CLOCK, random = Math.random } = pool
    await clock.delay(random() * 20 * attempt)
  }
}

/** Says whether the database itself undid the transaction, so that running it again is safe. */
function wasUndoneByTheDatabase(error: unknown): boolean {
  return UNDONE_BY_THE_DATABASE.has((error as { code?: string }).code ?? '')
}

/** Returns the error when not even that worked: such a connection must not go back to the pool. */
async function rollBack(connection: Connection): Promise<Error | undefined> {
  try {
    await connection.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error as Error
  }
}
