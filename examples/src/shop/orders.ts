import type { FinishNotifyRequest } from '@arus/dana/webhook/v1'
import type { WidgetPaymentRequest } from '@arus/dana/widget/v1'
import type { Product } from './products.js'

/** What the shop knows of an order. Only `paid` means money. */
export type OrderStatus = 'unsure' | 'waiting' | 'paid' | 'closed' | 'refused'

export type Refund = {
  /** Ours, and kept before DANA is asked: asking again under the same number gives the money back once. */
  partnerRefundNo: string
  amount: string
  status: 'unknown' | 'done' | 'refused'
  reason?: string | undefined
}

export type Order = {
  /** Ours: the partnerReferenceNo. */
  number: string
  sessionId: string
  product: Product
  /** What DANA was asked for, so that asking again is the same request. */
  request: WidgetPaymentRequest
  status: OrderStatus
  /** Why DANA refused it. */
  reason?: string | undefined
  /** DANA's number. */
  referenceNo?: string | undefined
  /** What a query last said: `SUCCESS`, `INIT`, … */
  answer?: string | undefined
  /** Whether a query has said that it is over, too: a notification is no reason not to ask. */
  isConfirmed?: boolean | undefined
  /** What DANA told us itself, once its signature was verified. */
  notification?: FinishNotifyRequest | undefined
  refund?: Refund | undefined
}

/** The shop's book. A real one is a table; the order of writing is the same: first the row, then the call. */
export type OrderBook = {
  add(order: Order): void
  find(number: string): Order | undefined
  ofSession(sessionId: string): Order[]
}

export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>()
  return {
    add: (order) => void orders.set(order.number, order),
    find: (number) => orders.get(number),
    ofSession: (sessionId) => [...orders.values()].filter((order) => order.sessionId === sessionId).reverse()
  }
}
