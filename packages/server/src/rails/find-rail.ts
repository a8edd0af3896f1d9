import { ApiError } from '../errors/api-error.js'
import type { Rail } from './rail.js'

/**
 * Chooses the rail of a mode: test data only ever goes to a test rail, live data to a live one.
 *
 * @param rails those this server is configured with. The first of a mode is taken.
 * @throws ApiError RAIL_NOT_CONFIGURED where there is none.
 */
export function findRail(rails: readonly Rail[], isLive: boolean): Rail {
  const rail = rails.find((candidate) => candidate.isLive === isLive)
  if (rail !== undefined) return rail
  throw new ApiError('RAIL_NOT_CONFIGURED', { message: `no ${isLive ? 'live' : 'test'} rail is configured on this server` })
}
