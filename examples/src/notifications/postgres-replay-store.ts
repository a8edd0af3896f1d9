// Remembers in PostgreSQL which of DANA's deliveries were handled, for all processes of a merchant and across restarts.

import { randomUUID } from 'node:crypto'
import type { ReplayClaim, ReplayStore } from '@arus/dana/webhook/v1'

/** What of `pg` this needs: a `Pool`, or a `Client`. */
export type Database = {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** To be run once, as a migration. */
export const REPLAY_TABLE_SQL = `
  CREATE TABLE dana_deliveries (
    id text PRIMARY KEY,
    -- Who is handling it, and until when that is believed. All processes go by the database's clock.
    token uuid NOT NULL,
    lease_until timestamptz NOT NULL,
    handled_at timestamptz
  );
  CREATE INDEX dana_deliveries_handled_at ON dana_deliveries (handled_at);
`

const BEGIN_SQL = `
  INSERT INTO dana_deliveries AS known (id, token, lease_until)
  VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
  ON CONFLICT (id) DO UPDATE SET token = excluded.token, lease_until = excluded.lease_until
    WHERE known.handled_at IS NULL AND known.lease_until <= clock_timestamp()
  RETURNING token
`

const COMPLETE_SQL = `
  INSERT INTO dana_deliveries (id, token, lease_until, handled_at)
  VALUES ($1, $2, clock_timestamp(), clock_timestamp())
  ON CONFLICT (id) DO UPDATE SET handled_at = coalesce(dana_deliveries.handled_at, excluded.handled_at)
`

const ABANDON_SQL = 'DELETE FROM dana_deliveries WHERE id = $1 AND token = $2 AND handled_at IS NULL'

const FORGET_SQL = `DELETE FROM dana_deliveries WHERE handled_at < clock_timestamp() - $1 * interval '1 day'`

/**
 * @param options `leaseMs`: after how long a claim is taken to be left over by a process that died; longer than booking ever
 *   takes. Default 5 minutes
 */
export function createPostgresReplayStore(database: Database, options: { leaseMs?: number } = {}): ReplayStore {
  const { leaseMs = 300_000 } = options
  return {
    async begin(id): Promise<ReplayClaim> {
      const token = randomUUID()
      // One statement, so that of many at once one inserts or takes over, and the others see that.
      const { rows: claimed } = await database.query(BEGIN_SQL, [id, token, leaseMs])
      if (claimed.length === 1) return { state: 'new', token }
      const { rows } = await database.query('SELECT handled_at FROM dana_deliveries WHERE id = $1', [id])
      // Gone again: it was abandoned just now, and the next try will be new.
      return { state: rows[0]?.handled_at ? 'handled' : 'in_progress' }
    },
    async complete(id) {
      await database.query(COMPLETE_SQL, [id, randomUUID()])
    },
    async abandon(id, token) {
      await database.query(ABANDON_SQL, [id, token])
    }
  }
}

/** Deletes what was handled longer ago than DANA sends anything again. To be run once a day. */
export async function forgetHandledDeliveries(database: Database, olderThanDays = 30): Promise<void> {
  await database.query(FORGET_SQL, [olderThanDays])
}
