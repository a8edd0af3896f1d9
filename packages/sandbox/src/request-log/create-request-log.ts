/** A request as the log shows it. */
export type LoggedRequest = {
  id: number
  /** When it came, by the real clock: milliseconds since 1970-01-01T00:00:00Z. */
  at: number
  /** `widgetPayment`; empty where the path is nobody's. */
  operation: string
  method: string
  /** As it was requested, query and all. */
  path: string
  headers: Record<string, string>
  /** Its first 64 KiB, where it is longer. */
  body: string
  /** The text that the signature should be of; empty where nothing is signed. */
  stringToSign: string
  /** `ok`, or why the signature was refused, or `not checked`; in a long list the reason may be left out, see {@link UNEXPLAINED}. */
  signature: string
  httpStatus: number
  responseCode: string
  responseBody: string
  durationMs: number
  /** What a rule made go wrong. */
  fault?: string
}

/** What the API knows of a request once it is answered. What takes time to write out is written when somebody looks. */
export type SeenRequest = Omit<LoggedRequest, 'id' | 'headers' | 'body' | 'stringToSign' | 'signature'> & {
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Uint8Array
  stringToSign: () => string
  signature: string | (() => string)
}

const MAX_BODY_BYTES = 65_536

/** What a list says of a refused signature whose reason nobody has looked for yet. */
export const UNEXPLAINED = 'refused: open this request to see why'

/** To find a reason takes some milliseconds: with so many a list is answered before anybody waits for it. */
export const REASONS_OF_A_LIST = 10

/** A request in the log, and why its signature was refused, once somebody has looked. */
type Entry = { readonly id: number; readonly request: SeenRequest; reason?: string }

export type RequestLog = {
  add(request: SeenRequest): void
  /**
   * What is in the log, the newest first.
   *
   * @param options.reasons for how many refused signatures a reason is looked for, of those that are read; without it for all
   */
  list(options?: { reasons?: number }): LoggedRequest[]
  find(id: number): LoggedRequest | undefined
  clear(): void
}

/**
 * Makes a log that keeps the last requests, and forgets older ones. It shows tokens and secrets as they came, because that is
 * what a developer looks for, but never a private key.
 *
 * @param options.size how many it keeps
 *
 * @example
 * const log = createRequestLog({ size: 500 })
 * log.list()[0]?.signature // 'ok'
 */
export function createRequestLog({ size }: { size: number }): RequestLog {
  const ring: Entry[] = []
  let lastId = 0
  let next = 0
  return {
    add(request) {
      ring[next] = { id: ++lastId, request: withinLimit(request) }
      next = (next + 1) % size
    },
    list({ reasons = Number.POSITIVE_INFINITY } = {}) {
      const budget = { reasons }
      return ring.toSorted((one, other) => other.id - one.id).map((entry) => writeOut(entry, budget))
    },
    find(id) {
      const found = ring.find((entry) => entry.id === id)
      return found === undefined ? undefined : writeOut(found, { reasons: 1 })
    },
    clear() {
      ring.length = 0
      next = 0
    }
  }
}

/** Of a long body its beginning, or a few hundred of them would fill the memory. */
function withinLimit(request: SeenRequest): SeenRequest {
  if (request.body.length <= MAX_BODY_BYTES) return request
  const [stringToSign, signature] = [request.stringToSign(), signatureOf(request)]
  // A copy: a part of a buffer would keep the whole of it.
  const body = new Uint8Array(request.body.subarray(0, MAX_BODY_BYTES))
  return { ...request, body, stringToSign: () => stringToSign, signature }
}

function signatureOf({ signature }: SeenRequest): string {
  return typeof signature === 'string' ? signature : signature()
}

/** How many reasons may still be looked for. */
type Budget = { reasons: number }

function reasonOf(entry: Entry, budget: Budget): string {
  const { signature } = entry.request
  if (typeof signature === 'string') return signature
  if (entry.reason === undefined) {
    if (budget.reasons <= 0) return UNEXPLAINED
    budget.reasons -= 1
    entry.reason = signature()
  }
  return entry.reason
}

function writeOut(entry: Entry, budget: Budget): LoggedRequest {
  const { id, request } = entry
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, hidePrivateKeys(String(value))] as const]
  )
  return {
    id,
    ...request,
    headers: Object.fromEntries(headers),
    body: hidePrivateKeys(new TextDecoder().decode(request.body)),
    stringToSign: hidePrivateKeys(request.stringToSign()),
    // To find a reason takes a while; a list of hundreds is often asked for with nobody to read that of each.
    get signature() {
      return reasonOf(entry, budget)
    }
  }
}

const PRIVATE_KEY = /(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs

/** Somebody will send theirs by mistake one day. */
function hidePrivateKeys(text: string): string {
  return text.includes('PRIVATE KEY') ? text.replace(PRIVATE_KEY, '$1 (hidden) $2') : text
}
