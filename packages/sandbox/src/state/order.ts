import type { OrderMagic } from '../magic/order-magic.js'

/** An amount as the wire has it: a decimal string with two decimals. */
export type Money = { readonly value: string; readonly currency: string }

/** The body of a widgetPayment, as far as the sandbox reads it; what else it holds is kept. */
export type OrderRequest = {
  readonly partnerReferenceNo: string
  readonly merchantId: string
  readonly amount: Money
  readonly validUpTo: string
  readonly subMerchantId?: string | null
  readonly externalStoreId?: string | null
  /** Comma-separated pay methods. */
  readonly disabledPayMethods?: string | null
  readonly urlParams?: readonly { readonly url: string; readonly type: string; readonly isDeeplink?: string }[] | null
  readonly additionalInfo?: {
    readonly order?: { readonly orderTitle?: string; readonly [field: string]: unknown }
    readonly [field: string]: unknown
  }
  readonly [field: string]: unknown
}

/** INIT can be paid; PAYING is paid but not yet final; CLOSED is one nobody paid in time. */
export type OrderStatus = 'INIT' | 'PAYING' | 'SUCCESS' | 'CANCELLED' | 'CLOSED'

/** Money given back. */
export type Refund = {
  /** DANA's number. */
  readonly refundNo: string
  /** The merchant's, by which a repeat is recognised. */
  readonly partnerRefundNo: string
  readonly amountSen: bigint
  readonly reason?: string
  readonly refundedAt: number
  /** Of what was asked; another hash under the same number is an inconsistent request. */
  readonly contentHash: string
}

/** A line of what happened to an order. */
export type TimelineEntry = {
  readonly at: number
  readonly what: 'created' | 'paying' | 'paid' | 'refunded' | 'cancelled' | 'closed'
  readonly detail?: string
}

/** A payment a merchant asked for. */
export type Order = {
  /** DANA's number: digits, the date first. */
  readonly referenceNo: string
  readonly partnerId: string
  readonly merchantId: string
  readonly partnerReferenceNo: string
  /** The X-EXTERNAL-ID it was created with. */
  readonly externalId?: string
  readonly contentHash: string
  readonly request: OrderRequest
  readonly amountSen: bigint
  /** What its amount makes happen by itself, where that was switched on when it was created. Kept, so that a restart does not forget it. */
  readonly magic?: OrderMagic
  readonly title: string
  readonly status: OrderStatus
  readonly createdAt: number
  readonly validUpTo: number
  readonly paidAt?: number
  readonly cancelledAt?: number
  readonly cancelReason?: string
  readonly closedAt?: number
  readonly closeReason?: string
  /** Who paid; absent where the money did not come from a DANA account. */
  readonly payerId?: string
  readonly payMethod?: string
  readonly payOption?: string
  readonly refunds: readonly Refund[]
  /** The sum of the refunds. */
  readonly refundedSen: bigint
  /** What a cancellation gave back: all or nothing. */
  readonly voidedSen: bigint
  readonly notificationUrl?: string
  readonly returnUrl?: string
  readonly timeline: readonly TimelineEntry[]
}
