import { formatJakartaTime } from '@arus/snap-bi'
import { type Context, type Decision, refused } from '../state/decision.js'
import { merchantAccount } from '../state/ledger-entry.js'
import type { Money, Order, Refund } from '../state/order.js'
import { refuse } from '../state/outcome.js'
import { randomDigits } from '../state/random-text.js'
import { pairKey, type State } from '../state/state.js'
import { parseAmount } from './amounts.js'
import { contentHash } from './content-hash.js'
import { checkMerchant, findMerchantOrder } from './find-merchant-order.js'

type RefundInput = {
  partnerId?: string
  merchantId: string
  partnerReferenceNo: string
  referenceNo?: string
  partnerRefundNo: string
  refundAmount: Money
  reason?: string
}

/** The merchant gives back all or a part of what was paid. */
export function refundOrder(
  state: State,
  input: RefundInput,
  { now, random }: Context
): Decision<{ order: Order; refund: Refund; repeated: boolean }> {
  const { merchantId, partnerReferenceNo, partnerRefundNo, refundAmount, reason } = input
  const amountSen = parseAmount(refundAmount)
  if (amountSen === undefined || amountSen === 0n) return refused(refuse(400, '01', 'invalid_field', { detail: 'refundAmount' }))
  if (partnerRefundNo === '') return refused(refuse(400, '01', 'invalid_field', { detail: 'partnerRefundNo' }))
  const stranger = checkMerchant(state, input)
  if (stranger !== undefined) return refused(stranger)

  const hash = contentHash({ partnerReferenceNo, amount: amountSen.toString(), reason: reason === '' ? null : reason })
  const known = state.orders.get(state.partnerRefunds.get(pairKey(merchantId, partnerRefundNo)) ?? '')
  if (known !== undefined) {
    const refund = known.refunds.find((earlier) => earlier.partnerRefundNo === partnerRefundNo)!
    if (refund.contentHash !== hash) return refused(refuse(404, '18', 'inconsistent_request'))
    return { events: [], outcome: () => ({ refused: false, order: known, refund, repeated: true }) }
  }

  const order = findMerchantOrder(state, input)
  if (order === undefined) return refused(refuse(404, '12', 'order_unknown'))
  if (order.status !== 'SUCCESS') return refused(refuse(404, '00', 'order_not_paid'))
  if (order.refundedSen + amountSen > order.amountSen) return refused(refuse(403, '15', 'refund_over_payment'))
  if ((state.balances.get(merchantAccount(merchantId)) ?? 0n) < amountSen) {
    return refused(refuse(403, '14', 'merchant_balance_too_low'))
  }
  const refund: Refund = {
    refundNo: `${formatJakartaTime(now).slice(0, 10).replaceAll('-', '')}${randomDigits(random, 29)}`,
    partnerRefundNo,
    amountSen,
    ...(reason === undefined || reason === '' ? {} : { reason }),
    refundedAt: now,
    contentHash: hash
  }
  return {
    events: [{ type: 'order.refunded', at: now, referenceNo: order.referenceNo, refund }],
    outcome: (after) => ({ refused: false, order: after.orders.get(order.referenceNo)!, refund, repeated: false })
  }
}
