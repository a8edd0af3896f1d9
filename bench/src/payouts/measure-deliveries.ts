import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'
import { forkProcess } from '../processes/fork-process.js'
import { dumpBeside } from './dump-beside.js'
import { formatNumber, formatTable } from './format-table.js'
import type { Database } from './open-postgres.js'
import { nameDump, type PartContext, type PartResult } from './part.js'
import type { EventWriterQuestions } from './processes/run-event-writer.js'
import type { Arrival } from './processes/run-receiver.js'
import { readShare } from './read-share.js'
import { readUsage, subtractUsage, type Usage } from './read-usage.js'
import { type Arus, startArus } from './start-arus.js'

const PER_SECOND = 300
const HANGING_SHARES = [0, 0.05]
const WANTED_P99_MS = 1000
const CREATED_AT_ONCE = 8
/** What has not come by then counts as so late. */
const LAST_ARRIVAL_AFTER_MS = 20_000

type Deliveries = { hangingShare: number; latenciesMs: number[]; missing: number; mostLateMs: number; usage: Usage[] }

/**
 * Events at a steady pace, each for another endpoint, every endpoint at an address of its own: how long from the commit to
 * the receiver's first byte, with all endpoints well, and with some that take a request and never answer.
 */
export async function measureDeliveries(context: PartContext): Promise<PartResult> {
  const { postgres, endpoints, eventSeconds, workerCount } = context
  const database = await postgres.createDatabase()
  const runs: Deliveries[] = []
  try {
    const arus = await startArus(database, { maxItems: 1000, workerCount, railLatencyMs: 0 })
    try {
      await createEndpoints(arus, endpoints)
      await database.pool.query('VACUUM ANALYZE')
      // The first one warms up.
      for (const hangingShare of [0, ...HANGING_SHARES]) {
        await setHanging(database.pool, arus, hangingShare)
        const count = runs.length === 0 ? PER_SECOND * 3 : Math.min(endpoints, PER_SECOND * eventSeconds)
        runs.push(await dumpBeside(context, database, () => deliver(context, database, arus, count, hangingShare)))
        await waitUntilQuiet(database.pool)
      }
    } finally {
      await arus.stop()
    }
  } finally {
    await database.drop()
  }
  return describe(context, runs.slice(1))
}

async function deliver(
  { postgres }: PartContext,
  database: Database,
  arus: Arus,
  count: number,
  hangingShare: number
): Promise<Deliveries> {
  const { rows } = await database.pool.query<{ id: string; url: string }>(
    'SELECT merchant_id AS id, url FROM webhook_endpoints ORDER BY md5(merchant_id) LIMIT $1',
    [count]
  )
  await arus.receiver.ask('arrivals')
  const usageBefore = await readUsage(arus.processes, postgres.processId)
  const writer = await forkProcess<EventWriterQuestions>('event writer', 'run-event-writer.js', {
    databaseUrl: database.url,
    merchantIds: rows.map(({ id }) => id),
    perSecond: PER_SECOND,
    connections: 8
  })
  try {
    const { committedAtMs, mostLateMs } = await writer.ask('written')
    const arrivals = new Map<string, Arrival>()
    const deadlineMs = performance.now() + LAST_ARRIVAL_AFTER_MS
    while (arrivals.size < count && performance.now() < deadlineMs) {
      for (const arrival of await arus.receiver.ask('arrivals'))
        if (!arrivals.has(arrival.webhookId)) arrivals.set(arrival.webhookId, arrival)
      await delay(100)
    }
    const usage = subtractUsage(await readUsage(arus.processes, postgres.processId), usageBefore)
    // Events are written in the order of the endpoints.
    const healthy = [...committedAtMs]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .filter((_, index) => !isHanging(rows[index]!.url))
    const latenciesMs = healthy.map(([id, atMs]) => (arrivals.get(id)?.receivedAtMs ?? Number.POSITIVE_INFINITY) - atMs)
    const missing = latenciesMs.filter((one) => one === Number.POSITIVE_INFINITY).length
    return { hangingShare, latenciesMs, missing, mostLateMs, usage }
  } finally {
    await writer.stop()
  }
}

function isHanging(url: string): boolean {
  return new URL(url).pathname.startsWith('/hang/')
}

/** A merchant with a key that signs, for each endpoint. */
async function createEndpoints(arus: Arus, count: number): Promise<void> {
  let number = 0
  const create = async () => {
    while (number < count) {
      number++
      // 127.0.0.0/8 is this machine: another address, so another connection, for each endpoint.
      const address = `127.${1 + Math.floor(number / 62_500)}.${1 + (Math.floor(number / 250) % 250)}.${1 + (number % 250)}`
      await arus.createMerchant(0, `http://${address}:${arus.receiverPort}/`)
    }
  }
  await Promise.all(Array.from({ length: CREATED_AT_ONCE }, create))
}

/** Makes some of the endpoints hang; whatever was learnt of them before is forgotten. */
async function setHanging(pool: Pool, arus: Arus, share: number): Promise<void> {
  await pool.query(
    `UPDATE webhook_endpoints SET slow_until = NULL,
       url = regexp_replace(url, '/(hang/)?$', CASE WHEN number % 1000 < $1 THEN '/hang/' ELSE '/' END)
     FROM (SELECT id AS numbered, row_number() OVER (ORDER BY reverse(md5(id))) AS number FROM webhook_endpoints) AS ranked
     WHERE numbered = id`,
    [Math.round(share * 1000)]
  )
  await arus.receiver.ask('arrivals')
  await pool.query('CHECKPOINT')
}

/** Waits until nothing is in flight, and forgets what is to be tried again later. */
async function waitUntilQuiet(pool: Pool): Promise<void> {
  await delay(12_000)
  await pool.query("UPDATE deliveries SET status = 'given_up', next_attempt_at = NULL WHERE status = 'pending'")
  await pool.query('VACUUM deliveries')
}

function describe(context: PartContext, runs: readonly Deliveries[]): PartResult {
  const milliseconds = (value: number) => (value === Number.POSITIVE_INFINITY ? 'never' : formatNumber(value))
  const rows = runs.map(({ hangingShare, latenciesMs, missing, mostLateMs, usage }) => [
    `${formatNumber(hangingShare * 100)}%`,
    formatNumber(latenciesMs.length),
    ...[0.5, 0.9, 0.99, 1].map((share) => milliseconds(readShare(latenciesMs, share))),
    formatNumber(missing),
    milliseconds(mostLateMs),
    usage.map(({ name, processorSeconds }) => `${name.split(' (')[0]} ${formatNumber(processorSeconds, 1)}`).join(', ')
  ])
  const head = [
    'endpoints that hang',
    'healthy deliveries',
    'p50, ms',
    'p90',
    'p99',
    'slowest',
    'not within 20 s',
    'writer late by, ms'
  ]
  return {
    tables: [
      `${PER_SECOND} events a second, one for each of ${formatNumber(context.endpoints)} endpoints at addresses of their own, ${context.workerCount} worker processes; from commit to the receiver's first byte.`,
      formatTable([...head, 'processor seconds'], rows)
    ],
    figures: runs.map(({ hangingShare, latenciesMs }) => {
      const p99Ms = readShare(latenciesMs, 0.99)
      return {
        name: `p99 of healthy deliveries at ${PER_SECOND} events a second, ${formatNumber(hangingShare * 100)}% hanging, ms${nameDump(context)}`,
        wanted: `< ${WANTED_P99_MS}`,
        measured: milliseconds(p99Ms),
        isReached: p99Ms < WANTED_P99_MS
      }
    })
  }
}
