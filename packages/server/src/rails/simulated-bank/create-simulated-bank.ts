import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from '../../database/create-pool.js'
import type { InquiryOutcome, TransferOutcome } from '../rail.js'
import { answerAsBank } from './answer-as-bank.js'
import type { InquiryAnswer, TransferAnswer } from './bank-answer.js'
import { type Booking, bookTransfers } from './book-transfers.js'
import { countCall } from './count-call.js'
import { groupCalls } from './group-calls.js'
import { readBook } from './read-book.js'
import { readStatuses } from './read-statuses.js'
import { settleTransfer } from './settle-transfer.js'
import { REFUSES_REPEATS_FOR_MS, type SimulatedBank } from './simulated-bank.js'

export type SimulatedBankOptions = {
  pool: Pool
  /**
   * Whether a repeated reference is refused (for 24 hours, answered as `unknown`: "duplicate reference"). Otherwise
   * every repeat is booked and paid again, so that a double payment shows in the book.
   */
  refusesRepeats: boolean
  /** How long every answer takes. Half of it passes before the bank books anything, half after. */
  latencyMs?: number
  timeoutMs?: number
  maxConcurrentCalls?: number
  /** Waits; a test passes one that doesn't. Instants come from the database's clock. */
  sleep?: (ms: number) => Promise<void>
}

/**
 * The rail of test mode: a bank with a book of its own, whose behaviour the account number chooses (see
 * SPECIAL_ACCOUNT_NUMBERS). It stands for a bank elsewhere, so it runs its statements on the pool by itself and is
 * never part of a caller's transaction.
 *
 * @example
 * const bank = createSimulatedBank({ pool, refusesRepeats: false })
 * await bank.inquire({ bankCode: 'bca', accountNumber: '8422640', accountOwnerName: 'Jane Doe' }, new AbortController())
 * // { kind: 'valid', accountHolder: 'JANE DOE' }
 */
export function createSimulatedBank(options: SimulatedBankOptions): SimulatedBank {
  const { pool, latencyMs = 0, sleep = (ms: number) => delay(ms) } = options
  const refusesRepeatsForMs = options.refusesRepeats ? REFUSES_REPEATS_FOR_MS : undefined
  const grouping = { collectForMs: 2, maxGroupSize: 1000, sleep }
  const bank = answerAsBank({
    book: {
      enter: groupCalls((bookings: Booking[]) => bookTransfers(pool, bookings, { refusesRepeatsForMs }), grouping),
      readStatus: groupCalls((references: string[]) => readStatuses(pool, references), grouping),
      countCall: (subject) => countCall(pool, subject)
    },
    readLatencyMs: () => latencyMs,
    sleep
  })

  return {
    name: 'simulated_bank',
    isLive: false,
    timeoutMs: options.timeoutMs ?? 5000,
    maxConcurrentCalls: options.maxConcurrentCalls ?? 500,
    notFoundHorizonMs: 2000,
    refusesRepeatsForMs,
    async inquire(account) {
      return toInquiryOutcome(await bank.inquire(account))
    },
    async transfer(transfer) {
      return toTransferOutcome(await bank.transfer(transfer))
    },
    async status(reference) {
      return bank.status(reference)
    },
    desk: {
      settle: (settlement) => settleTransfer(pool, settlement),
      readBook: () => readBook(pool)
    }
  }
}

const DROPPED = { kind: 'unknown', reason: 'the connection was dropped before an answer came' } as const

function toInquiryOutcome(answer: InquiryAnswer): InquiryOutcome {
  return answer.kind === 'connection_dropped' ? DROPPED : answer
}

function toTransferOutcome(answer: TransferAnswer): TransferOutcome {
  switch (answer.kind) {
    case 'paid':
    case 'accepted':
    case 'rejected':
      return answer
    case 'duplicate_reference':
      return { kind: 'unknown', reason: 'duplicate reference' }
    case 'connection_dropped':
      return DROPPED
    case 'throttled':
      return { kind: 'deferred', reason: 'too many requests (429)', retryAfterMs: answer.retryAfterMs }
    case 'down':
      return { kind: 'deferred', reason: 'connection refused', retryAfterMs: answer.retryAfterMs }
  }
}
