import type { Order } from '../state/order.js'
import { pairKey, type State } from '../state/state.js'

/** A merchant's order by its own reference; DANA's number, when it's given too, must be the same order's. */
export function findMerchantOrder(
  state: State,
  { merchantId, partnerReferenceNo, referenceNo }: { merchantId: string; partnerReferenceNo: string; referenceNo?: string }
): Order | undefined {
  const order = state.orders.get(state.partnerReferences.get(pairKey(merchantId, partnerReferenceNo)) ?? '')
  return referenceNo === undefined || referenceNo === '' || referenceNo === order?.referenceNo ? order : undefined
}

/** Whether nobody can pay the order any more, though it is still open. */
export function hasRunOut(order: Order, now: number): boolean {
  return (order.status === 'INIT' || order.status === 'PAYING') && now >= order.validUpTo
}

/** Why an order closed that nobody paid. */
export const EXPIRED = 'EXPIRED'
