import { InvalidArgumentError } from '../errors.js'
import type { Page, PageRequest, Pages } from './page.js'

/** Which page a request asks for, complete. */
export type PageQuery = { skip: number; limit: number; cursor: string | undefined }

/**
 * Makes a list out of a function that fetches one page of it.
 *
 * Pages are followed by cursor where the server gives one. Else by `skip`, and there an entry that newer ones have pushed
 * onto the next page is given once; whether the end is reached is told by `count` when the caller knows that it is the
 * total, and otherwise by a page that holds nothing new: a page shorter than asked for may be the server's own limit.
 */
export function paginate<Item extends { id: string }>(
  fetchPage: (query: PageQuery) => Promise<Page<Item>>,
  settings: { pageSize: number; isCountTotal: boolean }
): Pages<Item> {
  requirePageSize('pageSize', settings.pageSize)
  return {
    page: async (request = {}) => fetchPage(readPageRequest(request, settings.pageSize)),
    async *[Symbol.asyncIterator]() {
      const seen = new Set<string>()
      const query: PageQuery = { skip: 0, limit: settings.pageSize, cursor: undefined }
      while (true) {
        const page = await fetchPage({ ...query })
        const isByCursor = page.nextCursor !== undefined
        const fresh = isByCursor ? page.items : page.items.filter((item) => !seen.has(item.id))
        yield* fresh
        query.skip += page.items.length
        if (isLastPage(page, { fresh: fresh.length, reached: query.skip, isCountTotal: settings.isCountTotal })) return
        if (!isByCursor) for (const item of fresh) seen.add(item.id)
        query.cursor = page.nextCursor ?? undefined
      }
    }
  }
}

function isLastPage(page: Page<unknown>, facts: { fresh: number; reached: number; isCountTotal: boolean }): boolean {
  if (page.nextCursor !== undefined) return page.nextCursor === null
  if (page.items.length === 0) return true
  return facts.isCountTotal ? facts.reached >= page.count : facts.fresh === 0
}

function readPageRequest(request: PageRequest, pageSize: number): PageQuery {
  const skip = request.skip ?? 0
  if (!Number.isSafeInteger(skip) || skip < 0) throw new InvalidArgumentError('skip', 'must be a whole number, 0 or more')
  return { skip, limit: requirePageSize('limit', request.limit ?? pageSize), cursor: request.cursor }
}

function requirePageSize(argument: string, size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= 1000) return size
  throw new InvalidArgumentError(argument, 'must be a whole number from 1 to 1000')
}
