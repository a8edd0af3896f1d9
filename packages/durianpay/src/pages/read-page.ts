import { isRecord } from '../shapes/is-record.js'
import type { Page } from './page.js'

/** Reads a page out of an answer whose `data` holds the list under `listName`. Each entry must have an id. */
export function readPage<Item extends { id: string }>(body: unknown, listName: string): Page<Item> | undefined {
  const data = isRecord(body) ? body.data : undefined
  if (!isRecord(data)) return undefined
  const items = data[listName]
  if (!Array.isArray(items) || !items.every((item) => isRecord(item) && typeof item.id === 'string')) return undefined
  const nextCursor = data.next_cursor
  if (nextCursor !== undefined && nextCursor !== null && typeof nextCursor !== 'string') return undefined
  return { items: items as Item[], count: typeof data.count === 'number' ? data.count : items.length, nextCursor }
}
