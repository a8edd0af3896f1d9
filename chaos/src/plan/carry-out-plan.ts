import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'
import type { Slot } from '../processes/create-slot.js'
import type { Database } from '../processes/start-database.js'
import type { System } from '../processes/start-system.js'
import { askPatiently } from '../watch/ask-patiently.js'
import { countLeftAttempts, type WorkerKill } from '../watch/count-left-attempts.js'
import type { Fault } from './make-plan.js'

export type Deeds = {
  /** Faults that were done, and those for which nobody was there to be hit. */
  done: Record<string, number>
  skipped: Record<string, number>
  workerKills: WorkerKill[]
}

export type CarryOutOptions = {
  plan: readonly Fault[]
  seconds: number
  system: System
  database: Database
  /** The harness's own connections. */
  pool: Pool
  latencyMs: number
  note: (line: string) => void
}

/**
 * Does what the plan says when it says so, and resolves when all of it is over: what was stopped goes on again, what was
 * killed has a successor. Several faults may be under way at once, but one process or server has one at a time. The kill
 * of a worker that meets nobody, since all of them are being started, is made up for as soon as one works again.
 */
export async function carryOutPlan(options: CarryOutOptions): Promise<Deeds> {
  const { plan, seconds } = options
  const deeds: Deeds = { done: {}, skipped: {}, workerKills: [] }
  const busy = new Set<unknown>()
  const startedMs = performance.now()
  const underWay: Promise<void>[] = []
  const owed: Fault[] = []
  const waiting = [...plan]

  function start(fault: Fault, target: Slot | Database): void {
    count(deeds.done, fault.kind)
    busy.add(target)
    options.note(JSON.stringify({ ...fault, target: nameOf(target) }))
    underWay.push(doFault(options, fault, target, deeds).finally(() => busy.delete(target)))
  }

  for (let elapsedMs = 0; elapsedMs < seconds * 1000; elapsedMs = performance.now() - startedMs) {
    while (waiting[0] !== undefined && waiting[0].atMs <= elapsedMs) {
      const fault = waiting.shift()!
      const target = findTarget(options, fault, busy)
      if (target !== undefined) start(fault, target)
      else if (fault.kind === 'kill_worker') owed.push(fault)
      else count(deeds.skipped, fault.kind)
    }
    const target = owed[0] && findFree(workersAtWork(options), 0, busy)
    if (target !== undefined) start(owed.shift()!, target)
    await delay(TICK_MS)
  }
  for (const { kind } of [...waiting, ...owed]) count(deeds.skipped, kind)
  await Promise.all(underWay)
  return deeds
}

const TICK_MS = 20
/** A worker that is up for so long has claimed something, where there is something. */
const AT_WORK_AFTER_MS = 1500

function workersAtWork({ system }: CarryOutOptions): Slot[] {
  return system.workers
    .filter((slot) => slot.upForMs() >= AT_WORK_AFTER_MS)
    .sort((left, right) => right.upForMs() - left.upForMs())
}

/** What a fault hits: a process that is up, or the database; undefined while something is being done to it already. */
function findTarget({ system, database }: CarryOutOptions, fault: Fault, busy: Set<unknown>): Slot | Database | undefined {
  switch (fault.kind) {
    case 'kill_worker':
    case 'pause_worker':
      return findFree(system.workers, fault.slot, busy)
    case 'kill_api':
    case 'pause_api':
      return findFree(system.apis, fault.slot, busy)
    case 'stop_database':
    case 'terminate_backends':
      return busy.has(database) ? undefined : database
    case 'kill_bank':
    case 'pause_bank':
    case 'slow_bank':
      return busy.has(system.bank) ? undefined : system.bank
  }
}

function findFree(slots: readonly Slot[], wanted: number, busy: Set<unknown>): Slot | undefined {
  return [...slots.slice(wanted), ...slots.slice(0, wanted)].find((slot) => !busy.has(slot) && slot.processId() !== undefined)
}

async function doFault(
  { system, database, pool, latencyMs }: CarryOutOptions,
  fault: Fault,
  target: Slot | Database,
  deeds: Deeds
) {
  const slot = target as Slot
  switch (fault.kind) {
    case 'kill_worker': {
      const workerId = await system.readWorkerId(slot)
      await slot.kill()
      // Counted beside the start of its successor, which takes longer, and has another name.
      const [kill] = await Promise.all([countLeftAttempts(pool, workerId), system.startPatiently(slot)])
      deeds.workerKills.push(kill)
      return
    }
    case 'kill_api':
      await slot.kill()
      return system.startPatiently(slot)
    case 'pause_worker':
    case 'pause_api':
    case 'pause_bank':
      slot.pause()
      await delay(fault.forMs)
      return slot.continue()
    case 'stop_database':
      await database.stopAtOnce()
      await delay(fault.downMs)
      return database.startAgain()
    case 'terminate_backends':
      return askPatiently(() => terminateBackends(pool, fault.share))
    case 'kill_bank':
      await slot.kill()
      await delay(fault.downMs)
      return system.startPatiently(slot)
    case 'slow_bank':
      await system.setBankLatency(fault.latencyMs)
      await delay(fault.forMs)
      return system.setBankLatency(latencyMs)
  }
}

/** Of the servers' connections, not of our own. */
async function terminateBackends(pool: Pool, share: number): Promise<void> {
  await pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name IN ('arus api', 'arus worker') AND random() < $1`,
    [share]
  )
}

function count(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1
}

function nameOf(target: Slot | Database): string {
  return 'name' in target ? target.name : 'database'
}
