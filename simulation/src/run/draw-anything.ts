import type { BankMode } from '../parties/bank-book.js'
import type { Lie } from '../parties/tell-lie.js'
import type { Random } from '../world/random.js'
import type { BatchPlan, Settings } from './settings.js'

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

export function drawAnything(random: Random, mode?: BankMode): Settings {
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
      crashBeforeSending: rate(0.04),
      pauseInTransaction: rate(0.004),
      heldRow: rate(0.004)
    },
    sessionsOfProcess: random.pick([2, 2, 4]),
    wakesAtRepeats: false,
    acceptedForMs: { least: 2_000, most: 40 * MINUTE },
    unansweredQuestions: 0.08,
    suspends,
    pausesLong: random.chance(0.5),
    stoppedAtOnce: 1,
    callbackChance: 0.5,
    unansweredInquiries: 0.1,
    turnsAwayForLong: false,
    stopsWhenAsking: true,
    stopsWhenAnswered: true,
    sparesTransactions: false,
    hasPoison: random.chance(0.08)
  }
}

/** At a bank that books repeats in spite of its word, a request that arrives minutes after it was given up can't be survived. */
function withLateArrivals(lies: Settings['lies'], mode: BankMode): Settings['lies'] {
  return mode === 'breaks_its_word' || lies === CALM ? lies : { ...lies, arrives_late: 0.7 }
}

export function drawBatch(random: Random): BatchPlan {
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
