import type { DanaErrorKind } from '../errors/error-facts.js'
import type { Failure } from '../requests/failure.js'
import { readResponseCode } from '../requests/read-response-code.js'
import type { FetchParams } from '../runtime/http-types.js'
import type { CallHooks, TryName } from './call-hooks.js'
import { redactBody, redactHeaders } from './redact.js'

/** One try of a call, about to be sent. Secrets read `[redacted]`. */
export type RequestEvent = TryName & {
  method: string
  url: string
  headers: Record<string, string>
  body: unknown
}

/** The answer to one try. Secrets read `[redacted]`. */
export type ResponseEvent = TryName & {
  status: number
  responseCode: string | undefined
  durationMs: number
  body: unknown
}

/** The try failed, and another follows after `delayMs`. */
export type RetryEvent = TryName & {
  delayMs: number
  kind: DanaErrorKind
  status: number | undefined
  responseCode: string | undefined
}

/**
 * Told what a client does, for logs and metrics. Tokens, codes, secrets, signatures and the values of user resources are
 * taken out before. A hook can't change a call, isn't waited for, and one that throws or rejects doesn't fail it.
 *
 * @example
 * const dana = new Dana({ partnerId, privateKey, hooks: { retry: (event) => console.warn('again', event) } })
 */
export type DanaHooks = {
  request?: ((event: RequestEvent) => void) | undefined
  response?: ((event: ResponseEvent) => void) | undefined
  retry?: ((event: RetryEvent) => void) | undefined
}

/** The sender's hooks that tell a user's, with the secrets taken out. Hooks that aren't given cost nothing. */
export function redactingHooks({ request, response, retry }: DanaHooks): CallHooks {
  return {
    request: request && ((name, params) => tell(request, () => describeRequest(name, params))),
    response:
      response &&
      ((name, { status, body, durationMs }) => {
        tell(response, () => {
          return { ...name, status, responseCode: readResponseCode(body), durationMs, body: redactBody(body) }
        })
      }),
    retry: retry && ((name, failure, delayMs) => tell(retry, () => describeRetry(name, failure, delayMs)))
  }
}

/** What a hook throws, or rejects with, is dropped: a log that fails must not make a payment look failed, nor end the process. */
function tell<Event>(hook: (event: Event) => unknown, event: () => Event): void {
  new Promise((resolve) => resolve(hook(event()))).catch(() => {})
}

function describeRequest(name: TryName, { url, init }: FetchParams): RequestEvent {
  const { method = 'POST', headers, body } = init
  return { ...name, method, url, headers: redactHeaders(headers), body: redactBody(body) }
}

function describeRetry(name: TryName, failure: Failure, delayMs: number): RetryEvent {
  if (failure.kind !== 'answer') return { ...name, delayMs, kind: failure.kind, status: undefined, responseCode: undefined }
  return { ...name, delayMs, kind: failure.errorKind, status: failure.status, responseCode: failure.responseCode }
}
