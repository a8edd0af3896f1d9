import { type Context, type Decision, refused } from '../state/decision.js'
import type { Order } from '../state/order.js'
import { refuse } from '../state/outcome.js'
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

/** Closes an order that nobody has paid as if its time were over, and leaves the clock and all others as they are. */
export function expireOrder(
  state: State,
  { referenceNo }: { referenceNo: string },
  { now }: Context
): Decision<{ order: Order }> {
  const order = state.orders.get(referenceNo)
  if (order === undefined) return refused(refuse(404, '01', 'order_unknown'))
  if (order.status !== 'INIT') return refused(refuse(404, '00', 'order_not_open'))
  return {
    events: [{ type: 'order.closed', at: now, referenceNo, reason: EXPIRED }],
    outcome: (after) => ({ refused: false, order: after.orders.get(referenceNo)! })
  }
}
