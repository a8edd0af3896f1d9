import type { Pool } from '@arus/server'
import { askPatiently } from './ask-patiently.js'

/** A worker that was killed, and what it left between claim and commit. */
export type WorkerKill = {
  workerId: string
  /** By the database's clock, read after the worker was gone. */
  readAt: string
  /** Attempts of it with no outcome. */
  left: number
}

/**
 * Counts the attempts of a worker that have no outcome. Called once the worker is dead, it counts what was hit between
 * claim and commit: nothing but the end of the lease brings those an outcome any more.
 */
export async function countLeftAttempts(pool: Pool, workerId: string): Promise<WorkerKill> {
  // The database may be down at that moment; the rows wait for us.
  const { rows } = await askPatiently(() =>
    pool.query<{ readAt: string; left: number }>(
      `SELECT arus_now() AS "readAt",
              (SELECT count(*) FROM transfer_attempts WHERE worker_id = $1 AND outcome IS NULL)::integer AS "left"`,
      [workerId]
    )
  )
  return { workerId, ...rows[0]! }
}

/** Which of these workers have claimed something that has no outcome yet. */
export async function findWorkersMidFlight(pool: Pool, workerIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ workerId: string }>(
    `SELECT DISTINCT attempt.worker_id AS "workerId"
     FROM items AS item
     JOIN transfer_attempts AS attempt ON attempt.merchant_id = item.merchant_id AND attempt.batch_id = item.batch_id
       AND attempt.ordinal = item.ordinal AND attempt.attempt = item.attempt
     WHERE item.status = 'sending' AND attempt.outcome IS NULL AND attempt.worker_id = ANY ($1)`,
    [workerIds]
  )
  return new Set(rows.map(({ workerId }) => workerId))
}

/**
 * For each kill that left something: how long it took until the first of it had an outcome, which somebody else must
 * have found out. Undefined: none of it has one.
 */
export async function measurePickups(pool: Pool, kills: readonly WorkerKill[]): Promise<(number | undefined)[]> {
  const hits = kills.filter(({ left }) => left > 0)
  const { rows } = await pool.query<{ workerId: string; afterMs: number | null }>(
    `SELECT kill.worker_id AS "workerId", extract(epoch FROM min(attempt.answered_at) - kill.read_at)::float8 * 1000 AS "afterMs"
     FROM unnest($1::text[], $2::timestamptz[]) AS kill (worker_id, read_at)
     LEFT JOIN transfer_attempts AS attempt ON attempt.worker_id = kill.worker_id AND attempt.answered_at > kill.read_at
     GROUP BY kill.worker_id, kill.read_at`,
    [hits.map(({ workerId }) => workerId), hits.map(({ readAt }) => readAt)]
  )
  return rows.map(({ afterMs }) => afterMs ?? undefined)
}
