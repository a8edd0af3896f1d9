import type { Outcome } from '@arus/calls'

/**
 * May money have moved, or anything else have been done at DANA, by the call that failed?
 *
 * - `not_sent`: no. Nothing reached DANA.
 * - `refused`: no. DANA answered each try with a code of its own that says it did nothing.
 * - `unknown`: perhaps. No answer, an answer that can't be read, a 5xx, a code that may follow a success, or an earlier try
 *   of the same call ended so. Ask with `queryPayment` before paying or refunding again.
 */
export type DanaOutcome = Outcome

/**
 * What kind of failure it was.
 *
 * - `refused`: DANA understood and said no (403, 404, 405, 409)
 * - `unauthorized`: 401: signature, token or partner
 * - `invalid_request`: 400, or found wrong before it was sent
 * - `rate_limited`: 429
 * - `unavailable`: 5xx or 408: DANA, or something on the way to it, gave up
 * - `timeout`: no answer within `timeoutMs`
 * - `network`: no connection, or one that broke
 * - `unreadable`: an answer that isn't the protocol's
 * - `aborted`: the caller's own signal ended the call
 */
export type DanaErrorKind =
  | 'refused'
  | 'unauthorized'
  | 'invalid_request'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'unreadable'
  | 'aborted'

/** What a failed call knows about itself, beside what its error's class says. */
export type CallFacts = {
  outcome: DanaOutcome
  /** How many times the request was tried. */
  attempts: number
  /** The X-EXTERNAL-ID of the last try, or for an Open API call its reqMsgId: DANA's support asks for it. */
  externalId: string | undefined
}
