import { FetchError } from '../errors/fetch-error.js'
import type { FetchAPI, FetchParams, Middleware } from '../runtime/http-types.js'

/** dana-node's words for a request that got no response. */
export const NO_RESPONSE = 'The request failed and the interceptors did not return an alternative response'

/**
 * Calls `fetch` between the middlewares' `pre` and `post`; `onError` may give a response where `fetch` rejected.
 *
 * @throws {FetchError} with what `fetch` rejected with as its cause, when there is no response
 */
export async function fetchWithMiddleware(
  fetch: FetchAPI,
  middlewares: readonly Middleware[],
  params: FetchParams
): Promise<Response> {
  // What a middleware may call itself: the same, middlewares and all, as with dana-node.
  const fetchThroughAll = ((url: string, init: RequestInit) => fetchWithMiddleware(fetch, middlewares, { url, init })) as FetchAPI
  let { url, init } = params
  for (const middleware of middlewares) {
    const changed = await middleware.pre?.({ fetch: fetchThroughAll, url, init })
    if (changed) ({ url, init } = changed)
  }
  let response: Response | undefined
  try {
    response = await fetch(url, init)
  } catch (error) {
    for (const middleware of middlewares) {
      const seen = response === undefined ? {} : { response: response.clone() }
      response = (await middleware.onError?.({ fetch: fetchThroughAll, url, init, error, ...seen })) || response
    }
    if (response === undefined) throw new FetchError(asError(error), NO_RESPONSE)
  }
  for (const middleware of middlewares) {
    if (middleware.post === undefined) continue
    response = (await middleware.post({ fetch: fetchThroughAll, url, init, response: response.clone() })) || response
  }
  return response
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown })
}
