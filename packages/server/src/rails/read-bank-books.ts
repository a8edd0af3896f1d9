import type { Rail } from './rail.js'
import type { BookEntry } from './simulated-bank/read-book.js'
import { findDesk } from './simulated-bank/simulated-bank.js'

/** Reads the books of all simulated banks behind these rails, as `verifyLedger` wants them. */
export async function readBankBooks(rails: readonly Rail[]): Promise<BookEntry[]> {
  const books = await Promise.all(rails.map((rail) => findDesk(rail)?.readBook() ?? []))
  return books.flat()
}
