import type { BookEntry, Pool } from '@arus/server'

export type BookCheck = {
  /** Items that the bank paid more than once. */
  twice: string[]
  /** Items of which the bank says something else than the rows, or that nobody sent. */
  differing: string[]
  paid: number
}

export type SentItem = { id: string; status: string; amountSen: bigint }

/**
 * Holds the bank's own book against the items, in another way than `arus ledger verify` does: from the book's side first.
 * A double payment shows as two paid entries with one reference.
 */
export function checkBook(items: readonly SentItem[], book: readonly BookEntry[]): BookCheck {
  const paid = new Map<string, BookEntry[]>()
  for (const entry of book) {
    if (entry.status === 'paid') paid.set(entry.reference, [...(paid.get(entry.reference) ?? []), entry])
  }
  const known = new Map(items.map((item) => [item.id, item]))
  const twice = [...paid]
    .filter(([, entries]) => entries.length > 1)
    .map(([id, { length }]) => `item ${id} was paid ${length} times`)
  const differing: string[] = []
  for (const [id, entries] of paid) {
    const item = known.get(id)
    if (item === undefined) differing.push(`the bank paid ${id}, which is no item`)
    else if (item.status === 'failed' || item.status === 'invalid')
      differing.push(`item ${id} is ${item.status}, and the bank paid it`)
    if (item !== undefined && entries.some(({ amountSen }) => amountSen !== item.amountSen))
      differing.push(`item ${id} was paid with another amount`)
  }
  for (const { id, status } of items) {
    if (status === 'done' && !paid.has(id)) differing.push(`item ${id} is done, and the bank never paid it`)
  }
  return { twice, differing, paid: paid.size }
}

export async function readItems(pool: Pool): Promise<SentItem[]> {
  const { rows } = await pool.query<SentItem>('SELECT id, status, amount_sen AS "amountSen" FROM items')
  return rows
}
