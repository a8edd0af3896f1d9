import { type Context, type Decision, refused } from '../state/decision.js'
import { merchantAccount } from '../state/ledger-entry.js'
import type { Order } from '../state/order.js'
import { refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import { checkMerchant, EXPIRED, findMerchantOrder, hasRunOut } from './find-merchant-order.js'

/** DANA's: a paid order can be cancelled for 24 hours. */
export const CANCEL_WINDOW_MS = 24 * 60 * 60_000

type CancelInput = { partnerId?: string; merchantId: string; partnerReferenceNo: string; referenceNo?: string; reason?: string }

/** The merchant calls an order off; what was paid goes back to where it came from. */
export function cancelOrder(state: State, input: CancelInput, { now }: Context): Decision<{ order: Order; repeated: boolean }> {
  const stranger = checkMerchant(state, input)
  if (stranger !== undefined) return refused(stranger)
  const order = findMerchantOrder(state, input)
  if (order === undefined) return refused(refuse(404, '01', 'order_unknown'))
  const { referenceNo } = order
  if (order.status === 'CANCELLED') return { events: [], outcome: () => ({ refused: false, order, repeated: true }) }
  if (order.status === 'CLOSED') return refused(refuse(404, '00', 'order_expired'))
  if (hasRunOut(order, now)) {
    return refused(refuse(404, '00', 'order_expired'), [{ type: 'order.closed', at: now, referenceNo, reason: EXPIRED }])
  }
  const voidedSen = order.status === 'SUCCESS' ? order.amountSen : 0n
  if (voidedSen > 0n) {
    if (order.refunds.length > 0) return refused(refuse(404, '00', 'order_refunded'))
    if (now - order.paidAt! > CANCEL_WINDOW_MS) return refused(refuse(403, '00', 'cancel_window_passed'))
    const payer = order.payerId === undefined ? undefined : state.users.get(order.payerId)
    if (payer?.status === 'abnormal' || payer?.status === 'closed') return refused(refuse(403, '05', `user_${payer.status}`))
    const balance = state.balances.get(merchantAccount(order.merchantId)) ?? 0n
    if (balance < voidedSen) return refused(refuse(403, '14', 'merchant_balance_too_low'))
  }
  const reason = input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }
  return {
    events: [{ type: 'order.cancelled', at: now, referenceNo, voidedSen, ...reason }],
    outcome: (after) => ({ refused: false, order: after.orders.get(referenceNo)!, repeated: false })
  }
}
