import { createRandom, type Random } from './create-random.js'

/** One thing that is done to the running system, so long after the start of the load. */
export type Fault = { atMs: number } & FaultKind

type FaultKind =
  /** Aimed: at one that has items between claim and commit at that moment. Otherwise at whichever, whatever it does. */
  | { kind: 'kill_worker'; slot: number; isAimed: boolean }
  | { kind: 'kill_api'; slot: number }
  /** Stopped (SIGSTOP) for so long, then continued. */
  | { kind: 'pause_worker'; slot: number; forMs: number }
  | { kind: 'pause_api'; slot: number; forMs: number }
  /** Immediate mode: every backend ends at once, and the log is played again at the next start. */
  | { kind: 'stop_database'; downMs: number }
  /** So large a part of the connections to the database are ended by it. */
  | { kind: 'terminate_backends'; share: number }
  | { kind: 'kill_bank'; downMs: number }
  | { kind: 'pause_bank'; forMs: number }
  | { kind: 'slow_bank'; latencyMs: number; forMs: number }

export type PlanOptions = { seed: number; seconds: number; workers: number; apis: number; leaseMs: number }

/** How often each happens in two minutes; a shorter run has as many in the same time. */
const TIMES_IN_TWO_MINUTES: Readonly<Record<FaultKind['kind'], number>> = {
  kill_worker: 72,
  kill_api: 8,
  pause_worker: 3,
  pause_api: 2,
  stop_database: 3,
  terminate_backends: 6,
  kill_bank: 3,
  pause_bank: 3,
  slow_bank: 3
}

export const FAULT_KINDS = Object.keys(TIMES_IN_TWO_MINUTES) as FaultKind['kind'][]

/** The others hit a worker that may be at anything. */
const AIMED_SHARE = 0.85
const TWO_MINUTES = 120
/** Kills that must hit a worker between claim and commit, in two minutes. */
const LEAST_KILLS = 50

/** The least number of kills that must hit a worker between claim and commit in a run of so many seconds. */
export function leastMidFlightKills(seconds: number): number {
  return Math.max(1, Math.floor((LEAST_KILLS * Math.min(seconds, TWO_MINUTES)) / TWO_MINUTES))
}

/**
 * Makes the plan of one run: the same for the same seed. Each kind of fault is spread over the whole time, one in each
 * of as many equal parts as it has faults, at a moment that chance chooses. Which of a process's calls are under way then
 * no seed can say.
 */
export function makePlan(options: PlanOptions): Fault[] {
  const random = createRandom(options.seed)
  const durationMs = options.seconds * 1000
  const faults: Fault[] = []
  for (const kind of FAULT_KINDS) {
    const times = Math.round((TIMES_IN_TWO_MINUTES[kind] * options.seconds) / TWO_MINUTES)
    for (let part = 0; part < times; part++) {
      const atMs = Math.floor(((part + random.next()) * durationMs) / times)
      faults.push({ atMs, ...chooseFault(kind, random, options) })
    }
  }
  return faults.sort((left, right) => left.atMs - right.atMs)
}

function chooseFault(kind: FaultKind['kind'], random: Random, { workers, apis, leaseMs }: PlanOptions): FaultKind {
  switch (kind) {
    case 'kill_worker':
      return { kind, slot: random.between(0, workers - 1), isAimed: random.next() < AIMED_SHARE }
    case 'kill_api':
      return { kind, slot: random.between(0, apis - 1) }
    case 'pause_worker':
      return { kind, slot: random.between(0, workers - 1), forMs: leaseMs + random.between(500, 4000) }
    case 'pause_api':
      return { kind, slot: random.between(0, apis - 1), forMs: random.between(500, 6000) }
    case 'stop_database':
      return { kind, downMs: random.between(0, 1500) }
    case 'terminate_backends':
      return { kind, share: random.pick([0.3, 0.6, 1]) }
    case 'kill_bank':
      return { kind, downMs: random.between(0, 1500) }
    case 'pause_bank':
      return { kind, forMs: random.between(500, 6500) }
    case 'slow_bank':
      return { kind, latencyMs: random.between(4000, 6500), forMs: random.between(2000, 5000) }
  }
}
