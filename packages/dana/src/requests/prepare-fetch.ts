import type { Configuration } from '../runtime/configuration.js'
import type { FetchParams, HTTPHeaders, HTTPRequestInit, InitOverrides, RequestOpts } from '../runtime/http-types.js'
import { isJsonMime } from './is-json-mime.js'

/**
 * What goes to `fetch`: the configuration, the call, and the caller's overrides over both.
 *
 * An override function sees the body as an object and the headers as a plain record, as with dana-node. What it replaces, or
 * changes in place, is sent as given and not signed again.
 *
 * @param serialisedBody the JSON of `context.body`, when it was written already to be signed: sent as it is, unless an
 *   override may have changed the body
 */
export async function prepareFetch(
  configuration: Configuration,
  context: RequestOpts,
  initOverrides?: InitOverrides | undefined,
  serialisedBody?: string | undefined
): Promise<FetchParams> {
  const init: HTTPRequestInit = {
    method: context.method,
    headers: withoutUndefined({ ...configuration.headers, ...context.headers }),
    body: context.body,
    credentials: configuration.credentials
  }
  // Asked before the overrides, which may replace the headers.
  const isJson = isJsonMime(init.headers?.['Content-Type'])
  const overrides = typeof initOverrides === 'function' ? await initOverrides({ init, context }) : initOverrides
  const overridden: HTTPRequestInit = { ...init, ...(overrides as HTTPRequestInit | undefined) }
  const isUntouched = typeof initOverrides !== 'function' && overridden.body === context.body
  if (serialisedBody !== undefined && isUntouched) overridden.body = serialisedBody
  else if (isJson && !isRawBody(overridden.body)) overridden.body = JSON.stringify(overridden.body)
  return { url: configuration.basePath + context.path + queryOf(configuration, context), init: overridden as RequestInit }
}

function queryOf(configuration: Configuration, { query }: RequestOpts): string {
  if (query === undefined || Object.keys(query).length === 0) return ''
  return `?${configuration.queryParamsStringify(query)}`
}

function withoutUndefined(headers: HTTPHeaders): HTTPHeaders {
  for (const name of Object.keys(headers)) if (headers[name] === undefined) delete headers[name]
  return headers
}

/** Bodies that `fetch` takes as they are. */
function isRawBody(body: unknown): boolean {
  return body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob
}
