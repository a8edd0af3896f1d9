/** The part of the `fetch` standard that the client calls: `fetch(url, init)` with plain-record headers and a string body. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What every call of one client shares. Kept in closures, so that printing a client shows no key. */
export type Transport = {
  readonly apiKey: string
  /** Ends in `/v1`, without a slash behind it. */
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly maxRetries: number
  readonly fetch: Fetch
  /** A number from 0 up to 1, for the jitter. */
  readonly random: () => number
}

/** What a caller may set for one call. */
export type CallOptions = {
  /** Ends the call, also between tries. */
  signal?: AbortSignal | undefined
  /** One deadline over all tries and the waiting between them. Default: the client's. */
  timeoutMs?: number | undefined
  /** How many times a failed try may be repeated, where that is safe. Default: the client's. */
  maxRetries?: number | undefined
}

/** The same, for a call which the server does once however often it arrives. */
export type KeyedCallOptions = CallOptions & {
  /**
   * The X-Idempotency-Key of this request. Made with `crypto.randomUUID()` when absent, once per call and kept across its
   * tries. Give the `requestKey` of an error to go on with the call that failed.
   */
  requestKey?: string | undefined
}
