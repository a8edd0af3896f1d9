import { wasNeverSent } from '@arus/calls'
import { brandError } from './brand.js'
import type { CallFacts, DanaErrorKind, DanaOutcome } from './error-facts.js'

/** The three ways in which no answer comes. */
type FetchErrorKind = Extract<DanaErrorKind, 'timeout' | 'network' | 'aborted'>

/**
 * No answer came: no connection, a broken one, the deadline passed, or the caller's signal ended the call. `cause` is what
 * `fetch` rejected with. Unless `outcome` is `not_sent`, DANA may have acted: ask before sending again.
 */
export class FetchError extends Error {
  override name: 'FetchError' = 'FetchError'
  override cause: Error
  readonly kind: FetchErrorKind
  /** May money have moved? */
  readonly outcome: DanaOutcome
  /** X-EXTERNAL-ID of the last try, or the Open API's reqMsgId. */
  readonly externalId: string | undefined
  /** How many times the request was tried. */
  readonly attempts: number

  constructor(cause: Error, message?: string, facts: Partial<CallFacts> & { kind?: FetchErrorKind } = {}) {
    super(message)
    this.cause = cause
    this.kind = facts.kind ?? 'network'
    this.outcome = facts.outcome ?? (wasNeverSent(cause) ? 'not_sent' : 'unknown')
    this.externalId = facts.externalId
    this.attempts = facts.attempts ?? 1
  }
}
brandError(FetchError, 'FetchError')
