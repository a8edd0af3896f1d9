import type { Notification, NotificationAttempt } from '../notifications/notification.js'
import type { AuthCode } from './auth-code.js'
import type { Merchant } from './merchant.js'
import type { Order, Refund } from './order.js'
import type { Ott } from './ott.js'
import type { Token } from './token.js'
import type { User } from './user.js'

/** What happened, before it got its number. Carries every time and every random value, so that applying it is certain. */
export type EventBody = { readonly at: number } & (
  | { readonly type: 'merchant.added'; readonly merchant: Merchant; readonly balanceSen: bigint }
  | {
      readonly type: 'merchant.changed'
      readonly partnerId: string
      readonly changes: Partial<Merchant>
      readonly adjustmentSen: bigint
    }
  | { readonly type: 'user.added'; readonly user: User; readonly balanceSen: bigint }
  | { readonly type: 'user.changed'; readonly userId: string; readonly changes: Partial<User>; readonly adjustmentSen: bigint }
  | { readonly type: 'user.topped_up'; readonly userId: string; readonly amountSen: bigint }
  | { readonly type: 'login.refused'; readonly userId: string; readonly blockedUntil?: number }
  | { readonly type: 'login.accepted'; readonly userId: string }
  | { readonly type: 'auth_code.granted'; readonly authCode: AuthCode }
  | { readonly type: 'token.issued'; readonly authCode: string; readonly token: Token }
  | { readonly type: 'token.refreshed'; readonly accessToken: string; readonly token: Token }
  | {
      readonly type: 'binding.ended'
      readonly by: 'merchant' | 'user'
      readonly userId: string
      readonly partnerId: string
      /** The ones that worked until now. */
      readonly accessTokens: readonly string[]
    }
  | { readonly type: 'ott.applied'; readonly ott: Ott }
  | { readonly type: 'ott.consumed'; readonly value: string }
  | { readonly type: 'order.created'; readonly order: Order }
  | { readonly type: 'order.paying'; readonly referenceNo: string }
  | {
      readonly type: 'order.paid'
      readonly referenceNo: string
      readonly payMethod: string
      readonly payOption?: string
      readonly payerId?: string
    }
  | { readonly type: 'order.refunded'; readonly referenceNo: string; readonly refund: Refund }
  | { readonly type: 'order.cancelled'; readonly referenceNo: string; readonly voidedSen: bigint; readonly reason?: string }
  | { readonly type: 'order.closed'; readonly referenceNo: string; readonly reason: string }
  | {
      readonly type: 'notification.attempted'
      readonly id: string
      readonly attempt: NotificationAttempt
      readonly isByHand: boolean
      readonly state: Notification['state']
      readonly nextAttemptAt?: number
      readonly fault?: string
    }
  | { readonly type: 'notification.repeated'; readonly id: string }
  | { readonly type: 'clock.moved'; readonly offsetMs: number }
  | { readonly type: 'sandbox.reset' }
)

/** What happened, in order: 1, 2, 3, … */
export type Event = EventBody & { readonly sequence: number }
