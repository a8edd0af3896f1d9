import { randomBytes } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { appendFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPool, migrate } from '@arus/server'
import { type Outcome, settleAndCheck } from './checks/settle-and-check.js'
import { type CallCounts, createCaller } from './load/create-caller.js'
import { type Merchant, makeMerchant } from './load/make-merchant.js'
import { type AcknowledgedBatch, submitBatches } from './load/submit-batches.js'
import { carryOutPlan, type Deeds } from './plan/carry-out-plan.js'
import { makePlan } from './plan/make-plan.js'
import { startDatabase } from './processes/start-database.js'
import { startSystem } from './processes/start-system.js'
import { judgeRun } from './report/judge-run.js'
import { type Sample, sampleItems } from './watch/sample-items.js'
import { startReceiver } from './webhooks/start-receiver.js'

export type ChaosOptions = {
  seed: number
  seconds: number
  refusesRepeats: boolean
  /** Where logs, the bank's book and the report are left. */
  folder: string
  tell: (line: string) => void
  /** Aborted when a person wants no more of it: everything that was started is ended. */
  signal: AbortSignal
}

/** All that one run did and found. */
export type Run = {
  options: Pick<ChaosOptions, 'seed' | 'seconds' | 'refusesRepeats'>
  setting: typeof SETTING
  batches: number
  items: number
  calls: CallCounts
  deeds: Omit<Deeds, 'pickups'>
  samples: Sample[]
  outcome: Outcome
  /** What went wrong on the way, before anything was checked. */
  faults: string[]
  secondsInAll: number
}

/** How the system is made up, whatever the seed. */
export const SETTING = {
  apis: 2,
  workers: 5,
  merchants: 3,
  leaseMs: 10_000,
  /** Of every call to the bank: with the rate of arrival it makes how many items are being sent at a time. */
  latencyMs: 1500,
  /** As long as more items than this wait to be sent, merchants wait. */
  enoughReady: 1500
} as const

/** So that what is open is worked off soon once nothing is broken any more. */
const DRAIN_LATENCY_MS = 20
/** How long after the last batch a client still tries to get its answers. */
const PATIENCE_MS = 120_000

/**
 * Runs real processes on loopback under load, breaks them by a plan, and holds what is left against what merchants were
 * told and what the bank has in its own book.
 */
export async function runChaos(options: ChaosOptions): Promise<Run> {
  const startedMs = performance.now()
  const { seed, seconds, refusesRepeats, folder, tell, signal } = options
  await mkdir(folder, { recursive: true })
  const faults: string[] = []
  const closers: (() => Promise<unknown>)[] = []
  try {
    // Outside of the working folder, which PostgreSQL's user may not enter; on a disk all the same.
    const databaseFolder = await mkdtemp(join(tmpdir(), 'arus-chaos-'))
    await chmod(databaseFolder, 0o755)
    let keepsDatabase = true
    closers.push(async () => {
      if (keepsDatabase) tell(`the database is kept in ${databaseFolder}`)
      else await rm(databaseFolder, { recursive: true, force: true })
    })
    tell('starting PostgreSQL, a bank, APIs and workers')
    const database = await startDatabase(databaseFolder)
    closers.push(async () => {
      await database.stop()
      await copyFile(join(databaseFolder, 'postgres.log'), join(folder, 'postgres.log'))
    })
    const pool = createPool({ databaseUrl: database.url, maxConnections: 6, applicationName: 'chaos', onError: () => {} })
    closers.push(() => pool.end())
    await migrate(pool)
    const masterKey = randomBytes(32)
    const system = await startSystem({
      ...SETTING,
      folder,
      databaseUrl: database.url,
      masterKey,
      refusesRepeats,
      onUnexpectedEnd: (message) => faults.push(message)
    })
    closers.push(() => system.stop())
    const receiver = await startReceiver()
    closers.push(() => receiver.stop())

    const calls: CallCounts = { sent: 0, unanswered: 0, serverErrors: 0, busy: 0 }
    const call = createCaller(system.readUrls, calls)
    const patience = new AbortController()
    // As many wait on it as batches wait to be approved.
    setMaxListeners(0, patience.signal)
    closers.push(async () => patience.abort(new Error('the run is over')))
    const merchants: Merchant[] = []
    for (let number = 1; number <= SETTING.merchants; number++) {
      const made = await makeMerchant(pool, masterKey, `Merchant ${number}`)
      const body = JSON.stringify({ url: receiver.urlOf(made.id) })
      const answer = await call(made.secretKey, { method: 'POST', path: '/webhook_endpoints', body }, patience.signal)
      const { secret } = answer.body.data as { secret: string }
      merchants.push({ ...made, endpointSecret: secret })
      receiver.know(merchants.at(-1)!)
    }

    tell(`${seconds} s of load and faults, seed ${seed}; logs are in ${folder}`)
    const sampling = sampleItems(pool)
    const arrivals = new AbortController()
    const acknowledged: AcknowledgedBatch[] = []
    const load = submitBatches({
      merchants,
      call,
      seed,
      hasEnough: () => (sampling.latest()?.ready ?? 0) > SETTING.enoughReady,
      shortestPauseMs: 300,
      longestPauseMs: 3000,
      arrivals: arrivals.signal,
      patience: patience.signal,
      onAcknowledged: (batch) => acknowledged.push(batch),
      onRefused: (message) => faults.push(message)
    }).catch((error: unknown) => void faults.push(`the load ended early: ${String(error)}`))
    const plan = makePlan({ seed, seconds, ...SETTING })
    await writeFile(join(folder, 'plan.json'), plan.map((fault) => JSON.stringify(fault)).join('\n'))
    const note = (line: string) => appendFileSync(join(folder, 'faults.log'), `${new Date().toISOString()} ${line}\n`)
    const onFailure = (message: string) => void faults.push(message)
    const deeds = await carryOutPlan({
      plan,
      seconds,
      system,
      database,
      pool,
      latencyMs: SETTING.latencyMs,
      leaseMs: SETTING.leaseMs,
      note,
      onFailure,
      signal
    }).finally(() => {
      arrivals.abort()
    })
    await sampling.stop()
    await system.setBankLatency(DRAIN_LATENCY_MS)
    const giveUp = setTimeout(() => patience.abort(new Error('no answer in time')), PATIENCE_MS)
    await load
    clearTimeout(giveUp)

    tell(`${acknowledged.length} batches were acknowledged; everything runs again, and what is open is worked off`)
    const outcome = await settleAndCheck({
      system,
      pool,
      call,
      acknowledged,
      receiver,
      deeds,
      signal,
      bookPath: join(folder, 'bank.book')
    })
    const run: Run = {
      options: { seed, seconds, refusesRepeats },
      setting: SETTING,
      batches: acknowledged.length,
      items: acknowledged.reduce((sum, { itemCount }) => sum + itemCount, 0),
      calls,
      deeds: { done: deeds.done, skipped: deeds.skipped, workerKills: deeds.workerKills },
      samples: sampling.samples,
      outcome,
      faults,
      secondsInAll: (performance.now() - startedMs) / 1000
    }
    keepsDatabase = judgeRun(run).length > 0
    return run
  } finally {
    for (const close of closers.reverse()) await close().catch((error: unknown) => tell(`while tidying up: ${String(error)}`))
  }
}
