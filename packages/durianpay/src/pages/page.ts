import type { CallOptions } from '../requests/transport.js'

/** One page of a list. */
export type Page<Item> = {
  items: Item[]
  /** How many there are on all pages, where the server says so; some say how many are on this one. */
  count: number
  /** Where the next page begins: null on the last page, undefined where the server knows no cursors. */
  nextCursor: string | null | undefined
}

/** Which page to fetch. A `cursor` goes before `skip`. */
export type PageRequest = {
  /** How many to leave out at the start. Default 0. */
  skip?: number | undefined
  /** How many to give at most, 1 to 1000. Default: the page size. */
  limit?: number | undefined
  /** The `nextCursor` of the page before. Only for items. */
  cursor?: string | undefined
}

/** How to go through a list. `timeoutMs` is the deadline of each page's request. */
export type ListOptions = CallOptions & {
  /** How many entries to fetch per request, 1 to 1000. Default 100 (items: 500). */
  pageSize?: number | undefined
}

/**
 * A list that has not been fetched yet: iterate it to get every entry, page by page as they are needed, or ask for one
 * page.
 *
 * @example
 * for await (const item of client.disbursements.items(id)) console.log(item.status)
 *
 * const { items, count } = await client.disbursements.items(id).page({ skip: 0, limit: 25 })
 */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** Fetches one page. */
  page(request?: PageRequest): Promise<Page<Item>>
}
