import type { FastifyRequest } from 'fastify'
import { ApiError } from '../errors/api-error.js'

/**
 * Refuses what a browser sends for a page of another site. Once somebody has typed a key into the browser's own dialog
 * (every 401 offers it), the browser adds it to whatever any page sends here, a form that submits a batch included.
 *
 * Browsers say themselves whose page it is, in headers that no script can set. Programs send none of them.
 *
 * @throws ApiError CROSS_SITE_REQUEST
 */
export function refuseOtherSites({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  // "none": somebody typed the address, or followed a bookmark.
  const isOwn = site === undefined ? isOwnOrigin(headers.origin, headers.host) : site === 'same-origin' || site === 'none'
  if (!isOwn) throw new ApiError('CROSS_SITE_REQUEST')
}

/** For browsers that don't send `Sec-Fetch-Site` yet. */
function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
