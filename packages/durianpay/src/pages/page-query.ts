import type { PageQuery } from './paginate.js'

/** A page as query parameters. Beside a cursor `skip` means nothing. */
export function pageQuery(query: PageQuery): Record<string, string | number | undefined> {
  if (query.cursor !== undefined) return { cursor: query.cursor, limit: query.limit }
  return { skip: query.skip, limit: query.limit }
}
