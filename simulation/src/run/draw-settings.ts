import type { BankMode, BankTerms, Lie } from '../parties/simulated-bank.js'
import type { Random } from '../world/random.js'

/** What one run is like: all of it follows from the seed. */
export type Settings = {
  bank: BankTerms
  lies: Partial<Record<Lie, number>>
  workers: number
  leaseMs: number
  merchants: number
  feePerItemSen: bigint
  batches: BatchPlan[]
  receivers: Record<string, number>
  endpoints: number
  /** For how long the world is bad, by its own time, and for how many steps. */
  durationMs: number
  maxSteps: number
  stickiness: number
  /** How often the world's time goes on a little between two steps, and how often it hops to the next timer although others wait. */
  tickChance: number
  tickMs: number
  hopChance: number
  /** By step. */
  rates: {
    crash: number
    pause: number
    wallJump: number
    databaseJump: number
    lost: number
    undone: number
    outage: number
    /** Beyond those: just before a request leaves, or when its answer is there. */
    pauseAroundCalls: number
    crashBeforeSending: number
  }
  suspends: boolean
  pausesLong: boolean
  /** One item whose outcome can't be written, whatever else is with it. */
  hasPoison: boolean
}

export type BatchPlan = {
  merchant: number
  items: number
  isForced: boolean
  skipsValidation: boolean
  approvers: number
  /** Somebody turns the batch down, or deletes it, while others approve it. */
  closer: 'none' | 'rejects' | 'deletes'
  submittedAfterMs: number
}

const MINUTE = 60_000
const CALM: Partial<Record<Lie, number>> = { pays: 6, rejects: 1, accepts: 1 }
const BAD: Partial<Record<Lie, number>> = {
  pays: 4,
  pays_slowly: 1,
  pays_unanswered: 2,
  pays_and_breaks: 2,
  pays_and_answers_rubbish: 1,
  pays_and_answers_4xx: 1,
  pays_and_answers_of_another: 0.5,
  loses_it: 2,
  loses_it_slowly: 2,
  accepts: 1,
  accepts_unanswered: 1,
  rejects: 2,
  rejects_then_pays: 0.7,
  pays_then_reverses: 0.7,
  accepts_then_rejects: 1,
  turns_away: 1.5
}
const LOST: Partial<Record<Lie, number>> = {
  pays: 2,
  pays_unanswered: 2,
  loses_it: 4,
  loses_it_slowly: 3,
  rejects: 2,
  turns_away: 1
}

/** What a world may be about: anything, or what happens to leases when processes are stopped while items wait for a place. */
export type Focus = 'anything' | 'leases'

export function drawSettings(random: Random, mode?: BankMode, focus?: Focus): Settings {
  const settings = drawAnything(random, mode)
  return (focus ?? random.weigh<Focus>({ anything: 6, leases: 1 })) === 'leases' ? aboutLeases(settings, random) : settings
}

function aboutLeases(settings: Settings, random: Random): Settings {
  const { batches, rates } = settings
  return {
    ...settings,
    bank: { ...settings.bank, maxConcurrentCalls: 1, timeoutMs: random.pick([2_000, 5_000]) },
    lies: { pays: 8, loses_it: 2, loses_it_slowly: 1, pays_unanswered: 1, accepts: 0.5, rejects: 0.5 },
    workers: 3,
    batches: batches.map((batch) => ({
      ...batch,
      items: random.whole(3, 6),
      isForced: true,
      skipsValidation: true,
      approvers: 0,
      closer: 'none'
    })),
    receivers: { acknowledges: 1 },
    endpoints: 1,
    durationMs: 30 * MINUTE,
    hasPoison: false,
    pausesLong: true,
    rates: {
      ...rates,
      crash: 0,
      crashBeforeSending: 0,
      lost: 0,
      databaseJump: 0,
      wallJump: 0,
      outage: 0,
      pause: 0.004,
      pauseAroundCalls: 0.15
    }
  }
}

function drawAnything(random: Random, mode?: BankMode): Settings {
  const bankMode = mode ?? random.weigh<BankMode>({ refuses: 5, books: 2, breaks_its_word: 3 })
  const timeoutMs = random.pick([2_000, 5_000, 15_000])
  const notFoundHorizonMs = random.pick([2_000, 10_000])
  const mood = random.weigh({ calm: 1, bad: 5, lost: 2 })
  const trouble = random.weigh({ none: 1, some: 4, much: 2 })
  const scale = { none: 0, some: 1, much: 4 }[trouble]
  // A clock that stands still and another that is set back at once would hide from a process that its lease has ended.
  const suspends = random.chance(0.5)
  const rate = (value: number) => (random.chance(0.6) ? value * scale : 0)
  const batches = random.weigh({ one: 5, two: 3, three: 2 })
  return {
    bank: {
      mode: bankMode,
      timeoutMs,
      maxConcurrentCalls: random.pick([1, 1, 2, 8]),
      notFoundHorizonMs,
      refusesRepeatsForMs: random.pick([4 * MINUTE, 24 * 60 * MINUTE])
    },
    lies: { calm: CALM, bad: BAD, lost: LOST }[mood],
    workers: random.whole(2, 3),
    leaseMs: random.pick([40_000, 60_000]),
    merchants: random.whole(1, 2),
    feePerItemSen: random.pick([0n, 250_000n]),
    batches: Array.from({ length: { one: 1, two: 2, three: 3 }[batches] }, () => drawBatch(random)),
    receivers: random.chance(0.4)
      ? { acknowledges: 1 }
      : { acknowledges: 4, fails: 1, redirects: 1, hangs: 1, drips: 1, refuses: 1, breaks_off: 1 },
    endpoints: random.whole(1, 2),
    durationMs:
      random.weigh({ short: 6, long: 2, days: 1 }) === 'short'
        ? 10 * MINUTE
        : random.pick([3 * 60 * MINUTE, 4 * 24 * 60 * MINUTE]),
    maxSteps: 700,
    stickiness: random.pick([0, 0.3, 0.8]),
    tickChance: random.pick([0.05, 0.2]),
    tickMs: random.pick([3, 40, 400]),
    hopChance: random.pick([0, 0.005, 0.02]),
    rates: {
      crash: rate(0.002),
      pause: rate(0.002),
      wallJump: suspends && bankMode === 'breaks_its_word' ? 0 : rate(0.002),
      databaseJump: bankMode === 'breaks_its_word' ? 0 : rate(0.001),
      lost: rate(0.004),
      undone: rate(0.03),
      outage: rate(0.002),
      pauseAroundCalls: rate(0.04),
      crashBeforeSending: rate(0.04)
    },
    suspends,
    pausesLong: random.chance(0.5),
    hasPoison: random.chance(0.08)
  }
}

function drawBatch(random: Random): BatchPlan {
  const isForced = random.chance(0.6)
  return {
    merchant: random.whole(0, 1),
    items: random.weigh({ few: 3, some: 2 }) === 'few' ? random.whole(1, 3) : random.whole(4, 8),
    isForced,
    skipsValidation: random.chance(0.6),
    approvers: isForced && random.chance(0.8) ? 0 : random.whole(1, 2),
    closer: random.weigh({ none: 8, rejects: 1, deletes: 1 }),
    submittedAfterMs: random.whole(0, random.pick([10, 5_000]))
  }
}
