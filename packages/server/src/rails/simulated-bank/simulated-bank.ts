import type { Rail } from '../rail.js'
import type { BookEntry } from './read-book.js'
import type { Settlement } from './settle-transfer.js'

/** What a person at the simulated bank can do and see. Real rails have no such thing. */
export type BankDesk = {
  /** Decides what became of a transfer, whatever the bank did with it by itself. */
  settle(settlement: Settlement): Promise<void>
  /** The whole book, oldest entry first. */
  readBook(): Promise<BookEntry[]>
}

export type SimulatedBank = Rail & { desk: BankDesk }

/** The desk of the bank behind a rail; undefined where the rail is no simulated bank. */
export function findDesk(rail: Rail): BankDesk | undefined {
  return 'desk' in rail ? (rail as SimulatedBank).desk : undefined
}

/** A bank keeps references for a while only: past that, a repeat is a new transfer to it. */
export const REFUSES_REPEATS_FOR_MS = 24 * 60 * 60 * 1000
