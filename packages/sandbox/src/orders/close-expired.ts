import type { Context, Decision } from '../state/decision.js'
import type { Order } from '../state/order.js'
import type { State } from '../state/state.js'
import { EXPIRED, hasRunOut } from './find-merchant-order.js'

/** Closes every order whose time is over. `nextExpiry` is when, by the sandbox's clock, there will be another. */
export function closeExpired(state: State, { now }: Context): Decision<{ orders: Order[] }> & { nextExpiry: number } {
  const references: string[] = []
  let nextExpiry = Number.POSITIVE_INFINITY
  for (const referenceNo of state.openOrders) {
    const order = state.orders.get(referenceNo)!
    if (hasRunOut(order, now)) references.push(referenceNo)
    else nextExpiry = Math.min(nextExpiry, order.validUpTo)
  }
  return {
    nextExpiry,
    events: references.map((referenceNo) => ({ type: 'order.closed', at: now, referenceNo, reason: EXPIRED })),
    outcome: (after) => ({ refused: false, orders: references.map((referenceNo) => after.orders.get(referenceNo)!) })
  }
}
