import type { RailTransfer } from '../../../packages/server/src/rails/rail.js'
import type { BankAnswer } from '../../../packages/server/src/rails/remote-bank/read-bank-answer.js'
import type { Scheduler } from '../world/scheduler.js'
import type { Story } from '../world/story.js'

/**
 * How the bank takes a reference that it has already, and what the server was told of it.
 *
 * - `refuses`: refuses it, as it says it does, and forgets it after the time it says.
 * - `books`: books it once more, and never said otherwise.
 * - `breaks_its_word`: says that it refuses it, and books it.
 */
export type BankMode = 'refuses' | 'books' | 'breaks_its_word'

export type BankTerms = {
  mode: BankMode
  timeoutMs: number
  maxConcurrentCalls: number
  notFoundHorizonMs: number
  /** What it says, in the modes in which it says it. */
  refusesRepeatsForMs: number
}

/** One line of the bank's own book. */
export type BankEntry = {
  reference: string
  amountSen: bigint
  accountNumber: string
  status: 'accepted' | 'paid' | 'rejected' | 'reversed'
  /** Every status that it has had. What the server calls final must be one of them: else it guessed. */
  words: Set<string>
  takenAtMs: number
  /** Until then the bank may say that it does not know it. */
  visibleAtMs: number
  /** How long the sender was held up between its last look at its lease and the moment at which the request left. */
  heldUpMs: number
  sender: string
}

/** Who sent what is entered, and how late it left. */
export type Request = { heldUpMs: number; sender: string }

export type BankBook = {
  entries: readonly BankEntry[]
  entriesOf(reference: string): BankEntry[]
  /** @returns undefined where the bank has the reference already, and refuses it. */
  enter(transfer: RailTransfer, status: BankEntry['status'], request: Request, lagMs: number): BankEntry | undefined
  change(entry: BankEntry, status: BankEntry['status'], tells: boolean): void
  /** What the bank answers to the transfer that made this entry, or was refused. */
  writeAnswer(entry: BankEntry | undefined, reference: string): BankAnswer
  /** What the bank says of a reference. */
  writeStatus(reference: string, showsAll: boolean): BankAnswer
}

/** What the bank has taken, and knows of it. It knows nothing of the server's rows. */
export function createBankBook({
  terms,
  scheduler,
  story,
  onNews
}: {
  terms: BankTerms
  scheduler: Scheduler
  story: Story
  onNews(reference: string): void
}): BankBook {
  const entries: BankEntry[] = []
  const entriesOf = (reference: string) => entries.filter((entry) => entry.reference === reference)
  const nameOf = (entry: BankEntry) => `B${entries.indexOf(entry) + 1}`

  return {
    entries,
    entriesOf,
    enter(transfer, status, request, lagMs) {
      const nowMs = scheduler.nowMs()
      const known = entriesOf(transfer.reference)
      const remembers = terms.mode === 'refuses' && known.some((entry) => nowMs - entry.takenAtMs < terms.refusesRepeatsForMs)
      if (remembers) return undefined
      const entry: BankEntry = {
        reference: transfer.reference,
        amountSen: transfer.amountSen,
        accountNumber: transfer.accountNumber,
        status,
        words: new Set([status]),
        takenAtMs: nowMs,
        visibleAtMs: nowMs + lagMs,
        heldUpMs: request.heldUpMs,
        sender: request.sender
      }
      if (known.length > 0) story.tell(nowMs, 'the bank', `BOOKS ${transfer.reference} ONCE MORE (${status})`)
      entries.push(entry)
      return entry
    },
    change(entry, status, tells) {
      entry.status = status
      entry.words.add(status)
      story.tell(scheduler.nowMs(), 'the bank', `has ${entry.reference} as ${status} now`)
      if (tells) onNews(entry.reference)
    },
    writeAnswer(entry, reference) {
      if (entry === undefined) return answer(409, { code: 'DUPLICATE_REFERENCE', reference })
      switch (entry.status) {
        case 'paid':
          return answer(200, { status: 'paid', bank_reference: nameOf(entry), reference })
        case 'accepted':
          return answer(202, { status: 'accepted', bank_reference: nameOf(entry), reference })
        case 'rejected':
        case 'reversed':
          return answer(422, { code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference })
      }
    },
    writeStatus(reference, showsAll) {
      const known = entriesOf(reference).filter((entry) => showsAll || entry.visibleAtMs <= scheduler.nowMs())
      for (const status of ['paid', 'accepted', 'reversed', 'rejected'] as const) {
        const entry = known.find((one) => one.status === status)
        if (entry === undefined) continue
        if (status === 'paid' || status === 'accepted') return answer(200, { status, bank_reference: nameOf(entry), reference })
        return answer(200, { status: 'rejected', code: 'ACCOUNT_BLOCKED', message: 'the account is blocked', reference })
      }
      return answer(404, { code: 'NO_SUCH_REFERENCE', reference })
    }
  }
}

export function answer(status: number, fields: Record<string, unknown>, retryAfter?: string): BankAnswer {
  return { status, fields, retryAfter }
}
