import type { Connection, Pool } from '../database/create-pool.js'
import { withTransaction } from '../database/with-transaction.js'
import type { DatabaseIdentity, RecordedIdentity } from './database-identity.js'
import { presentIdentity } from './database-identity.js'
import { type IdentityVerdict, judgeIdentity } from './judge-identity.js'
import { openQuarantine } from './open-quarantine.js'
import { readActualIdentity, readRecordedIdentity, recordIdentity } from './read-identity.js'

export type IdentityCheck = {
  verdict: IdentityVerdict
  /** What is recorded inside the database from here on, and belongs into the file outside. */
  identity: RecordedIdentity
  outside: RecordedIdentity | undefined
  /** What was recorded inside before. */
  inside: RecordedIdentity | undefined
  quarantineId: string | undefined
  lostSince: string | undefined
}

/** "arus", and 1: held by one process at a time while it looks which database this is. */
const ADVISORY_LOCK = [0x61727573, 1] as const

/**
 * Looks whether the database is the one that was served last, opens a quarantine if not, and records which it is. All of
 * it is one transaction under a lock, so of processes that start at once one decides, and the others find it decided.
 */
export async function checkIdentity(
  pool: Pool,
  { outside, leaseMs }: { outside: RecordedIdentity | undefined; leaseMs: number }
): Promise<IdentityCheck> {
  return await withTransaction(pool, async (connection) => {
    await connection.query({ text: 'SELECT pg_advisory_xact_lock($1, $2)', values: [...ADVISORY_LOCK] })
    const found = await readActualIdentity(connection)
    const inside = await readRecordedIdentity(connection)
    const verdict = judgeIdentity({
      found,
      inside,
      outside,
      hasBatches: await hasBatches(connection),
      wasQuarantinedSince: outside !== undefined && (await wasQuarantinedSince(connection, found, outside.markedAt))
    })
    const marks = [inside?.mark ?? 0n, outside?.mark ?? 0n]
    const aboveMark = marks[0]! > marks[1]! ? marks[0]! : marks[1]!
    if (verdict.kind === 'serve') {
      const identity = await recordIdentity(connection, found, aboveMark)
      return { verdict, identity, outside, inside, quarantineId: undefined, lostSince: undefined }
    }
    const lostSince = await findLostSince(connection, found, inside, outside)
    const identity = await recordIdentity(connection, found, aboveMark)
    const { reason } = verdict
    const quarantineId = await openQuarantine(connection, { reason, found, inside, outside, lostSince, leaseMs })
    return { verdict, identity, outside, inside, quarantineId, lostSince }
  })
}

async function hasBatches(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ has: boolean }>('SELECT EXISTS (SELECT 1 FROM batches) AS has')
  return rows[0]!.has
}

async function wasQuarantinedSince(connection: Connection, found: DatabaseIdentity, since: string): Promise<boolean> {
  const { rows } = await connection.query<{ was: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM quarantines WHERE found = $1::jsonb AND opened_at >= $2) AS was',
    [JSON.stringify(presentIdentity(found)), since]
  )
  return rows[0]!.was
}

/**
 * The last moment of which it is certain that the database tells all of it: the last mark inside, since a dump is younger
 * than the mark in it. Without one, the newest change of a batch. A database that was made from a dump before, and is served
 * instead of its original only now, lacks all that the original has seen since that dump.
 */
async function findLostSince(
  connection: Connection,
  found: DatabaseIdentity,
  inside: RecordedIdentity | undefined,
  outside: RecordedIdentity | undefined
): Promise<string> {
  const { rows } = await connection.query<{ lostSince: string }>(
    `SELECT least(
       coalesce($1::timestamptz, (SELECT max(updated_at) FROM batches)),
       (SELECT min(lost_since) FROM quarantines WHERE found = $2::jsonb AND opened_at < $3),
       arus_now()) AS "lostSince"`,
    [inside?.markedAt ?? null, JSON.stringify(presentIdentity(found)), outside?.markedAt ?? null]
  )
  return rows[0]!.lostSince
}
