import type { NotificationRecord } from '../notifications/notification-record.js'
import type { AuthCode } from './auth-code.js'
import type { LedgerEntry } from './ledger-entry.js'
import type { Merchant } from './merchant.js'
import type { Order } from './order.js'
import type { Ott } from './ott.js'
import type { Token } from './token.js'
import type { User } from './user.js'

/**
 * All there is: plain data. The maps and the list grow in place; what they hold is replaced and never changed, so a reader may
 * keep an order or a user as it was.
 */
export type State = {
  /** Of the last event applied. */
  sequence: number
  /** Added to real time. */
  offsetMs: number
  readonly users: Map<string, User>
  /** Phone to user id. */
  readonly phones: Map<string, string>
  /** Wrong PINs by user id. */
  readonly wrongPins: Map<string, { readonly count: number; readonly blockedUntil?: number }>
  /** By partner id. */
  readonly merchants: Map<string, Merchant>
  /** Merchant id to partner id. */
  readonly merchantIds: Map<string, string>
  readonly authCodes: Map<string, AuthCode>
  /** By access token. */
  readonly tokens: Map<string, Token>
  /** Refresh token to access token. */
  readonly refreshTokens: Map<string, string>
  readonly otts: Map<string, Ott>
  /** By reference number. */
  readonly orders: Map<string, Order>
  /** `pairKey(merchantId, partnerReferenceNo)` to reference number. */
  readonly partnerReferences: Map<string, string>
  /** `pairKey(merchantId, externalId)` to the newest order's reference number. */
  readonly externalIds: Map<string, string>
  /** `pairKey(merchantId, partnerRefundNo)` to the order's reference number. */
  readonly partnerRefunds: Map<string, string>
  /** Reference numbers of what can still be paid. */
  readonly openOrders: Set<string>
  /** What merchants are told, by id, delivered or not. */
  readonly notifications: Map<string, NotificationRecord>
  readonly entries: LedgerEntry[]
  /** By account, kept along with the entries. */
  readonly balances: Map<string, bigint>
}

/** Nothing has happened yet. */
export function emptyState(): State {
  return {
    sequence: 0,
    offsetMs: 0,
    users: new Map(),
    phones: new Map(),
    wrongPins: new Map(),
    merchants: new Map(),
    merchantIds: new Map(),
    authCodes: new Map(),
    tokens: new Map(),
    refreshTokens: new Map(),
    otts: new Map(),
    orders: new Map(),
    partnerReferences: new Map(),
    externalIds: new Map(),
    partnerRefunds: new Map(),
    openOrders: new Set(),
    notifications: new Map(),
    entries: [],
    balances: new Map()
  }
}

/** One key of two texts, whatever they contain. */
export function pairKey(first: string, second: string): string {
  return `${first.length}:${first}${second}`
}
