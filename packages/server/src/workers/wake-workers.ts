import type { Queryable } from '../database/create-pool.js'

/** The channel on which workers listen. */
export const WORK_CHANNEL = 'arus_work'

/**
 * Tells waiting workers that there is something to do. Called once per change of a batch, after its commit: NOTIFY
 * inside a transaction makes all commits queue up behind one lock. A lost call costs a poll interval, so it never fails.
 */
export async function wakeWorkers(database: Queryable): Promise<void> {
  try {
    await database.query({ name: 'wake-workers', text: `SELECT pg_notify('${WORK_CHANNEL}', '')` })
  } catch {
    // The workers poll as well.
  }
}
