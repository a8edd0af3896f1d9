import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '@arus/server'
import type { Slot } from '../processes/create-slot.js'
import type { Database } from '../processes/start-database.js'
import type { System } from '../processes/start-system.js'
import { askPatiently } from '../watch/ask-patiently.js'
import { findWorkersMidFlight, readLeftAttempts, type WorkerKill, watchPickup } from '../watch/watch-kill.js'
import { type Fault, leastMidFlightKills } from './make-plan.js'

export type Deeds = {
  /** Faults that were done, and those for which nobody was there to be hit. */
  done: Record<string, number>
  skipped: Record<string, number>
  workerKills: WorkerKill[]
  /** Resolves when what killed workers left was picked up, or is given up on. */
  pickups: Promise<void>[]
}

export type CarryOutOptions = {
  plan: readonly Fault[]
  seconds: number
  system: System
  database: Database
  /** The harness's own connections. */
  pool: Pool
  latencyMs: number
  leaseMs: number
  note: (line: string) => void
  /** Told of a fault that could not be done, or not be undone. */
  onFailure: (message: string) => void
  /** Aborted when a person wants no more of it. */
  signal: AbortSignal
}

/**
 * Does what the plan says when it says so, and resolves when all of it is over: what was stopped goes on again, what was
 * killed has a successor. Several faults may be under way at once, but one process or server has one at a time, and half
 * of the workers are left alone, so that there is somebody to pick up what the others left. A fault that finds nobody it
 * may hit is made up for as soon as there is one, within the time; and that is half as long again where too few kills have
 * hit a worker between claim and commit, as on a machine that has much else to do.
 */
export async function carryOutPlan(options: CarryOutOptions): Promise<Deeds> {
  const { plan, seconds, signal } = options
  const deeds: Deeds = { done: {}, skipped: {}, workerKills: [], pickups: [] }
  const busy = new Set<Target>()
  const startedMs = performance.now()
  const underWay: Promise<void>[] = []
  const waiting = [...plan]
  let owed: Fault[] = []

  function start(fault: Fault, target: Target): void {
    count(deeds.done, fault.kind)
    busy.add(target)
    options.note(JSON.stringify({ ...fault, target: nameOf(target) }))
    underWay.push(
      doFault(options, fault, target, deeds)
        .catch((error: unknown) => options.onFailure(`${fault.kind} of ${nameOf(target)}: ${String(error)}`))
        .finally(() => busy.delete(target))
    )
  }

  const isOver = (elapsedMs: number) =>
    elapsedMs >= 1.5 * seconds * 1000 || (elapsedMs >= seconds * 1000 && countMidFlight(deeds) >= leastMidFlightKills(seconds))

  for (let elapsedMs = 0; !isOver(elapsedMs); elapsedMs = performance.now() - startedMs) {
    signal.throwIfAborted()
    const due = [...owed, ...takeDue(waiting, elapsedMs)].sort((left, right) => RANKS[left.kind] - RANKS[right.kind])
    owed = []
    for (const fault of due) {
      const target = await findTarget(options, fault, busy)
      if (target !== undefined) start(fault, target)
      else owed.push(fault)
    }
    await delay(owed.length > 0 ? LOOK_AGAIN_MS : TICK_MS)
  }
  for (const { kind } of [...waiting, ...owed]) count(deeds.skipped, kind)
  await Promise.all(underWay)
  return deeds
}

/** What is owed first: kills of workers are so many that nothing else would find half of them at work. */
const RANKS: Readonly<Record<Fault['kind'], number>> = {
  pause_worker: 0,
  kill_api: 1,
  pause_api: 1,
  stop_database: 1,
  terminate_backends: 1,
  kill_bank: 1,
  pause_bank: 1,
  slow_bank: 1,
  kill_worker: 2
}
const TICK_MS = 20
const LOOK_AGAIN_MS = 200

type Target = Slot | Database

function countMidFlight({ workerKills }: Deeds): number {
  return workerKills.filter(({ left }) => left > 0).length
}

function takeDue(waiting: Fault[], elapsedMs: number): Fault[] {
  const firstLater = waiting.findIndex(({ atMs }) => atMs > elapsedMs)
  return waiting.splice(0, firstLater === -1 ? waiting.length : firstLater)
}

/** What a fault hits: a process that is up, or the database; undefined while something is being done to it already. */
async function findTarget(options: CarryOutOptions, fault: Fault, busy: Set<Target>): Promise<Target | undefined> {
  const { system, database } = options
  switch (fault.kind) {
    case 'kill_worker':
    case 'pause_worker': {
      const free = findFree(system.workers, fault.slot, busy)
      if (free.length <= system.workers.length / 2) return undefined
      return fault.kind === 'kill_worker' && fault.isAimed ? findMidFlight(options, free) : free[0]
    }
    case 'kill_api':
    case 'pause_api':
      return findFree(system.apis, fault.slot, busy)[0]
    case 'stop_database':
    case 'terminate_backends':
      return busy.has(database) ? undefined : database
    case 'kill_bank':
    case 'pause_bank':
    case 'slow_bank':
      return busy.has(system.bank) ? undefined : system.bank
  }
}

/** Processes that are up and to which nothing is being done, the wanted one first. */
function findFree(slots: readonly Slot[], wanted: number, busy: Set<Target>): Slot[] {
  return [...slots.slice(wanted), ...slots.slice(0, wanted)].filter((slot) => !busy.has(slot) && slot.isUp())
}

async function findMidFlight({ system, pool }: CarryOutOptions, free: Slot[]): Promise<Slot | undefined> {
  const workerIds = await Promise.all(free.map(system.readWorkerId))
  const midFlight = await findWorkersMidFlight(pool, workerIds).catch(() => new Set<string>())
  return free.find((_, index) => midFlight.has(workerIds[index]!))
}

async function doFault(options: CarryOutOptions, fault: Fault, target: Target, deeds: Deeds): Promise<void> {
  const { system, database, pool, latencyMs } = options
  const slot = target as Slot
  switch (fault.kind) {
    case 'kill_worker': {
      const workerId = await system.readWorkerId(slot)
      await slot.kill()
      // Beside the start of its successor, which takes longer, and has another name.
      await Promise.all([noteKill(options, workerId, deeds), system.startPatiently(slot)])
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

async function noteKill({ pool, leaseMs, signal }: CarryOutOptions, workerId: string, deeds: Deeds): Promise<void> {
  const left = await readLeftAttempts(pool, workerId)
  deeds.workerKills.push(left.kill)
  deeds.pickups.push(watchPickup(pool, left, { leaseMs, signal }))
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

function nameOf(target: Target): string {
  return 'name' in target ? target.name : 'database'
}
