import { type BookEntry, openOwnBook } from '@arus/server'

/** Reads the bank's book from its file alone: what the processes that were killed had in memory counts for nothing. */
export async function readOwnBook(path: string): Promise<BookEntry[]> {
  const book = await openOwnBook({ path, refusesRepeatsForMs: undefined, nowMs: () => Date.now() })
  try {
    return await book.readBook()
  } finally {
    await book.close()
  }
}
