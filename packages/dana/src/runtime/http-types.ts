// The types of dana-node's runtime that describe a request. Their names and shapes are its.

/** What `fetch` is to the client: called with `(url, init)`, plain-record headers in wire order, a string body. */
export type FetchAPI = typeof globalThis.fetch
// biome-ignore lint/suspicious/noExplicitAny: dana-node's type
export type Json = any
export type HTTPMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD'
export type HTTPHeaders = { [key: string]: string }
type QueryValue = string | number | null | boolean
export type HTTPQuery = { [key: string]: QueryValue | Array<QueryValue> | Set<QueryValue> | HTTPQuery }
export type HTTPBody = Json | FormData | URLSearchParams
export type HTTPRequestInit = {
  headers?: HTTPHeaders
  method: HTTPMethod
  credentials?: RequestInit['credentials']
  body?: HTTPBody
}
export type ModelPropertyNaming = 'camelCase' | 'snake_case' | 'PascalCase' | 'original'

/** Changes a request after it was signed. What it returns is laid over `init` and sent as given, not signed again. */
export type InitOverrideFunction = (requestContext: { init: HTTPRequestInit; context: RequestOpts }) => Promise<RequestInit>
/** What is laid over a request after it was signed, or a function that says so. */
export type InitOverrides = RequestInit | InitOverrideFunction

export interface FetchParams {
  url: string
  init: RequestInit
}

export interface RequestOpts {
  path: string
  method: HTTPMethod
  headers: HTTPHeaders
  query?: HTTPQuery
  body?: HTTPBody
}

export interface Consume {
  contentType: string
}

export interface RequestContext {
  fetch: FetchAPI
  url: string
  init: RequestInit
}

export interface ResponseContext {
  fetch: FetchAPI
  url: string
  init: RequestInit
  response: Response
}

export interface ErrorContext {
  fetch: FetchAPI
  url: string
  init: RequestInit
  error: unknown
  response?: Response
}

/**
 * Looks at, or changes, what goes to `fetch` (`pre`), what it rejects with (`onError`, which may give another response)
 * and what it answers (`post`). The later one sees what the earlier one left.
 */
export interface Middleware {
  // biome-ignore lint/suspicious/noConfusingVoidType: dana-node's type; a middleware that returns nothing must compile
  pre?(context: RequestContext): Promise<FetchParams | void>
  // biome-ignore lint/suspicious/noConfusingVoidType: the same
  post?(context: ResponseContext): Promise<Response | void>
  // biome-ignore lint/suspicious/noConfusingVoidType: the same
  onError?(context: ErrorContext): Promise<Response | void>
}

export interface ApiResponse<T> {
  raw: Response
  value(): Promise<T>
}

export type ResponseTransformer<T> = (json: Json) => T
