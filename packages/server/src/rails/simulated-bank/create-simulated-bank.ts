import { setTimeout as delay } from 'node:timers/promises'
import { findBank } from '../../banks/find-bank.js'
import type { Pool } from '../../database/create-pool.js'
import type { InquiryOutcome, Rail, RailAccount, RailTransfer, TransferOutcome } from '../rail.js'
import { type Booking, bookTransfers } from './book-transfers.js'
import { countCall } from './count-call.js'
import { formatRailReference } from './format-rail-reference.js'
import { groupCalls } from './group-calls.js'
import { nameAccountHolder } from './name-account-holder.js'
import { readStatuses } from './read-statuses.js'
import { findBehaviour } from './special-account-numbers.js'

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

const REFUSES_REPEATS_FOR_MS = 24 * 60 * 60 * 1000
const SLOW_PAYMENT_MS = 2000
const DOWN_FOR_MS = 3000
const CONNECTION_DROPS_AFTER_MS = 50
const RETRY_AFTER_MS = 1000

/**
 * The rail of test mode: a bank with a book of its own, whose behaviour the account number chooses (see
 * SPECIAL_ACCOUNT_NUMBERS). It stands for a bank elsewhere, so it runs its statements on the pool by itself and is
 * never part of a caller's transaction.
 *
 * @example
 * const bank = createSimulatedBank({ pool, refusesRepeats: false })
 * await bank.inquire({ bankCode: 'bca', accountNumber: '8422640', accountOwnerName: 'Jane Doe' }, signal)
 * // { kind: 'valid', accountHolder: 'JANE DOE' }
 */
export function createSimulatedBank(options: SimulatedBankOptions): Rail {
  const { pool, latencyMs = 0, sleep = (ms: number) => delay(ms) } = options
  const refusesRepeatsForMs = options.refusesRepeats ? REFUSES_REPEATS_FOR_MS : undefined
  const grouping = { collectForMs: 2, maxGroupSize: 1000, sleep }
  const book = groupCalls((bookings: Booking[]) => bookTransfers(pool, bookings, { refusesRepeatsForMs }), grouping)
  const readStatus = groupCalls((references: string[]) => readStatuses(pool, references), grouping)

  /**
   * Past the first check the signal is not looked at: a caller that hangs up does not stop a bank from booking what
   * has reached it.
   */
  async function answer<Outcome>(signal: AbortSignal, work: () => Promise<Outcome>): Promise<Outcome> {
    signal.throwIfAborted()
    if (latencyMs > 0) await sleep(latencyMs / 2)
    const outcome = await work()
    if (latencyMs > 0) await sleep(latencyMs / 2)
    return outcome
  }

  async function dropConnection(): Promise<{ kind: 'unknown'; reason: string }> {
    await sleep(CONNECTION_DROPS_AFTER_MS)
    return { kind: 'unknown', reason: 'the connection was dropped before an answer came' }
  }

  async function inquire(account: RailAccount): Promise<InquiryOutcome> {
    const behaviour = findBehaviour(account.accountNumber)
    if (behaviour === 'does_not_exist' || findBank(account.bankCode) === undefined) {
      return { kind: 'invalid', message: 'Invalid BankCode/AccountNumber' }
    }
    if (behaviour === 'leaves_inquiries_unanswered') {
      // Each third one is answered, for ever, so that the number does the same in every test of a long-lived server.
      const { count } = await countCall(pool, `inquiry:${account.bankCode.toLowerCase()}:${account.accountNumber}`)
      if (count % 3 !== 0) return dropConnection()
    }
    return { kind: 'valid', accountHolder: nameAccountHolder(account) }
  }

  async function transfer(transfer: RailTransfer): Promise<TransferOutcome> {
    switch (findBank(transfer.bankCode) === undefined ? 'does_not_exist' : findBehaviour(transfer.accountNumber)) {
      case 'does_not_exist':
        return reject(transfer, 'ACCOUNT_NOT_FOUND', 'the account does not exist')
      case 'rejects_the_transfer':
        return reject(transfer, 'ACCOUNT_BLOCKED', 'the account is blocked')
      case 'pays_slowly':
        return accept(transfer, SLOW_PAYMENT_MS)
      case 'pays_without_an_answer':
        await pay(transfer)
        return dropConnection()
      case 'loses_the_first_transfer':
        return (await countTransfer(transfer)).count === 1 ? dropConnection() : pay(transfer)
      case 'throttles': {
        if ((await countTransfer(transfer)).count > 2) return pay(transfer)
        return { kind: 'deferred', reason: 'too many requests (429)', retryAfterMs: RETRY_AFTER_MS }
      }
      case 'is_down': {
        if ((await countTransfer(transfer)).sinceFirstCallMs >= DOWN_FOR_MS) return pay(transfer)
        return { kind: 'deferred', reason: 'connection refused', retryAfterMs: RETRY_AFTER_MS }
      }
      case 'pays':
      case 'belongs_to_another':
      case 'leaves_inquiries_unanswered':
        return pay(transfer)
    }
  }

  const countTransfer = (transfer: RailTransfer) => countCall(pool, `transfer:${transfer.reference}`)

  async function pay(transfer: RailTransfer): Promise<TransferOutcome> {
    const id = await book({ ...transfer, status: 'paid', code: '', reason: '', paysAfterMs: null })
    return id === undefined ? DUPLICATE_REFERENCE : { kind: 'paid', railReference: formatRailReference(id) }
  }

  async function accept(transfer: RailTransfer, paysAfterMs: number): Promise<TransferOutcome> {
    const id = await book({ ...transfer, status: 'accepted', code: '', reason: '', paysAfterMs })
    return id === undefined ? DUPLICATE_REFERENCE : { kind: 'accepted', railReference: formatRailReference(id) }
  }

  async function reject(transfer: RailTransfer, code: string, reason: string): Promise<TransferOutcome> {
    const id = await book({ ...transfer, status: 'rejected', code, reason, paysAfterMs: null })
    return id === undefined ? DUPLICATE_REFERENCE : { kind: 'rejected', code, reason }
  }

  return {
    name: 'simulated_bank',
    isLive: false,
    timeoutMs: options.timeoutMs ?? 5000,
    maxConcurrentCalls: options.maxConcurrentCalls ?? 500,
    notFoundHorizonMs: 2000,
    refusesRepeatsForMs,
    inquire: (account, signal) => answer(signal, () => inquire(account)),
    transfer: (order, signal) => answer(signal, () => transfer(order)),
    status: (reference, signal) => answer(signal, () => readStatus(reference))
  }
}

const DUPLICATE_REFERENCE: TransferOutcome = { kind: 'unknown', reason: 'duplicate reference' }
