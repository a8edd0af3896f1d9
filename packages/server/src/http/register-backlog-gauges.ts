import { Gauge, type Registry } from 'prom-client'
import { CASE_KINDS } from '../cases/case-kinds.js'
import type { Pool } from '../database/create-pool.js'
import { type Backlog, readBacklog } from './read-backlog.js'

const ITEM_STATUSES = ['ready', 'sending', 'accepted', 'unknown']
/** Scrapers may come as often as they like. */
const READ_EVERY_MS = 10_000
/** With a database that hangs, what the process says of itself must still be seen. */
const TIMEOUT_MS = 2_000

/**
 * Adds the numbers of the work that waits in the database. They are read when the metrics are asked for, at most every ten
 * seconds; while the database doesn't answer they are left out, as an old number would look like a healthy one.
 */
export function registerBacklogGauges(registry: Registry, pool: Pool): void {
  const read = atMostEvery(READ_EVERY_MS, () => readBacklog(pool))
  const addGauge = (name: string, help: string, set: (gauge: Gauge, backlog: Backlog) => void, labelNames: string[] = []) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const backlog = await orUndefined(read(), TIMEOUT_MS)
        // Sets a gauge without labels to 0, and takes all values from one with labels.
        this.reset()
        if (backlog !== undefined) set(this, backlog)
        else if (labelNames.length === 0) this.remove()
      }
    })

  addGauge(
    'arus_open_cases',
    'Cases that wait for a person.',
    (gauge, { openCases }) => {
      for (const kind of CASE_KINDS) gauge.set({ kind }, 0)
      for (const { kind, count } of openCases) gauge.set({ kind }, count)
    },
    ['kind']
  )
  addGauge(
    'arus_open_items',
    'Items of approved batches that are not final yet.',
    (gauge, { openItems }) => {
      for (const status of ITEM_STATUSES) gauge.set({ status }, 0)
      for (const { status, count } of openItems) gauge.set({ status }, count)
    },
    ['status']
  )
  addGauge(
    'arus_oldest_due_item_seconds',
    'How long the item that is due for longest has waited for a worker.',
    (gauge, backlog) => gauge.set(backlog.oldestDueItemSeconds)
  )
  addGauge(
    'arus_oldest_unanswered_item_seconds',
    'How long the item that the rail has said nothing final about for longest (accepted, unknown) has waited for its word.',
    (gauge, backlog) => gauge.set(backlog.oldestUnansweredItemSeconds)
  )
  addGauge(
    'arus_ledger_faults',
    'Faults that the last check of the books found; missing when there was none.',
    (gauge, backlog) => (backlog.ledgerCheck === undefined ? gauge.remove() : gauge.set(backlog.ledgerCheck.faults))
  )
  addGauge('arus_ledger_check_age_seconds', 'How long ago the last check of the books began.', (gauge, backlog) =>
    backlog.ledgerCheck === undefined ? gauge.remove() : gauge.set(backlog.ledgerCheck.secondsAgo)
  )
  addGauge(
    'arus_quarantine',
    '1 while no batches of the mode are taken in, since the database was restored and it is not known what was paid meanwhile.',
    (gauge, { quarantinedModes }) => {
      for (const mode of ['live', 'test'] as const) gauge.set({ mode }, quarantinedModes.includes(mode) ? 1 : 0)
    },
    ['mode']
  )
  addGauge('arus_pending_deliveries', 'Webhook deliveries that are neither delivered nor given up.', (gauge, backlog) =>
    gauge.set(backlog.pendingDeliveries)
  )
  addGauge('arus_oldest_due_delivery_seconds', 'How long the delivery that is due for longest has waited.', (gauge, backlog) =>
    gauge.set(backlog.oldestDueDeliverySeconds)
  )
}

/** All who ask meanwhile get the same answer; a failed read is tried again by the next one. */
function atMostEvery<Value>(everyMs: number, read: () => Promise<Value>): () => Promise<Value> {
  let last: Promise<Value> | undefined
  let nextReadAt = 0
  return () => {
    if (last !== undefined && performance.now() < nextReadAt) return last
    nextReadAt = Number.POSITIVE_INFINITY
    const reading = read()
    last = reading
    reading.then(
      () => {
        nextReadAt = performance.now() + everyMs
      },
      () => {
        last = undefined
      }
    )
    return reading
  }
}

async function orUndefined<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs)
  })
  try {
    return await Promise.race([promise, timeout])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
