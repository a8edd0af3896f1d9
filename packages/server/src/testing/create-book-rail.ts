import type { Rail, RailTransfer, StatusOutcome, TransferOutcome } from '../rails/rail.js'

export type BookRail = Rail & {
  /** Everything that the bank has booked, in its order. Two with one reference are a double payment. */
  book: readonly (RailTransfer & { bookedAt: string })[]
  /** References that it was asked about, in the order of the questions. */
  asked: readonly string[]
  /** How many more transfers it takes; those beyond are turned away untouched. */
  takesOnly(count: number): void
  /** Whether transfers that it books from here on are answered, or their callers are left without a word. */
  answers(does: boolean): void
}

/** A bank with a book in memory, outside every database: what it says was paid is what was paid. */
export function createBookRail({ refusesRepeats }: { refusesRepeats: boolean }): BookRail {
  const book: (RailTransfer & { bookedAt: string })[] = []
  const asked: string[] = []
  let room = Number.POSITIVE_INFINITY
  let isAnswering = true

  function transfer(order: RailTransfer): TransferOutcome {
    if (room === 0) return { kind: 'deferred', reason: 'closed for now', retryAfterMs: 10 }
    const isRepeat = book.some((entry) => entry.reference === order.reference)
    if (refusesRepeats && isRepeat) return { kind: 'unknown', reason: 'duplicate reference' }
    room--
    book.push({ ...order, bookedAt: new Date().toISOString() })
    return isAnswering
      ? { kind: 'paid', railReference: `BOOK-${book.length}` }
      : { kind: 'unknown', reason: 'the connection was dropped before an answer came' }
  }

  function status(reference: string): StatusOutcome {
    asked.push(reference)
    const index = book.findIndex((entry) => entry.reference === reference)
    if (index >= 0) return { kind: 'paid', railReference: `BOOK-${index + 1}` }
    return { kind: 'not_found' }
  }

  return {
    name: 'book',
    isLive: false,
    timeoutMs: 400,
    maxConcurrentCalls: 20,
    notFoundHorizonMs: 100,
    refusesRepeatsForMs: refusesRepeats ? 24 * 60 * 60 * 1000 : undefined,
    book,
    asked,
    takesOnly(count) {
      room = count
    },
    answers(does) {
      isAnswering = does
    },
    inquire: async ({ accountOwnerName }) => ({ kind: 'valid', accountHolder: accountOwnerName }),
    transfer: async (order) => transfer(order),
    status: async (reference) => status(reference)
  }
}
