import type { StatusAnswer } from './bank-answer.js'
import { formatRailReference } from './format-rail-reference.js'
import type { BookEntry } from './read-book.js'

export type StatusEntry = Pick<BookEntry, 'id' | 'status' | 'code' | 'reason'>

/** What the bank answers when it is asked about a reference, from the entry that speaks for it; undefined: there is none. */
export function describeStatus(entry: StatusEntry | undefined): StatusAnswer {
  if (entry === undefined) return { kind: 'not_found' }
  switch (entry.status) {
    case 'paid':
    case 'accepted':
      return { kind: entry.status, railReference: formatRailReference(entry.id) }
    case 'rejected':
    case 'reversed':
      return { kind: 'rejected', code: entry.code, reason: entry.reason }
  }
}
