import type { Order } from '../state/order.js'
import { type Refusal, refuse } from '../state/outcome.js'
import { pairKey, type State } from '../state/state.js'

/** A merchant's order by its own reference; DANA's number, when it's given too, must be the same order's. */
export function findMerchantOrder(
  state: State,
  { merchantId, partnerReferenceNo, referenceNo }: { merchantId: string; partnerReferenceNo: string; referenceNo?: string }
): Order | undefined {
  const order = state.orders.get(state.partnerReferences.get(pairKey(merchantId, partnerReferenceNo)) ?? '')
  return referenceNo === undefined || referenceNo === '' || referenceNo === order?.referenceNo ? order : undefined
}

/** Whether a merchant takes part, and is the partner's who asks, when it's said who asks. */
export function checkMerchant(
  state: State,
  { partnerId, merchantId }: { partnerId?: string; merchantId: string }
): Refusal | undefined {
  const merchant = state.merchants.get(state.merchantIds.get(merchantId) ?? '')
  const isSound = merchant?.status === 'active' && (partnerId === undefined || partnerId === merchant.partnerId)
  return isSound ? undefined : refuse(404, '08', 'merchant_unknown')
}

/** Whether nobody can pay the order any more, though it is still open. */
export function hasRunOut(order: Order, now: number): boolean {
  return (order.status === 'INIT' || order.status === 'PAYING') && now >= order.validUpTo
}

/** Why an order closed that nobody paid. */
export const EXPIRED = 'EXPIRED'
