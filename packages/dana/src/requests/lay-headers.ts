import type { HTTPHeaders } from '../runtime/http-types.js'

/** Headers with others laid over them. A name in another letter case is the same header, not a second value of it. */
export function layHeaders(headers: HTTPHeaders, over: HTTPHeaders | undefined): HTTPHeaders {
  const laid = { ...headers }
  for (const [name, value] of Object.entries(over ?? {})) {
    const known = Object.keys(laid).find((other) => other.toLowerCase() === name.toLowerCase())
    laid[known ?? name] = value
  }
  return laid
}
