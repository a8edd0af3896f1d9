import { postEntry } from '../ledger/post-entry.js'
import type { EventBody } from '../state/event.js'
import { merchantAccount, userAccount, WORLD } from '../state/ledger-entry.js'
import type { Order, TimelineEntry } from '../state/order.js'
import { pairKey, type State } from '../state/state.js'
import { BALANCE } from './pay-order.js'

type OrderEvent = Extract<
  EventBody,
  { type: 'order.created' | 'order.paying' | 'order.paid' | 'order.refunded' | 'order.cancelled' | 'order.closed' }
>

/** Puts what happened to an order into the state, and its money into the ledger. */
export function applyOrderEvent(state: State, event: OrderEvent): void {
  const { at } = event
  if (event.type === 'order.created') {
    const { order } = event
    state.orders.set(order.referenceNo, order)
    state.partnerReferences.set(pairKey(order.merchantId, order.partnerReferenceNo), order.referenceNo)
    if (order.externalId !== undefined) state.externalIds.set(pairKey(order.merchantId, order.externalId), order.referenceNo)
    state.openOrders.add(order.referenceNo)
    return
  }
  const order = state.orders.get(event.referenceNo)!
  const merchant = merchantAccount(order.merchantId)
  const change = (changes: Partial<Order>, what: TimelineEntry['what'], detail?: string) => {
    const entry: TimelineEntry = { at, what, ...(detail === undefined ? {} : { detail }) }
    state.orders.set(order.referenceNo, { ...order, ...changes, timeline: [...order.timeline, entry] })
  }
  switch (event.type) {
    case 'order.paying':
      change({ status: 'PAYING' }, 'paying')
      return
    case 'order.paid': {
      const { referenceNo, payMethod, payOption, payerId } = event
      const payer = { ...(payOption === undefined ? {} : { payOption }), ...(payerId === undefined ? {} : { payerId }) }
      change({ status: 'SUCCESS', paidAt: at, payMethod, ...payer }, 'paid', payMethod)
      state.openOrders.delete(referenceNo)
      const debit = sourceOf({ payMethod, ...payer })
      postEntry(state, { at, debit, credit: merchant, amountSen: order.amountSen, kind: 'payment', referenceNo })
      return
    }
    case 'order.refunded': {
      const { referenceNo, refund } = event
      const { amountSen, refundNo } = refund
      const refunds = [...order.refunds, refund]
      change({ refunds, refundedSen: order.refundedSen + amountSen }, 'refunded', refund.partnerRefundNo)
      state.partnerRefunds.set(pairKey(order.merchantId, refund.partnerRefundNo), referenceNo)
      postEntry(state, {
        at,
        debit: merchant,
        credit: sourceOf(order),
        amountSen,
        kind: 'refund',
        referenceNo,
        refundNo
      })
      return
    }
    case 'order.cancelled': {
      const { referenceNo, voidedSen, reason } = event
      const cancelReason = reason === undefined ? {} : { cancelReason: reason }
      change({ status: 'CANCELLED', cancelledAt: at, voidedSen, ...cancelReason }, 'cancelled', reason)
      state.openOrders.delete(referenceNo)
      postEntry(state, {
        at,
        debit: merchant,
        credit: sourceOf(order),
        amountSen: voidedSen,
        kind: 'cancellation',
        referenceNo
      })
      return
    }
    case 'order.closed':
      change({ status: 'CLOSED', closedAt: at, closeReason: event.reason }, 'closed', event.reason)
      state.openOrders.delete(event.referenceNo)
  }
}

/** The account the money came from, and goes back to. */
function sourceOf({ payMethod, payerId }: Pick<Order, 'payMethod' | 'payerId'>): string {
  return payMethod === BALANCE && payerId !== undefined ? userAccount(payerId) : WORLD
}
