import { countOpenCases } from '../cases/count-open-cases.js'
import type { Queryable } from '../database/create-pool.js'

/** What waits in the database, of all merchants and for all processes. */
export type Backlog = {
  openCases: { kind: string; count: number }[]
  /** Of approved batches: only there do items have these statuses. */
  openItems: { status: string; count: number }[]
  /** How long the item that is due for longest has waited; 0 when none is due. */
  oldestDueItemSeconds: number
  pendingDeliveries: number
  oldestDueDeliverySeconds: number
}

/** Reads how much work waits. Reads one row of an index for each item and each delivery that is open. */
export async function readBacklog(database: Queryable): Promise<Backlog> {
  const [openCases, items, deliveries] = await Promise.all([
    countOpenCases(database),
    countOpenItems(database),
    countPendingDeliveries(database)
  ])
  return {
    openCases,
    openItems: items.map(({ status, count }) => ({ status, count })),
    oldestDueItemSeconds: Math.max(0, ...items.map((row) => row.oldestDueSeconds)),
    pendingDeliveries: deliveries.count,
    oldestDueDeliverySeconds: deliveries.oldestDueSeconds
  }
}

type Waiting = { count: number; oldestDueSeconds: number }

async function countOpenItems(database: Queryable): Promise<(Waiting & { status: string })[]> {
  const { rows } = await database.query<Waiting & { status: string }>({
    name: 'count-open-items',
    text: `SELECT status, count(*)::integer AS count, ${secondsSince('min(due_at)')} AS "oldestDueSeconds"
           FROM items WHERE status IN ('ready', 'sending', 'accepted', 'unknown') GROUP BY status`
  })
  return rows
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
