import { wasNeverSent } from '@arus/calls'
import type { FetchAPI } from '../runtime/http-types.js'

/**
 * The same `fetch`, which remembers whether a request of this try may have arrived: a middleware may call it again after one
 * that did, and the last failure alone then says too little.
 */
export function watchFetch(fetch: FetchAPI): { fetch: FetchAPI; mayHaveArrived: () => boolean } {
  let mayHaveArrived = false
  const watched = async (url: string, init: RequestInit) => {
    try {
      const response = await fetch(url, init)
      mayHaveArrived = true
      return response
    } catch (error) {
      mayHaveArrived ||= !wasNeverSent(error)
      throw error
    }
  }
  return { fetch: watched as FetchAPI, mayHaveArrived: () => mayHaveArrived }
}
