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
  /** How long a process may be stopped, where that is not drawn from the usual. */
  pauses?: number[]
  /** So many may be stopped for long at the same time. */
  stoppedAtOnce: number
  /** How often the bank calls back when what it accepted comes to an end. */
  callbackChance: number
  /** How often a question about an account stays without an answer. */
  unansweredInquiries: number
  /** The bank may say 429 and ask for five minutes. */
  turnsAwayForLong: boolean
  /** Whether processes are stopped before questions as often as before requests. */
  stopsWhenAsking: boolean
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

/** What a world may be about: anything, or what shows seldom where anything may happen. */
export type Focus = keyof typeof ABOUT

const WEIGHTS: Record<Focus, number> = { anything: 12, leases: 2, repeats: 1, 'not-found': 1, callbacks: 1, validation: 1 }

const ABOUT = {
  anything: (settings: Settings) => settings,
  leases: aboutLeases,
  repeats: aboutRepeats,
  'not-found': aboutNotFound,
  callbacks: aboutCallbacks,
  validation: aboutValidation
}

export function drawSettings(random: Random, mode?: BankMode, focus?: Focus): Settings {
  const settings = drawAnything(random, mode)
  return ABOUT[focus ?? random.weigh(WEIGHTS)](settings, random)
}

/** What happens to leases when processes are stopped while items wait for a place. */
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

/**
 * What happens to an item of which two requests are on their way: one that was taken for lost arrives after all, or is sent
 * by a process that was held up, while the other is refused, turned away for minutes, or slow.
 */
function aboutRepeats(settings: Settings, random: Random): Settings {
  const about = aboutLeases(settings, random)
  const { mode, notFoundHorizonMs } = settings.bank
  return {
    ...about,
    bank: { ...about.bank, maxConcurrentCalls: random.pick([1, 2]), timeoutMs: 15_000, refusesRepeatsForMs: 4 * MINUTE },
    lies:
      mode === 'breaks_its_word'
        ? { pays: 1, pays_slowly: 4, pays_unanswered: 3, loses_it: 1, rejects: 5, turns_away: 1 }
        : { pays: 2, arrives_late: 5, loses_it: 1, turns_away: 3 },
    turnsAwayForLong: true,
    batches: about.batches.map((batch) => ({ ...batch, items: random.whole(2, 4) })),
    rates: { ...about.rates, pauseAroundCalls: 0.25 },
    pauses: [5_000, ...[2, 3, 5, 8].map((horizons) => settings.leaseMs + horizons * notFoundHorizonMs)],
    stopsWhenAsking: false,
    workers: 4,
    stoppedAtOnce: 2
  }
}

/** What the bank does not show yet: for longer than a lease lasts. */
function aboutNotFound(settings: Settings, random: Random): Settings {
  const about = aboutLeases(settings, random)
  return {
    ...about,
    bank: { ...about.bank, maxConcurrentCalls: random.pick([2, 8]), notFoundHorizonMs: 90_000 },
    lies: { pays: 2, pays_unanswered: 4, pays_and_breaks: 2, loses_it: 2, accepts_unanswered: 1, rejects: 1 },
    rates: { ...about.rates, pauseAroundCalls: 0.05 }
  }
}

/** The bank's own word, which comes while workers ask and write. */
function aboutCallbacks(settings: Settings, random: Random): Settings {
  return {
    ...settings,
    lies: { pays: 2, accepts: 4, accepts_then_rejects: 2, rejects_then_pays: 2, pays_then_reverses: 1 },
    callbackChance: 1,
    stickiness: 0,
    batches: settings.batches.map((batch) => ({
      ...batch,
      items: random.whole(4, 8),
      isForced: true,
      skipsValidation: true,
      closer: 'none'
    }))
  }
}

/** Accounts about which two workers ask, since one was stopped past its lease. */
function aboutValidation(settings: Settings, random: Random): Settings {
  const about = aboutLeases(settings, random)
  return {
    ...about,
    batches: about.batches.map((batch) => ({ ...batch, items: random.whole(4, 8), skipsValidation: false })),
    pauses: [2_000, 8_000, 16_000].map((pastMs) => settings.leaseMs + pastMs),
    unansweredInquiries: 0.7
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
    lies: withLateArrivals({ calm: CALM, bad: BAD, lost: LOST }[mood], bankMode),
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
    stoppedAtOnce: 1,
    callbackChance: 0.5,
    unansweredInquiries: 0.1,
    turnsAwayForLong: false,
    stopsWhenAsking: true,
    hasPoison: random.chance(0.08)
  }
}

/** At a bank that books repeats in spite of its word, a request that arrives minutes after it was given up can't be survived. */
function withLateArrivals(lies: Settings['lies'], mode: BankMode): Settings['lies'] {
  return mode === 'breaks_its_word' || lies === CALM ? lies : { ...lies, arrives_late: 0.7 }
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
