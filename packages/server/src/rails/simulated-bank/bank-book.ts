import type { StatusAnswer } from './bank-answer.js'
import type { Booking } from './book-transfers.js'

/** Where the simulated bank keeps what it took: in the server's database, or in a file of its own. */
export type BankBook = {
  /**
   * Writes a transfer into the book. Resolves when it is kept.
   *
   * @returns the bank's own number, or undefined where it has the reference and refuses repeats.
   */
  enter(booking: Booking): Promise<bigint | undefined>
  /** What became of a reference, as far as it is kept for good. */
  readStatus(reference: string): Promise<StatusAnswer>
  /** Counts a call about one subject: which one this is (1 for the first), and how long ago the first was. */
  countCall(subject: string): Promise<{ count: number; sinceFirstCallMs: number }>
}
