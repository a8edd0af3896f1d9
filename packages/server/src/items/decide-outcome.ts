import type { NotFound, StatusOutcome, TransferOutcome } from '../rails/rail.js'
import { checkDelayMs, isPastLastCheck } from './check-schedule.js'
import { type BankWord, decideByBankWord } from './decide-by-bank-word.js'
import type { ItemStatus } from './item-states.js'

/** The call, or the question, was never started: only its owner can know. */
type NotSent = {
  kind: 'not_sent'
  /** An earlier attempt was lost so long ago that the rail may forget its reference before this one could reach it. */
  isTooLate?: boolean
}
/** A transfer that had been paid came back. */
type Reversed = { kind: 'reversed'; reason: string }

/** What became of one attempt to send. */
export type TransferReport = TransferOutcome | NotSent

/**
 * What was learnt: from the answer of a transfer (about that attempt), by asking (about our reference as a whole), or
 * from the bank itself, past the rail.
 */
export type Report = { attempt: number } & (
  | { source: 'transfer'; outcome: TransferReport }
  | { source: 'person' | 'statement'; outcome: BankWord }
  | {
      source: 'status'
      outcome: StatusOutcome | Reversed | NotSent
      /** Before the question was put, by the database's clock: what an answer proves, it proves of that moment. */
      askedAtMs: number
    }
)

export type AttemptOutcome = 'paid' | 'accepted' | 'rejected' | 'unknown' | 'deferred' | 'not_sent' | 'not_found'

/** What the rows say of one item, read under lock. Times in milliseconds of the database's clock. */
export type ItemFacts = {
  status: ItemStatus
  /** The current attempt. */
  attempt: number
  checkCount: number
  notFoundAtMs: number | undefined
  nowMs: number
  /** When it came into this status. */
  statusSetAtMs: number
  /** Every attempt so far; outcome undefined where none is known yet. */
  attempts: { attempt: number; outcome: AttemptOutcome | undefined; claimedAtMs: number; sendUntilMs: number }[]
}

export type RailPolicy = { notFoundHorizonMs: number; refusesRepeatsForMs: number | undefined }

/** What a report does to an item. Absent fields stay as they are. */
export type Decision = {
  attemptOutcome?: { attempt: number; outcome: AttemptOutcome }
  move?: ItemStatus
  /** When a worker may take the item next, from now. */
  dueInMs?: number
  checkCount?: number
  notFound?: 'first' | 'forget'
  openCase?: 'paid_after_failed' | 'reversed_after_done' | 'unresolved' | 'contradiction'
}

/** After a deferred call: twice as long each time, up to a minute, and never sooner than the rail asked for. */
const DEFERRED_DELAY_MS = { first: 1_000, longest: 60_000 }

/**
 * Decides what one report means for one item. Pure, and the only place where an outcome becomes a status.
 *
 * It never guesses: no answer leaves the item open and asked about, and only an answer that leaves no doubt about every
 * attempt makes it final or sends it again.
 */
export function decideOutcome(item: ItemFacts, report: Report, policy: RailPolicy): Decision {
  if (!isBankReport(report)) return decideByRail(item, report, policy)
  return isBeingSent(item) ? {} : decideByBankWord(item.status, report.outcome)
}

/**
 * A worker holds it, and may start its call at any moment until its lease is over: whatever the bank said was said before. Ended now,
 * it would be sent all the same, since its worker learns of that only with the next renewal. So the word is not taken; whoever
 * brings it is told to bring it again.
 */
function isBeingSent({ status, attempt, attempts, nowMs }: ItemFacts): boolean {
  return status === 'sending' && attempts.some((one) => one.attempt === attempt && one.sendUntilMs > nowMs)
}

type BankReport = Extract<Report, { source: 'person' | 'statement' }>
type RailReport = Exclude<Report, BankReport>

function isBankReport(report: Report): report is BankReport {
  return report.source === 'person' || report.source === 'statement'
}

function decideByRail(item: ItemFacts, report: RailReport, policy: RailPolicy): Decision {
  switch (item.status) {
    case 'need_validation':
    case 'valid':
    case 'invalid':
      // The rail speaks of an item that was never sent. Nothing we wrote can explain it.
      return { openCase: 'contradiction' }
    case 'done':
      return decideWhenDone(item, report)
    case 'failed':
      return decideWhenFailed(item, report)
    case 'ready':
    case 'sending':
    case 'accepted':
    case 'unknown':
      return decideWhenOpen(item, report, policy)
  }
}

/** A status that was asked for before the item came into its present one says nothing new of it. */
function isStale(item: ItemFacts, report: RailReport): boolean {
  return report.source === 'status' && report.askedAtMs <= item.statusSetAtMs
}

function decideWhenDone(item: ItemFacts, report: RailReport): Decision {
  const { outcome } = report
  if (report.source === 'status') {
    const isUndone = outcome.kind === 'rejected' || outcome.kind === 'reversed'
    if (!isUndone || isStale(item, report) || report.attempt !== item.attempt) return {}
    return { move: 'failed', openCase: 'reversed_after_done' }
  }
  const decision = recordLate(item, report)
  if (outcome.kind !== 'paid' && outcome.kind !== 'accepted') return decision
  const another = item.attempts.some(
    ({ attempt, outcome }) => attempt !== report.attempt && (outcome === 'paid' || outcome === 'accepted')
  )
  // Two attempts that the rail says it took may be one payment told twice, or two. A person must look.
  return another ? { ...decision, openCase: 'contradiction' } : decision
}

function decideWhenFailed(item: ItemFacts, report: RailReport): Decision {
  const { outcome } = report
  if (outcome.kind === 'paid') {
    // Paid at a time before it came to be failed: perhaps paid back since. Not for us to say.
    if (isStale(item, report)) return { openCase: 'contradiction' }
    return { attemptOutcome: { attempt: report.attempt, outcome: 'paid' }, move: 'done', openCase: 'paid_after_failed' }
  }
  // It may be paid yet, and nobody would ask again.
  if (outcome.kind === 'accepted') {
    return { attemptOutcome: { attempt: report.attempt, outcome: 'accepted' }, openCase: 'contradiction' }
  }
  return {}
}

/** A late answer about an attempt of an item that has its end: kept with the attempt, unless something firmer stands there. */
function recordLate(item: ItemFacts, report: RailReport): Decision {
  const known = item.attempts.find(({ attempt }) => attempt === report.attempt)?.outcome
  const outcome = report.outcome.kind
  if (known === 'paid' || outcome === 'not_found' || outcome === 'reversed') return {}
  return { attemptOutcome: { attempt: report.attempt, outcome } }
}

function decideWhenOpen(item: ItemFacts, report: RailReport, policy: RailPolicy): Decision {
  const { outcome } = report
  // Asked before the current attempt was made, so it says nothing of it. Only that money moved stays true.
  if (report.source === 'status' && report.attempt !== item.attempt && outcome.kind !== 'paid') return {}
  switch (outcome.kind) {
    case 'paid':
      return { attemptOutcome: { attempt: report.attempt, outcome: 'paid' }, move: 'done' }
    case 'accepted':
      return {
        attemptOutcome: { attempt: report.attempt, outcome: 'accepted' },
        move: 'accepted',
        notFound: 'forget',
        ...askAgain(item, report)
      }
    case 'rejected':
    case 'reversed':
      return decideRejected(item, report, policy)
    case 'unknown':
      return report.source === 'transfer'
        ? decideUnansweredTransfer(item, report)
        : decideUnansweredQuestion(item, askAgain(item, report))
    case 'deferred':
      return report.source === 'transfer'
        ? decideNothingTaken(item, report, Math.max(outcome.retryAfterMs, deferredDelayMs(item.attempt)), policy)
        : decideUnansweredQuestion(item, withLeastDelay(askAgain(item, report), outcome.retryAfterMs))
    case 'not_sent':
      // As a status: nobody was asked, so it is due again at once, and counts for nothing.
      return report.source === 'transfer' ? decideNothingTaken(item, report, 0, policy) : { dueInMs: 0 }
    case 'not_found':
      return decideNotFound(item, report as NotFoundReport, policy)
  }
}

/** An attempt that may have moved money, as far as anyone knows. */
function isUnanswered(outcome: AttemptOutcome | undefined): boolean {
  return outcome === undefined || outcome === 'unknown' || outcome === 'accepted'
}

function hasOtherUnansweredAttempt(item: ItemFacts, attempt: number): boolean {
  return item.attempts.some((other) => other.attempt !== attempt && isUnanswered(other.outcome))
}

function decideRejected(item: ItemFacts, report: RailReport, policy: RailPolicy): Decision {
  const attemptOutcome = { attempt: report.attempt, outcome: 'rejected' as const }
  // The refusal of an attempt that another has followed since: that one decides.
  if (report.source === 'transfer' && report.attempt !== item.attempt) return { attemptOutcome }
  // The refusal of one attempt says nothing of another that was never answered. An answer about the reference as a whole
  // does, once nothing of any attempt can be on its way any more.
  if (hasOtherUnansweredAttempt(item, report.attempt) && !isAskedAfterAllAttempts(item, report, policy))
    return { attemptOutcome, move: 'unknown', ...askAgain(item, report) }
  // What was taken for lost was sent after all, and refused. It may be sent again, as if it had never been asked about.
  if (item.status === 'ready') return { attemptOutcome }
  return { attemptOutcome, move: 'failed' }
}

function isAskedAfterAllAttempts(item: ItemFacts, report: RailReport, policy: RailPolicy): boolean {
  const lastMs = Math.max(...item.attempts.map((attempt) => attempt.sendUntilMs))
  return report.source === 'status' && report.askedAtMs > lastMs + policy.notFoundHorizonMs
}

function decideUnansweredTransfer(item: ItemFacts, report: RailReport): Decision {
  const attemptOutcome = { attempt: report.attempt, outcome: 'unknown' as const }
  if (item.status === 'accepted') return {}
  if (item.status === 'sending' && report.attempt !== item.attempt) return { attemptOutcome }
  // Also from `ready`: an attempt that was taken for lost was sent after all, so whatever was "not found" counts no more.
  return { attemptOutcome, move: 'unknown', notFound: 'forget', ...askAgain(item, report) }
}

function decideUnansweredQuestion(item: ItemFacts, next: Decision): Decision {
  if (item.status === 'ready') return {}
  // A worker vanished with the call: from here on the item is asked about, never sent again unasked.
  if (item.status === 'sending')
    return { attemptOutcome: { attempt: item.attempt, outcome: 'unknown' }, move: 'unknown', ...next }
  return next
}

function decideNothingTaken(item: ItemFacts, report: RailReport, delayMs: number, policy: RailPolicy): Decision {
  const outcome = report.outcome.kind as 'deferred' | 'not_sent'
  const decision: Decision = { attemptOutcome: { attempt: report.attempt, outcome } }
  if (report.attempt !== item.attempt || (item.status !== 'sending' && item.status !== 'unknown')) return decision
  if (hasOtherUnansweredAttempt(item, report.attempt)) return { ...decision, move: 'unknown', ...askAgain(item, report) }
  // An earlier attempt was sent and not found. By the time this one goes out the rail may have forgotten its reference.
  const wasLost = item.attempts.some((attempt) => attempt.outcome === 'not_found')
  const isTooLate = report.outcome.kind === 'not_sent' && report.outcome.isTooLate === true
  if (wasLost && (isTooLate || !mayBeSentAgain(item, policy)))
    return { ...decision, move: 'unknown', ...askAgain(item, report), openCase: 'unresolved' }
  return { ...decision, move: 'ready', dueInMs: delayMs, checkCount: 0, notFound: 'forget' }
}

type NotFoundReport = Extract<Report, { source: 'status' }> & { outcome: NotFound }

/**
 * By when it was asked, never by when it is recorded: the same answer recorded twice, or one that was long on its way, is
 * still one answer, about the moment of its question.
 */
function decideNotFound(item: ItemFacts, report: NotFoundReport, policy: RailPolicy): Decision {
  if (item.status === 'ready') return {}
  // It had said that it has it. Sending again on the word of a rail that contradicts itself is a guess.
  if (item.status === 'accepted') return { ...askAgain(item, report), openCase: 'contradiction' }

  const toUnknown: Decision =
    item.status === 'sending' ? { move: 'unknown', attemptOutcome: { attempt: item.attempt, outcome: 'unknown' } } : {}
  // The attempt that could send last. Not always the newest: the one that stands for a lost history may end sooner.
  const current = item.attempts.reduce((last, attempt) => (attempt.sendUntilMs > last.sendUntilMs ? attempt : last))
  // Until then the call may still be on its way: not yet there proves nothing.
  if (report.askedAtMs <= current.sendUntilMs) {
    return { ...toUnknown, dueInMs: Math.max(0, current.sendUntilMs - item.nowMs + 1) }
  }
  if (item.notFoundAtMs === undefined || item.notFoundAtMs <= current.sendUntilMs) {
    return { ...toUnknown, notFound: 'first', dueInMs: policy.notFoundHorizonMs }
  }
  if (report.askedAtMs - item.notFoundAtMs < policy.notFoundHorizonMs) {
    return { ...toUnknown, dueInMs: Math.max(0, item.notFoundAtMs + policy.notFoundHorizonMs - item.nowMs) }
  }

  if (mayBeSentAgain(item, policy)) {
    return {
      attemptOutcome: { attempt: item.attempt, outcome: 'not_found' },
      move: 'ready',
      dueInMs: 0,
      checkCount: 0,
      notFound: 'forget'
    }
  }
  return { ...toUnknown, ...askAgain(item, report), openCase: 'unresolved' }
}

/** Only while the rail would surely refuse the reference if it had it after all. */
function mayBeSentAgain(item: ItemFacts, policy: RailPolicy): boolean {
  if (policy.refusesRepeatsForMs === undefined) return false
  const firstMs = Math.min(...item.attempts.map((attempt) => attempt.claimedAtMs))
  return item.nowMs - firstMs < policy.refusesRepeatsForMs
}

function askAgain(item: ItemFacts, report: RailReport): Decision {
  const checkCount = report.source === 'status' ? item.checkCount + 1 : 0
  const next: Decision = { dueInMs: checkDelayMs(checkCount), checkCount }
  return isPastLastCheck(checkCount) ? { ...next, openCase: 'unresolved' } : next
}

function withLeastDelay(decision: Decision, leastMs: number): Decision {
  return { ...decision, dueInMs: Math.max(decision.dueInMs ?? 0, leastMs) }
}

function deferredDelayMs(attempt: number): number {
  return Math.min(DEFERRED_DELAY_MS.longest, DEFERRED_DELAY_MS.first * 2 ** Math.min(attempt - 1, 10))
}
