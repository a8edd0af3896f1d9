import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher, errors } from 'undici'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { type AddressGuard, AddressRefusedError } from './address-guard.js'

export type WebhookRequest = { url: string; headers: Record<string, string>; body: Buffer }

/** What became of one attempt. `error` is empty when it was acknowledged, and is fit for the merchant to read. */
export type SendOutcome = { statusCode: number | null; error: string; timedOut: boolean }

export type WebhookSender = {
  /** Sends one webhook. Never throws. */
  send(request: WebhookRequest): Promise<SendOutcome>
  /** Closes its connections. */
  close(): Promise<void>
}

export type SenderOptions = {
  guard: AddressGuard
  /** For the connection, and then for the status line and headers. */
  headersTimeoutMs?: number
  /** For all of it. */
  totalTimeoutMs?: number
  clock?: Clock
  /** Makes what the requests go out through. */
  openDispatcher?: (options: Agent.Options) => Dispatcher
}

/** What an endpoint answers is of no interest beyond its status; it only must not be cut off needlessly. */
const MAX_ANSWER_BYTES = 4096

/**
 * Opens what webhooks are sent with. Only 200 to 299 acknowledges one; a redirect is not followed, since it would lead
 * past the check of the endpoint's address.
 */
export function createWebhookSender({
  guard,
  headersTimeoutMs = 5000,
  totalTimeoutMs = 10_000,
  clock = SYSTEM_CLOCK,
  openDispatcher = (options) => new Agent(options)
}: SenderOptions): WebhookSender {
  const agent = openDispatcher({
    connect: { timeout: headersTimeoutMs, lookup: lookUpThrough(guard) },
    headersTimeout: headersTimeoutMs,
    bodyTimeout: 0
  })
  return {
    async send({ url, headers, body }) {
      const deadline = new AbortController()
      const cancelTimer = clock.setTimer(totalTimeoutMs, () => deadline.abort())
      let statusCode: number | null = null
      try {
        const { origin, hostname, pathname, search } = new URL(url)
        await checkLiteral(guard, hostname)
        const answer = await agent.request({
          origin,
          path: pathname + search,
          method: 'POST',
          headers,
          body,
          signal: deadline.signal
        })
        statusCode = answer.statusCode
        await discard(answer.body)
        return { statusCode, error: explainStatus(statusCode), timedOut: deadline.signal.aborted }
      } catch (error) {
        return { statusCode, ...explainFailure(error, deadline.signal.aborted, { headersTimeoutMs, totalTimeoutMs }) }
      } finally {
        cancelTimer()
      }
    },
    close: () => agent.close()
  }
}

/**
 * Names are resolved here and nowhere else: the socket gets the addresses that were checked, so a name that answers
 * differently the second time finds no second time.
 */
function lookUpThrough(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    guard.findAddresses(hostname).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }))
        if (options.all) callback(null, found)
        else callback(null, found[0]!.address, found[0]!.family)
      },
      (error: Error) => callback(error, '')
    )
  }
}

/** A socket to a literal address never asks for a lookup. */
async function checkLiteral(guard: AddressGuard, hostname: string): Promise<void> {
  if (hostname.startsWith('[') || isIP(hostname) !== 0) await guard.findAddresses(hostname)
}

/** Reads a little of the answer, so that the connection can be used again, and gives up the connection if there is more. */
async function discard(body: Dispatcher.ResponseData['body']): Promise<void> {
  await body.dump({ limit: MAX_ANSWER_BYTES }).catch(() => {})
}

function explainStatus(statusCode: number): string {
  if (statusCode >= 200 && statusCode < 300) return ''
  if (statusCode >= 300 && statusCode < 400) return `answered ${statusCode}: redirects are not followed`
  return `answered ${statusCode}`
}

const CONNECTION_FAULTS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset before an answer came',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer were too large',
  EHOSTUNREACH: 'the host could not be reached',
  ENETUNREACH: 'the host could not be reached',
  EPIPE: 'the connection was closed before all was sent',
  CERT_HAS_EXPIRED: 'the certificate of the host has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the host is signed by nobody else',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of the host is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the host is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host'
}

function explainFailure(
  error: unknown,
  isPastDeadline: boolean,
  { headersTimeoutMs, totalTimeoutMs }: { headersTimeoutMs: number; totalTimeoutMs: number }
): { error: string; timedOut: boolean } {
  if (isPastDeadline) return { error: `not done within ${totalTimeoutMs / 1000} seconds`, timedOut: true }
  if (error instanceof errors.ConnectTimeoutError)
    return { error: `no connection within ${headersTimeoutMs / 1000} seconds`, timedOut: true }
  if (error instanceof errors.HeadersTimeoutError)
    return { error: `no answer within ${headersTimeoutMs / 1000} seconds`, timedOut: true }
  if (error instanceof AddressRefusedError) return { error: error.message, timedOut: false }
  if (error instanceof errors.HTTPParserError) return { error: 'the answer was not HTTP', timedOut: false }
  const code = findCode(error)
  return { error: CONNECTION_FAULTS[code] ?? `the connection failed (${code})`, timedOut: code === 'ETIMEDOUT' }
}

/** With several addresses to try, Node wraps the errors of all of them; the first says enough. */
function findCode(error: unknown): string {
  const { code, errors: several } = error as { code?: unknown; errors?: unknown[] }
  if (typeof code === 'string' && code !== '') return code
  return several?.[0] === undefined ? 'unknown' : findCode(several[0])
}
