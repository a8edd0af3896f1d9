import { type Deadline, readRetryAfterMs, wasNeverSent } from '@arus/calls'
import type { ClientSettings } from '../client/client-settings.js'
import type { CallOptions } from '../client/dana-options.js'
import type { DanaOutcome } from '../errors/error-facts.js'
import { FetchError } from '../errors/fetch-error.js'
import { fromJson } from '../models/from-json.js'
import type { Operation } from '../models/model.js'
import type { Configuration } from '../runtime/configuration.js'
import type { FetchAPI, InitOverrides, Middleware } from '../runtime/http-types.js'
import { classifyResponse } from './classify-response.js'
import type { Failure } from './failure.js'
import { fetchWithMiddleware } from './fetch-with-middleware.js'
import { joinSignals } from './join-signals.js'
import { layHeaders } from './lay-headers.js'
import { prepareFetch } from './prepare-fetch.js'
import { readBody } from './read-body.js'
import { readResponseCode } from './read-response-code.js'
import type { SignedRequest } from './sign-request.js'
import { untilAborted } from './until-aborted.js'
import { watchFetch } from './watch-fetch.js'

/** What sends: a client's settings, and what an API class lets its user change. */
export type Sender = { settings: ClientSettings; configuration: Configuration; middleware: readonly Middleware[] }

export type TryResult = { ok: true; reply: unknown } | { ok: false; failure: Failure }

/**
 * Sends a signed request once and reads the answer. What goes wrong on the way is the result; only what the caller's own
 * override or middleware throws is thrown on.
 */
export async function tryOperation(
  { settings, configuration, middleware }: Sender,
  operation: Operation,
  signed: SignedRequest,
  { attempt, deadline, initOverrides, headers }: TryFacts
): Promise<TryResult> {
  const context = {
    path: operation.path,
    method: 'POST',
    headers: layHeaders(signed.headers, headers),
    query: {},
    body: signed.data
  } as const
  // An override is the caller's own function, which may hang as well as anything.
  const prepared = untilAborted(prepareFetch(configuration, context, initOverrides, signed.text), deadline.signal)
  const params = await prepared.catch((error) => {
    if (!deadline.signal.aborted) throw error
  })
  if (params === undefined) return { ok: false, failure: endedBySignal(deadline, deadline.signal, 'not_sent') }
  const joined = joinSignals(deadline.signal, params.init.signal)
  const name = { operation: operation.operationId, attempt, externalId: signed.externalId }
  settings.hooks.request?.(name, params)
  const startedAt = performance.now()
  const { fetch, mayHaveArrived } = watchFetch(fetchOf(settings, configuration))
  const exchange = async () => {
    // A redirect would carry the user's token, and a request that is never repeated, to an address that nobody named.
    const init: RequestInit = { redirect: 'manual', ...params.init, signal: joined.signal }
    const response = await fetchWithMiddleware(fetch, middleware, { url: params.url, init })
    const read = await readBody(response).catch((error) => {
      throw new FetchError(error, 'The answer broke off')
    })
    return { response, ...read }
  }
  try {
    if (joined.signal.aborted) return { ok: false, failure: endedBySignal(deadline, joined.signal, 'not_sent') }
    const { response, isJson, body } = await untilAborted(exchange(), deadline.signal)
    const { status, statusText } = response
    const responseCode = readResponseCode(body)
    settings.hooks.response?.(name, { status, body, durationMs: performance.now() - startedAt })
    const isObject = isJson && typeof body === 'object' && body !== null && !Array.isArray(body)
    if (status >= 200 && status < 300 && isObject) return { ok: true, reply: fromJson(operation.response, body) }
    const { kind: errorKind, outcome } = classifyResponse(status, body, operation.serviceCode)
    const retryAfterMs = readRetryAfterMs(response.headers?.get?.('retry-after') ?? null, settings.clock())
    return { ok: false, failure: { kind: 'answer', outcome, errorKind, status, statusText, body, responseCode, retryAfterMs } }
  } catch (error) {
    const isDeadline = deadline.signal.aborted && error === deadline.signal.reason
    if (!isDeadline && !(error instanceof FetchError)) throw error
    if (joined.signal.aborted) return { ok: false, failure: endedBySignal(deadline, joined.signal, 'unknown') }
    const { cause } = error as FetchError
    const outcome = !mayHaveArrived() && wasNeverSent(cause) ? 'not_sent' : 'unknown'
    return { ok: false, failure: { kind: 'network', outcome, cause } }
  } finally {
    joined.release()
  }
}

type TryFacts = {
  /** 1 for the first try. */
  attempt: number
  deadline: Deadline
  initOverrides: InitOverrides | undefined
  headers: CallOptions['headers']
}

/** Looked up at each call, so that a fetch installed later (a proxy agent, a test) is the one that is used. */
function fetchOf(settings: ClientSettings, configuration: Configuration): FetchAPI {
  return (
    configuration.fetchApi ?? settings.fetch ?? (((url: string, init: RequestInit) => globalThis.fetch(url, init)) as FetchAPI)
  )
}

function endedBySignal(deadline: Deadline, signal: AbortSignal, outcome: DanaOutcome): Failure {
  // A signal of the caller's that is a timeout itself is still the caller's: `timeoutMs` is not what passed.
  return { kind: deadline.endedBy() === 'timeout' ? 'timeout' : 'aborted', outcome, cause: signal.reason }
}
