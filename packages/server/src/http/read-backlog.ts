import { countOpenCases } from '../cases/count-open-cases.js'
import type { Queryable } from '../database/create-pool.js'
import { findClosedModes, readStandingQuarantines } from '../quarantine/read-quarantines.js'

/** What waits in the database, of all merchants and for all processes. */
export type Backlog = {
  openCases: { kind: string; count: number }[]
  /** Of approved batches: only there do items have these statuses. */
  openItems: { status: string; count: number }[]
  /** How long the item that is due for longest has waited; 0 when none is due. */
  oldestDueItemSeconds: number
  /** How long the item that the rail has said nothing final about for longest has waited for its word; 0 when there is none. */
  oldestUnansweredItemSeconds: number
  pendingDeliveries: number
  oldestDueDeliverySeconds: number
  /** Modes that take in no batches, since the database was restored. */
  quarantinedModes: ('live' | 'test')[]
  /** The last check of the books that came to its end; undefined when there was none yet. */
  ledgerCheck: LedgerCheck | undefined
}

type LedgerCheck = { faults: number; secondsAgo: number }

/** Reads how much work waits. Reads one row for each item and each delivery that is open. */
export async function readBacklog(database: Queryable): Promise<Backlog> {
  const [openCases, items, oldestUnansweredItemSeconds, deliveries, quarantines, ledgerCheck] = await Promise.all([
    countOpenCases(database),
    countOpenItems(database),
    readOldestUnanswered(database),
    countPendingDeliveries(database),
    readStandingQuarantines(database),
    readLedgerCheck(database)
  ])
  return {
    openCases,
    openItems: items.map(({ status, count }) => ({ status, count })),
    oldestDueItemSeconds: Math.max(0, ...items.map((row) => row.oldestDueSeconds)),
    oldestUnansweredItemSeconds,
    pendingDeliveries: deliveries.count,
    oldestDueDeliverySeconds: deliveries.oldestDueSeconds,
    quarantinedModes: quarantines.flatMap(findClosedModes),
    ledgerCheck
  }
}

type Waiting = { count: number; oldestDueSeconds: number }

async function countOpenItems(database: Queryable): Promise<(Waiting & { status: string })[]> {
  const { rows } = await database.query<Waiting & { status: string }>({
    name: 'count-waiting-items',
    // What waits by itself; what is in somebody's hands; and what was not handed out yet, due since its batch was approved.
    text: `SELECT status, sum(count)::integer AS count, max("oldestDueSeconds") AS "oldestDueSeconds" FROM (
             SELECT queued_as AS status, count(*) AS count, ${secondsSince('min(due_at)')} AS "oldestDueSeconds"
             FROM items WHERE queued_as IN ('ready', 'sending', 'accepted', 'unknown') GROUP BY queued_as
             UNION ALL
             SELECT 'sending', held.count, ${secondsSince('claim.lease_until')} FROM item_claims AS claim CROSS JOIN LATERAL (
               SELECT count(*) AS count FROM items
               WHERE items.merchant_id = claim.merchant_id AND items.batch_id = claim.batch_id AND items.status = 'sending' AND items.due_at IS NULL
                 AND items.ordinal BETWEEN claim.first_ordinal AND claim.last_ordinal) AS held
             WHERE claim.purpose = 'send' AND held.count > 0
             UNION ALL
             SELECT 'ready', ahead.count, ${secondsSince('batch.approved_at')}
             FROM batches AS batch JOIN batch_cursors AS cursor ON cursor.merchant_id = batch.merchant_id AND cursor.batch_id = batch.id
             CROSS JOIN LATERAL (
               SELECT count(*) AS count FROM items
               WHERE items.merchant_id = batch.merchant_id AND items.batch_id = batch.id AND items.ordinal >= cursor.send_from
                 AND items.status IN ('valid', 'need_validation')) AS ahead
             WHERE batch.status = 'approved' AND cursor.send_from < batch.item_count AND ahead.count > 0
           ) AS waiting GROUP BY status`
  })
  return rows
}

async function readOldestUnanswered(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ seconds: number }>({
    name: 'read-oldest-unanswered',
    text: `SELECT coalesce(${secondsSince('min(status_set_at)')}, 0) AS seconds FROM items WHERE queued_as IN ('accepted', 'unknown')`
  })
  return rows[0]!.seconds
}

async function readLedgerCheck(database: Queryable): Promise<LedgerCheck | undefined> {
  const { rows } = await database.query<LedgerCheck>({
    name: 'read-ledger-check',
    text: `SELECT faults, ${secondsSince('started_at')} AS "secondsAgo" FROM ledger_checks WHERE ended_at IS NOT NULL
           ORDER BY started_at DESC LIMIT 1`
  })
  return rows[0]
}

async function countPendingDeliveries(database: Queryable): Promise<Waiting> {
  const { rows } = await database.query<Waiting>({
    name: 'count-pending-deliveries',
    text: `SELECT count(*)::integer AS count, ${secondsSince('min(next_attempt_at)')} AS "oldestDueSeconds"
           FROM deliveries WHERE status = 'pending'`
  })
  return rows[0]!
}

/** Of a time that is in the future or missing: 0. */
const secondsSince = (time: string) => `greatest(0, extract(epoch FROM arus_now() - ${time}))::double precision`
