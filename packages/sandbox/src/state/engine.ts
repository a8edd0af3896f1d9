import type { NotificationAttempt } from '../notifications/notification.js'
import type { NotificationRecord } from '../notifications/notification-record.js'
import type { AttemptInput } from '../notifications/record-attempt.js'
import type { CreateOrderInput } from '../orders/create-order.js'
import type { AuthCode } from './auth-code.js'
import type { Event } from './event.js'
import type { LedgerEntry } from './ledger-entry.js'
import type { Merchant, MerchantChanges, MerchantInput } from './merchant.js'
import type { Money, Order, Refund } from './order.js'
import type { Ott } from './ott.js'
import type { Outcome, Refusal } from './outcome.js'
import type { State } from './state.js'
import type { Token } from './token.js'
import type { User, UserChanges, UserInput } from './user.js'

/**
 * DANA's side without its wire: accounts, bindings, orders, money and time. A command decides and changes the state at once,
 * without waiting in between, and resolves when its events are on disk (at once where there is no journal). Refusals are
 * answers; a rejection means the journal failed, and then every command rejects.
 */
export type Engine = {
  // Reads

  /** By the phone in any form: 08…, 8…, 628…, +628…. */
  findUserByPhone(phone: string): User | undefined
  findUser(userId: string): User | undefined
  listUsers(): User[]
  findMerchantByPartnerId(partnerId: string): Merchant | undefined
  findMerchant(merchantId: string): Merchant | undefined
  listMerchants(): Merchant[]
  findToken(accessToken: string): Token | undefined
  /** All of them, revoked ones included, oldest first. */
  listTokens(): Token[]
  findOrder(referenceNo: string): Order | undefined
  findOrderByPartnerReference(merchantId: string, partnerReferenceNo: string): Order | undefined
  /** The newest with that X-EXTERNAL-ID. */
  findOrderByExternalId(merchantId: string, externalId: string): Order | undefined
  /** Oldest first. */
  listOrders(): Order[]
  findNotification(id: string): NotificationRecord | undefined
  /** Oldest first. */
  listNotifications(): NotificationRecord[]
  findOtt(value: string): Ott | undefined
  findAuthCode(code: string): AuthCode | undefined
  /** In sen, of `user:<id>`, `merchant:<merchantId>` or `world`; 0 of an account nobody knows. */
  balanceOf(accountId: string): bigint
  ledgerEntries(): readonly LedgerEntry[]
  /** The sandbox's time: real time plus the offset. */
  now(): number
  /** How far the sandbox's clock is from real time. */
  clockOffsetMs(): number
  /** Recomputes all balances and orders from the entries, and says what does not fit. Nothing, when all is well. */
  verify(): string[]
  /** The whole state, for tests and debugging; not to be changed. */
  readState(): Readonly<State>
  /** Whether this user's state, or a special answer, keeps this service from being done. */
  checkUser(userId: string, serviceCode: string): Refusal | undefined
  /** Whose token it is, or why it doesn't count for this service: unknown, revoked, expired, another partner's, the user's state. */
  checkToken(input: { partnerId: string; accessToken: string; serviceCode: string }): Outcome<{ token: Token; user: User }>
  /** Why this OTT opens nothing, without using it. */
  checkOtt(value: string): Outcome<{ ott: Ott; user: User }>

  // Accounts

  addUser(input: UserInput): Promise<Outcome<{ user: User }>>
  changeUser(userId: string, changes: UserChanges): Promise<Outcome<{ user: User }>>
  /** Reasons: 'user_unknown', 'user_…', 'invalid_field', 'amount_over_limit'. */
  topUp(input: { userId: string; amountSen: bigint }): Promise<Outcome<{ balanceSen: bigint }>>
  addMerchant(input: MerchantInput): Promise<Outcome<{ merchant: Merchant }>>
  changeMerchant(partnerId: string, changes: MerchantChanges): Promise<Outcome<{ merchant: Merchant }>>

  // Binding

  /** Reasons: 'unknown_user', 'wrong_pin', 'blocked' (three wrong PINs in a row, for five minutes), 'closed'. */
  login(input: { phone: string; pin: string }): Promise<Outcome<{ user: User }>>
  grantAuthCode(input: {
    partnerId: string
    userId: string
    scopes: readonly string[]
    externalId: string
    redirectUrl: string
  }): Promise<Outcome<{ authCode: AuthCode }>>
  /** Reasons: 'auth_code_unknown', 'auth_code_used', 'auth_code_expired'. */
  exchangeAuthCode(input: { partnerId: string; authCode: string }): Promise<Outcome<{ token: Token; user: User }>>
  refreshToken(input: { partnerId: string; refreshToken: string }): Promise<Outcome<{ token: Token; user: User }>>
  /** The merchant ends the binding: all tokens, one-time tokens and unused codes of this user and this partner die. */
  unbind(input: { partnerId: string; accessToken: string }): Promise<Outcome<{ user: User }>>
  /** The user ends it in the app; the event is what the unbind notification follows. */
  unbindByUser(input: { userId: string; partnerId: string }): Promise<Outcome<{ user: User }>>
  applyOtt(input: { partnerId: string; accessToken: string }): Promise<Outcome<{ ott: Ott }>>
  /** Reasons: 'ott_unknown', 'ott_used', 'ott_expired', 'ott_revoked'. */
  consumeOtt(value: string): Promise<Outcome<{ userId: string; partnerId: string }>>

  // Orders

  /** `repeated` when it was created before with the same content. */
  createOrder(input: CreateOrderInput): Promise<Outcome<{ order: Order; repeated: boolean }>>
  /**
   * Reasons: 'order_unknown', 'order_paid', 'order_cancelled', 'order_expired', 'user_unknown', 'user_…', 'pay_method_disabled',
   * 'insufficient_balance'. With BALANCE the money comes from the user, by other methods from the world.
   */
  payOrder(input: {
    referenceNo: string
    payMethod: string
    payOption?: string
    userId?: string
  }): Promise<Outcome<{ order: Order }>>
  /** Unpaid, or paid within 24 hours and nothing refunded. A repeat of a cancellation succeeds. */
  cancelOrder(input: {
    /** When given, the merchant must be this partner's. */
    partnerId?: string
    merchantId: string
    partnerReferenceNo: string
    referenceNo?: string
    reason?: string
  }): Promise<Outcome<{ order: Order; repeated: boolean }>>
  /** `repeated` when this `partnerRefundNo` was refunded before with the same content. */
  refundOrder(input: {
    /** When given, the merchant must be this partner's. */
    partnerId?: string
    merchantId: string
    partnerReferenceNo: string
    referenceNo?: string
    partnerRefundNo: string
    refundAmount: Money
    reason?: string
  }): Promise<Outcome<{ order: Order; refund: Refund; repeated: boolean }>>
  /** An unpaid order becomes PAYING: paid, as a query tells it, but not final. */
  setOrderPaying(referenceNo: string): Promise<Outcome<{ order: Order }>>
  /** An unpaid order closes as if its time were over. */
  expireOrder(referenceNo: string): Promise<Outcome<{ order: Order }>>
  /** Closes what ran out. The state has changed when this returns; the promise waits for the disk. Cheap when there is nothing to do. */
  closeExpired(): Promise<Order[]>

  // Notifications, which begin with the event they tell of

  recordAttempt(input: AttemptInput): Promise<Outcome<{ attempt: NotificationAttempt; notification: NotificationRecord }>>
  /** Begins another one that tells the same. */
  repeatNotification(id: string): Promise<Outcome<{ notification: NotificationRecord }>>

  // Time

  /** Forwards, or backwards with a negative number. */
  moveClock(deltaMs: number): Promise<Outcome<{ now: number }>>
  setClock(epochMs: number): Promise<Outcome<{ now: number }>>
  resetClock(): Promise<Outcome<{ now: number }>>

  // Administration

  /** As freshly started: the seeds, and the clock at real time. Listeners stay. */
  reset(): Promise<void>
  /**
   * Calls the listener with every event from now on, in order, once it is on disk. A listener that throws breaks nothing.
   *
   * @returns ends it
   */
  subscribe(listener: (event: Event) => void): () => void
  /** When all that has happened so far is on disk: await it before answering with something read. */
  settled(): Promise<void>
  /** Waits for the disk and gives the folder free. */
  close(): Promise<void>
}
