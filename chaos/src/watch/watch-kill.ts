import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'
import { askPatiently } from './ask-patiently.js'

/** A worker that was killed, and what it left between claim and commit. */
export type WorkerKill = {
  workerId: string
  /** By the database's clock, read after the worker was gone. */
  readAt: string
  /** Attempts of it with no outcome. */
  left: number
  /** Until the first of them was in another worker's hands; undefined: nothing was left, or it never was. */
  pickedUpAfterMs?: number
  /** Until the first of them had the outcome that it kept. */
  settledAfterMs?: number
}

type LeftAttempt = { merchantId: string; batchId: string; ordinal: number; attempt: number }

/**
 * Counts the attempts of a worker that have no outcome. Called once the worker is dead, it counts what was hit between
 * claim and commit: nothing but the end of the lease brings those an outcome any more.
 */
export async function readLeftAttempts(pool: Pool, workerId: string): Promise<{ kill: WorkerKill; attempts: LeftAttempt[] }> {
  // The database may be down at that moment; the rows wait for us.
  const { rows } = await askPatiently(() =>
    pool.query<{ readAt: string } & { [Key in keyof LeftAttempt]: LeftAttempt[Key] | null }>(
      `SELECT arus_now() AS "readAt", merchant_id AS "merchantId", batch_id AS "batchId", ordinal, attempt
       FROM (VALUES (1)) AS always LEFT JOIN transfer_attempts ON worker_id = $1 AND outcome IS NULL`,
      [workerId]
    )
  )
  const attempts = rows.filter((row) => row.merchantId !== null) as LeftAttempt[]
  return { kill: { workerId, readAt: rows[0]!.readAt, left: attempts.length }, attempts }
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

const LOOK_EVERY_MS = 300
const GIVE_UP_MS = 120_000

/**
 * Watches what a killed worker left until the first of it is in another's hands: it is due later than the dead one's lease
 * can have said, or it has got further already. As exact as it is looked at, every 300 ms.
 */
export async function watchPickup(
  pool: Pool,
  { kill, attempts }: { kill: WorkerKill; attempts: LeftAttempt[] },
  { leaseMs, signal }: { leaseMs: number; signal: AbortSignal }
): Promise<void> {
  const deadlineMs = performance.now() + GIVE_UP_MS
  while (attempts.length > 0 && performance.now() < deadlineMs && !signal.aborted) {
    await delay(LOOK_EVERY_MS)
    const afterMs = await findPickup(pool, kill, attempts, leaseMs).catch(() => undefined)
    if (afterMs === undefined) continue
    kill.pickedUpAfterMs = afterMs
    return
  }
}

async function findPickup(
  pool: Pool,
  { readAt }: WorkerKill,
  attempts: LeftAttempt[],
  leaseMs: number
): Promise<number | undefined> {
  const { rows } = await pool.query<{ afterMs: number }>({
    name: 'find-pickup',
    text: `SELECT extract(epoch FROM arus_now() - $5::timestamptz)::float8 * 1000 AS "afterMs"
           FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[]) AS mine (merchant_id, batch_id, ordinal, attempt)
           CROSS JOIN LATERAL (
             SELECT status, attempt, due_at FROM items
             WHERE items.merchant_id = mine.merchant_id AND items.batch_id = mine.batch_id AND items.ordinal = mine.ordinal OFFSET 0) AS item
           WHERE item.status <> 'sending' OR item.attempt <> mine.attempt OR item.due_at > $5::timestamptz + make_interval(secs => $6::float8 / 1000)
           LIMIT 1`,
    values: [
      attempts.map(({ merchantId }) => merchantId),
      attempts.map(({ batchId }) => batchId),
      attempts.map(({ ordinal }) => ordinal),
      attempts.map(({ attempt }) => attempt),
      readAt,
      leaseMs
    ]
  })
  return rows[0]?.afterMs
}

/** Writes into each kill after how long the first of what it left had its last outcome, which somebody else must have found out. */
export async function measureSettling(pool: Pool, kills: readonly WorkerKill[]): Promise<void> {
  const hits = new Map(kills.filter(({ left }) => left > 0).map((kill) => [kill.workerId, kill]))
  const { rows } = await pool.query<{ workerId: string; afterMs: number }>(
    `SELECT kill.worker_id AS "workerId", extract(epoch FROM min(attempt.answered_at) - kill.read_at)::float8 * 1000 AS "afterMs"
     FROM unnest($1::text[], $2::timestamptz[]) AS kill (worker_id, read_at)
     JOIN transfer_attempts AS attempt ON attempt.worker_id = kill.worker_id AND attempt.answered_at > kill.read_at
     GROUP BY kill.worker_id, kill.read_at`,
    [[...hits.keys()], [...hits.values()].map(({ readAt }) => readAt)]
  )
  for (const { workerId, afterMs } of rows) hits.get(workerId)!.settledAfterMs = afterMs
}
