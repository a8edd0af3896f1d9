import { findBank } from '../../banks/find-bank.js'
import type { RailAccount, RailTransfer } from '../rail.js'
import type { InquiryAnswer, StatusAnswer, TransferAnswer } from './bank-answer.js'
import type { BankBook } from './bank-book.js'
import type { Booking } from './book-transfers.js'
import { formatRailReference } from './format-rail-reference.js'
import { nameAccountHolder } from './name-account-holder.js'
import { findBehaviour } from './special-account-numbers.js'

/** The simulated bank itself: what it does with each call, whoever calls it and in whichever way. */
export type BankBehaviour = {
  inquire(account: RailAccount): Promise<InquiryAnswer>
  transfer(transfer: RailTransfer): Promise<TransferAnswer>
  status(reference: string): Promise<StatusAnswer>
}

export type BehaviourOptions = {
  book: BankBook
  /** How long every answer takes, asked for with each call. Half of it passes before the bank books anything, half after. */
  readLatencyMs: () => number
  sleep: (ms: number) => Promise<void>
}

const SLOW_PAYMENT_MS = 2000
const DOWN_FOR_MS = 3000
const CONNECTION_DROPS_AFTER_MS = 50
const RETRY_AFTER_MS = 1000

/**
 * Makes a bank that behaves as the account number says (see SPECIAL_ACCOUNT_NUMBERS) over a book. Called once, it goes on
 * to the end: a caller that hangs up does not stop a bank from booking what has reached it.
 */
export function answerAsBank({ book, readLatencyMs, sleep }: BehaviourOptions): BankBehaviour {
  async function takeTime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const latencyMs = readLatencyMs()
    if (latencyMs > 0) await sleep(latencyMs / 2)
    const answer = await work()
    if (latencyMs > 0) await sleep(latencyMs / 2)
    return answer
  }

  async function dropConnection(): Promise<{ kind: 'connection_dropped' }> {
    await sleep(CONNECTION_DROPS_AFTER_MS)
    return { kind: 'connection_dropped' }
  }

  async function inquire(account: RailAccount): Promise<InquiryAnswer> {
    const behaviour = findBehaviour(account.accountNumber)
    if (behaviour === 'does_not_exist' || findBank(account.bankCode) === undefined) {
      return { kind: 'invalid', message: 'Invalid BankCode/AccountNumber' }
    }
    if (behaviour === 'leaves_inquiries_unanswered') {
      // Each third one is answered, for ever, so that the number does the same in every test of a long-lived server.
      const { count } = await book.countCall(`inquiry:${account.bankCode.toLowerCase()}:${account.accountNumber}`)
      if (count % 3 !== 0) return dropConnection()
    }
    return { kind: 'valid', accountHolder: nameAccountHolder(account) }
  }

  async function transfer(transfer: RailTransfer): Promise<TransferAnswer> {
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
      case 'throttles':
        if ((await countTransfer(transfer)).count > 2) return pay(transfer)
        return { kind: 'throttled', retryAfterMs: RETRY_AFTER_MS }
      case 'is_down':
        if ((await countTransfer(transfer)).sinceFirstCallMs >= DOWN_FOR_MS) return pay(transfer)
        return { kind: 'down', retryAfterMs: RETRY_AFTER_MS }
      case 'pays':
      case 'belongs_to_another':
      case 'leaves_inquiries_unanswered':
        return pay(transfer)
    }
  }

  const countTransfer = (transfer: RailTransfer) => book.countCall(`transfer:${transfer.reference}`)

  /** @param entry what the book says of it beside the transfer itself */
  async function enter(
    transfer: RailTransfer,
    entry: Omit<Booking, keyof RailTransfer>,
    answer: (railReference: string) => TransferAnswer
  ): Promise<TransferAnswer> {
    const id = await book.enter({ ...transfer, ...entry })
    return id === undefined ? { kind: 'duplicate_reference' } : answer(formatRailReference(id))
  }

  const pay = (transfer: RailTransfer) =>
    enter(transfer, { status: 'paid', code: '', reason: '', paysAfterMs: null }, (railReference) => ({
      kind: 'paid',
      railReference
    }))

  const accept = (transfer: RailTransfer, paysAfterMs: number) =>
    enter(transfer, { status: 'accepted', code: '', reason: '', paysAfterMs }, (railReference) => ({
      kind: 'accepted',
      railReference
    }))

  const reject = (transfer: RailTransfer, code: string, reason: string) =>
    enter(transfer, { status: 'rejected', code, reason, paysAfterMs: null }, () => ({ kind: 'rejected', code, reason }))

  return {
    inquire: (account) => takeTime(() => inquire(account)),
    transfer: (order) => takeTime(() => transfer(order)),
    status: (reference) => takeTime(() => book.readStatus(reference))
  }
}
