import type { DanaErrorKind } from '../errors/error-facts.js'

/** One try of a call, about to be sent. Secrets read `[redacted]`. */
export type RequestEvent = {
  /** `widgetPayment`. */
  operation: string
  /** 1 for the first try. */
  attempt: number
  method: string
  url: string
  /** X-EXTERNAL-ID, or the Open API's reqMsgId. */
  externalId: string | undefined
  headers: Record<string, string>
  body: unknown
}

/** The answer to one try. Secrets read `[redacted]`. */
export type ResponseEvent = {
  operation: string
  attempt: number
  status: number
  responseCode: string | undefined
  externalId: string | undefined
  durationMs: number
  body: unknown
}

/** A try failed, and another follows after `delayMs`. */
export type RetryEvent = {
  operation: string
  /** The try that failed. */
  attempt: number
  delayMs: number
  kind: DanaErrorKind
  status: number | undefined
  responseCode: string | undefined
  externalId: string | undefined
}

/**
 * Told what a client does, for logs and metrics. Tokens, codes, secrets, signatures and the values of user resources are
 * taken out before. A hook can't change a call, and one that throws doesn't fail it.
 *
 * @example
 * const dana = new Dana({ partnerId, privateKey, hooks: { retry: (event) => console.warn('again', event) } })
 */
export type DanaHooks = {
  request?: ((event: RequestEvent) => void) | undefined
  response?: ((event: ResponseEvent) => void) | undefined
  retry?: ((event: RetryEvent) => void) | undefined
}

/** Tells a hook, if there is one. What it throws is dropped: a log that fails must not make a payment look failed. */
export function tellHook<Event>(hook: ((event: Event) => void) | undefined, event: () => Event): void {
  if (hook === undefined) return
  try {
    hook(event())
  } catch {}
}
