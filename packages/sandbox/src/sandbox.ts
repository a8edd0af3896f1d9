import type { Control } from './control/control-functions.js'
import type { OrderView, UserView } from './control/control-views.js'
import type { SandboxCredentials } from './credentials/sandbox-credentials.js'
import type { FaultRule, StandingFault } from './faults/create-faults.js'
import type { Notification } from './notifications/notification.js'
import type { LoggedRequest } from './request-log/create-request-log.js'
import type { Authorization, AuthorizeOptions } from './without-browser/authorize.js'
import type { PayOptions } from './without-browser/pay.js'

/** Somebody who can bind and pay, as they stand now. */
export type SandboxUser = UserView

/** A sandbox that runs in this process. */
export type Sandbox = {
  /** Where its API and pages are: what `DANA_BASE_URL` and `DANA_WEB_URL` should say. No slash at its end. */
  readonly url: string
  /** What a client is configured with. */
  readonly credentials: SandboxCredentials
  /** Those who can bind and pay, with their balances now. */
  readonly users: readonly SandboxUser[]
  /** The requests seen, newest first, with the text that should have been signed and why a signature was refused. */
  readonly requests: readonly LoggedRequest[]
  /** What merchants were told, newest first, with every attempt, its signature and what it was answered. */
  readonly notifications: readonly Notification[]
  /** The sandbox's own clock, on which codes, tokens and orders run out. */
  readonly clock: SandboxClock
  /** Everything that a developer can do, one function each. */
  readonly control: Control
  /**
   * Does what a user does on the binding page: phone, consent, PIN.
   *
   * @param oauthUrl as the client makes it, of whatever host
   * @throws {ControlError} when the page would refuse the address, or the login fails
   */
  authorize(oauthUrl: string, options?: AuthorizeOptions): Promise<Authorization>
  /**
   * Does what a user does on the cashier page: logs in, unless the address has an `ott`, and pays.
   *
   * @param webRedirectUrl as `widgetPayment` answered it, or completed by a one-time token
   * @throws {ControlError} when it is not paid; `code` says why, such as `order_paid` or `insufficient_balance`
   */
  pay(webRedirectUrl: string, options?: PayOptions): Promise<OrderView>
  /** Makes something go wrong: once, unless the rule says how often. */
  fault(rule: FaultRule): StandingFault
  /** When no notification is on its way; with `all`, when no attempt is to come either. */
  idle(options?: { all?: boolean }): Promise<void>
  /** As freshly started: the first users and merchants, real time, no orders, no faults, no requests. */
  reset(): Promise<void>
  /** Closes everything. May be called twice. */
  stop(): Promise<void>
}

export type SandboxClock = {
  /** Milliseconds since 1970. */
  now(): number
  /** Forwards by so many milliseconds, or backwards with a negative number. What runs out is closed when this resolves. */
  move(deltaMs: number): Promise<void>
  /** To a time, in milliseconds since 1970. */
  set(epochMs: number): Promise<void>
  /** To real time. */
  reset(): Promise<void>
}
