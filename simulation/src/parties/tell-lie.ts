import type { RailTransfer, TransferOutcome } from '../../../packages/server/src/rails/rail.js'
import type { BankAnswer } from '../../../packages/server/src/rails/remote-bank/read-bank-answer.js'
import type { Random } from '../world/random.js'
import type { Scheduler } from '../world/scheduler.js'
import type { Story } from '../world/story.js'
import { answer, type BankBook, type BankEntry, type BankTerms, type Request } from './bank-book.js'

export const LIES = [
  'pays',
  'pays_slowly',
  'pays_unanswered',
  'pays_and_breaks',
  'pays_and_answers_rubbish',
  'pays_and_answers_4xx',
  'pays_and_answers_of_another',
  'loses_it',
  'loses_it_slowly',
  'arrives_late',
  'accepts',
  'accepts_unanswered',
  'rejects',
  'rejects_slowly',
  'rejects_then_pays',
  'pays_then_reverses',
  'accepts_then_rejects',
  'accepts_and_denies',
  'turns_away'
] as const
export type Lie = (typeof LIES)[number]

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
/** A request that is held up for longer than the bank remembers what it has booked can't be survived. */
const LATEST_ARRIVAL_MS = 3 * MINUTE

export type LieParts = {
  book: BankBook
  terms: BankTerms
  scheduler: Scheduler
  random: Random
  story: Story
  callbackChance: number
  turnsAwayForLong: boolean
  /** How long what was accepted may take. */
  acceptedForMs: { least: number; most: number }
  /** Timers of the bank's own, which no process can lose. */
  later(ms: number, callback: () => void): void
}

/** How one request is answered; each way of it says in the story what happened. */
export type Line = {
  reply(written: BankAnswer, delayMs: number, what: string): Promise<TransferOutcome>
  /** Nobody ever answers. */
  hang(what: string): Promise<never>
  breakOff(delayMs: number, what: string): Promise<never>
}

/** What the bank makes of one request that has reached it, or has not: the truth is one of its lies. */
export function tellLie(parts: LieParts, lie: Lie, order: RailTransfer, request: Request, line: Line): Promise<TransferOutcome> {
  const { book, terms, scheduler, random, story } = parts
  const { reply, hang, breakOff } = line
  const take = (status: BankEntry['status'], lagMs = 0) => book.enter(order, status, request, lagMs)
  const write = (entry: BankEntry | undefined) => book.writeAnswer(entry, order.reference)
  const quickMs = random.whole(5, 400)
  const slowMs = random.whole(400, terms.timeoutMs - 100)
  const lagMs = random.chance(0.6) ? random.whole(0, terms.notFoundHorizonMs - 1) : 0
  switch (lie) {
    case 'pays':
      return reply(write(take('paid', lagMs)), quickMs, 'the bank pays, and says so')
    case 'pays_slowly':
      return reply(write(take('paid', lagMs)), slowMs, `the bank pays, and says so after ${slowMs} ms`)
    case 'pays_unanswered':
      take('paid', lagMs)
      return hang('the bank pays, and never answers')
    case 'pays_and_breaks':
      take('paid', lagMs)
      return breakOff(quickMs, 'the bank pays, and answers 502')
    case 'pays_and_answers_rubbish':
      take('paid', lagMs)
      return reply(answer(200, {}), quickMs, 'the bank pays, and its answer is cut short')
    case 'pays_and_answers_4xx':
      take('paid', lagMs)
      return reply(
        answer(
          random.pick([404, 408, 409, 422]),
          random.chance(0.5) ? {} : { code: 'TIMED_OUT_INSIDE', reference: order.reference }
        ),
        quickMs,
        'the bank pays, and something on the way answers with a 4xx'
      )
    case 'pays_and_answers_of_another':
      take('paid', lagMs)
      return reply(
        answer(422, { code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference: 'dis_item_of_another' }),
        quickMs,
        'the bank pays, and the answer is that of another transfer'
      )
    case 'loses_it':
      return breakOff(quickMs, 'lost on its way; the connection breaks')
    case 'loses_it_slowly':
      return hang('lost on its way; nobody answers')
    case 'arrives_late':
      // By when it may have been sent again: one of the two is refused.
      parts.later(random.whole(terms.timeoutMs, LATEST_ARRIVAL_MS), () => {
        const late = { ...request, sender: `${request.sender}, long on its way` }
        const isTaken = book.enter(order, 'paid', late, 0) !== undefined
        story.tell(
          scheduler.nowMs(),
          'the bank',
          `is reached by a request for ${order.reference} that was held up on its way, and ${isTaken ? 'pays it' : 'refuses it'}`
        )
      })
      return hang('held up on its way; nobody answers')
    case 'accepts':
    case 'accepts_then_rejects':
    case 'accepts_unanswered': {
      const entry = take('accepted', lagMs)
      if (entry !== undefined) {
        const end = lie === 'accepts_then_rejects' ? 'rejected' : 'paid'
        parts.later(random.whole(parts.acceptedForMs.least, parts.acceptedForMs.most), () => {
          if (entry.status === 'accepted') book.change(entry, end, random.chance(parts.callbackChance))
        })
      }
      if (lie === 'accepts_unanswered') return hang('the bank has it, and never answers')
      return reply(write(entry), quickMs, 'the bank has it, and will pay later')
    }
    case 'accepts_and_denies': {
      const entry = take('accepted', Number.POSITIVE_INFINITY)
      if (entry !== undefined)
        parts.later(random.whole(parts.acceptedForMs.least, parts.acceptedForMs.most), () => {
          entry.visibleAtMs = scheduler.nowMs()
          if (entry.status === 'accepted') book.change(entry, 'paid', true)
        })
      return reply(write(entry), quickMs, 'the bank has it, says so, and will not know of it when it is asked')
    }
    case 'rejects':
      return reply(write(take('rejected', lagMs)), random.chance(0.3) ? slowMs : quickMs, 'the bank rejects it')
    case 'rejects_slowly':
      return reply(write(take('rejected', lagMs)), slowMs, `the bank rejects it, and says so after ${slowMs} ms`)
    case 'rejects_then_pays': {
      const entry = take('rejected', lagMs)
      if (entry !== undefined) parts.later(random.whole(MINUTE, 3 * 60 * MINUTE), () => book.change(entry, 'paid', true))
      return reply(write(entry), quickMs, 'the bank rejects it, for now')
    }
    case 'pays_then_reverses': {
      const entry = take('paid', lagMs)
      if (entry !== undefined) parts.later(random.whole(1, 3) * DAY, () => book.change(entry, 'reversed', true))
      return reply(write(entry), quickMs, 'the bank pays, for now')
    }
    case 'turns_away': {
      const seconds = parts.turnsAwayForLong && random.chance(0.5) ? 300 : random.whole(0, 3)
      const status = random.pick([401, 403, 425, 429, 429])
      return reply(answer(status, {}, String(seconds)), quickMs, `turned away with ${status}, for ${seconds} s`)
    }
  }
}
