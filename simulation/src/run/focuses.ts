import type { Random } from '../world/random.js'
import { drawBatch } from './draw-anything.js'
import type { Settings } from './settings.js'

const MINUTE = 60_000

/** What a world may be about: anything, or what shows seldom where anything may happen. */
export type Focus = keyof typeof ABOUT

export const WEIGHTS: Record<Focus, number> = {
  anything: 12,
  leases: 2,
  repeats: 1,
  sleepers: 1,
  'not-found': 0.5,
  callbacks: 1,
  locks: 1,
  validation: 1,
  turns: 0.25,
  calm: 1,
  silence: 0.25,
  losses: 0.5,
  garbles: 0.5
}

export const ABOUT = {
  anything: (settings: Settings) => settings,
  leases: aboutLeases,
  repeats: aboutRepeats,
  sleepers: aboutSleepers,
  'not-found': aboutNotFound,
  callbacks: aboutCallbacks,
  locks: aboutLocks,
  validation: aboutValidation,
  turns: aboutTurns,
  calm: aboutCalm,
  silence: aboutSilence,
  losses: aboutLosses,
  garbles: aboutGarbles
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
    sparesTransactions: true,
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
    maxSteps: 1_500,
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

/**
 * What a process does that wakes when others have taken its items over and sent them again: it was stopped just before a
 * request left, or while it waited for an answer, and its timers go on from there.
 */
function aboutSleepers(settings: Settings, random: Random): Settings {
  const about = aboutLeases(settings, random)
  return {
    ...about,
    maxSteps: 1_500,
    bank: { ...about.bank, timeoutMs: 15_000, refusesRepeatsForMs: 24 * 60 * MINUTE },
    lies: { pays: 1, pays_slowly: 3, pays_unanswered: 3, loses_it: 1, rejects_slowly: 6 },
    // The first of a claim is quick, so that more are claimed at once, and wait.
    batches: about.batches.map((batch) => ({ ...batch, items: random.whole(4, 8) })),
    rates: { ...about.rates, undone: 0, pause: 0, pauseAroundCalls: 0.4, heldRow: 0, pauseInTransaction: 0 },
    pauses: [5 * MINUTE, 20 * MINUTE],
    stopsWhenAsking: false,
    stopsWhenAnswered: false,
    wakesAtRepeats: true
  }
}

/** What the bank does not show yet: for longer than a lease lasts. */
function aboutNotFound(settings: Settings, random: Random): Settings {
  const about = aboutLeases(settings, random)
  return {
    ...about,
    maxSteps: 1_500,
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

/** Many transactions at once on the same batches and accounts, which stop in their midst: at a statement, or at a row. */
function aboutLocks(settings: Settings, random: Random): Settings {
  return {
    ...settings,
    maxSteps: 1_200,
    bank: { ...settings.bank, maxConcurrentCalls: 8, timeoutMs: 2_000 },
    lies: { pays: 3, pays_slowly: 1, accepts: 4, loses_it: 1, rejects: 1 },
    acceptedForMs: { least: 10, most: 3_000 },
    callbackChance: 1,
    stickiness: 0,
    hopChance: 0.03,
    workers: 3,
    merchants: 1,
    batches: [0, 1].map(() => ({
      ...drawBatch(random),
      items: random.whole(4, 8),
      isForced: random.chance(0.5),
      approvers: 2,
      closer: 'none',
      submittedAfterMs: random.whole(0, 2_000)
    })),
    receivers: { acknowledges: 1 },
    endpoints: 1,
    hasPoison: false,
    pausesLong: false,
    stoppedAtOnce: 2,
    sessionsOfProcess: 4,
    rates: {
      ...settings.rates,
      crash: 0,
      crashBeforeSending: 0,
      lost: 0,
      outage: 0,
      pause: 0,
      pauseAroundCalls: 0.02,
      pauseInTransaction: 0.05,
      heldRow: 0.05
    }
  }
}

/** Batches that wait beside each other, at a bank that takes one call after another. */
function aboutTurns(settings: Settings, random: Random): Settings {
  const about = aboutCalm(settings, random)
  return {
    ...about,
    bank: { ...about.bank, maxConcurrentCalls: 1, timeoutMs: 15_000 },
    lies: { pays_slowly: 6, loses_it: 1, rejects: 1 },
    workers: random.pick([1, 2]),
    maxSteps: 1_500,
    batches: [0, 1, 2].map((merchant) => ({
      ...drawBatch(random),
      merchant,
      items: random.whole(6, 10),
      isForced: true,
      skipsValidation: true,
      approvers: 0,
      closer: 'none',
      submittedAfterMs: 0
    }))
  }
}

/** Nothing befalls anybody: the bank is slow after it was quick, or turns away with this and that. */
function aboutCalm(settings: Settings, random: Random): Settings {
  return {
    ...settings,
    bank: { ...settings.bank, maxConcurrentCalls: random.pick([1, 2]), timeoutMs: 15_000 },
    lies: random.pick([
      { pays: 2, pays_slowly: 6, rejects: 1 },
      { pays: 2, turns_away: 3 },
      { pays: 4, accepts: 1, loses_it: 1 },
      { pays: 3, accepts_and_denies: 2 }
    ]),
    turnsAwayForLong: true,
    batches: settings.batches.map((batch) => ({ ...batch, items: random.whole(6, 10), closer: 'none' })),
    receivers: { acknowledges: 1 },
    endpoints: 1,
    durationMs: 60 * MINUTE,
    tickChance: 0.05,
    tickMs: 3,
    hopChance: 0,
    hasPoison: false,
    rates: {
      crash: 0,
      pause: 0,
      wallJump: 0,
      databaseJump: 0,
      lost: 0,
      undone: 0,
      outage: 0,
      pauseAroundCalls: 0,
      crashBeforeSending: 0,
      pauseInTransaction: 0,
      heldRow: 0
    }
  }
}

/** A bank that has taken something and says nothing more of it, for days. */
function aboutSilence(settings: Settings, random: Random): Settings {
  const about = aboutCalm(settings, random)
  return {
    ...about,
    lies: { accepts: 2, accepts_unanswered: 1, pays_unanswered: 1 },
    acceptedForMs: { least: 3 * 24 * 60 * MINUTE, most: 5 * 24 * 60 * MINUTE },
    unansweredQuestions: random.pick([0.08, 0.9]),
    batches: [{ ...drawBatch(random), items: 2, isForced: true, skipsValidation: true, approvers: 0, closer: 'none' }],
    durationMs: 4 * 24 * 60 * MINUTE,
    maxSteps: 2_000
  }
}

/** Connections to the database that are lost, before a statement and after it, commits too; and transactions that it undoes. */
function aboutLosses(settings: Settings, random: Random): Settings {
  return {
    ...settings,
    bank: { ...settings.bank, maxConcurrentCalls: random.pick([1, 2, 8]) },
    lies: { pays: 6, rejects: 1, accepts: 1, loses_it: 1 },
    batches: settings.batches.map((batch) => ({ ...batch, items: random.whole(3, 6), closer: 'none' })),
    receivers: { acknowledges: 1 },
    endpoints: 1,
    rates: { ...settings.rates, lost: 0.03, undone: 0.03, crash: 0, crashBeforeSending: 0, outage: 0 }
  }
}

/** A bank that takes what it is sent, and something on the way that answers in its place. */
function aboutGarbles(settings: Settings, random: Random): Settings {
  return {
    ...settings,
    lies: {
      pays: 2,
      pays_and_breaks: 1,
      pays_and_answers_rubbish: 2,
      pays_and_answers_4xx: 3,
      pays_and_answers_of_another: 3,
      turns_away: 1
    },
    batches: settings.batches.map((batch) => ({ ...batch, items: random.whole(2, 5), closer: 'none' })),
    receivers: { acknowledges: 1 },
    endpoints: 1
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
