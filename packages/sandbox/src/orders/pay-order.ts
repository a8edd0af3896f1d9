import { checkUser } from '../accounts/check-user.js'
import { type Context, type Decision, refused } from '../state/decision.js'
import { userAccount } from '../state/ledger-entry.js'
import type { Order } from '../state/order.js'
import { type Refusal, refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import { EXPIRED, hasRunOut } from './find-merchant-order.js'

/** The method that takes the money from a DANA balance. */
export const BALANCE = 'BALANCE'

type PayInput = { referenceNo: string; payMethod: string; payOption?: string; userId?: string }

/** Somebody pays an order, once. */
export function payOrder(state: State, input: PayInput, { now }: Context): Decision<{ order: Order }> {
  const order = state.orders.get(input.referenceNo)
  if (order === undefined) return refused(refuse(404, '01', 'order_unknown'))
  const unpayable = whyUnpayable(order)
  if (unpayable !== undefined) return refused(unpayable)
  if (hasRunOut(order, now)) {
    return refused(refuse(403, '00', 'order_expired'), [
      { type: 'order.closed', at: now, referenceNo: order.referenceNo, reason: EXPIRED }
    ])
  }
  const disabled = String(order.request.disabledPayMethods ?? '').split(',')
  if (disabled.some((method) => method.trim() === input.payMethod)) return refused(refuse(403, '15', 'pay_method_disabled'))
  const payer = input.userId === undefined ? undefined : state.users.get(input.userId)
  if (payer === undefined && (input.payMethod === BALANCE || input.userId !== undefined)) {
    return refused(refuse(404, '11', 'user_unknown'))
  }
  const barred = payer === undefined ? undefined : checkUser(payer, '54')
  if (barred !== undefined) return refused(barred)
  if (input.payMethod === BALANCE && (state.balances.get(userAccount(payer!.id)) ?? 0n) < order.amountSen) {
    return refused(refuse(403, '14', 'insufficient_balance'))
  }
  return {
    events: [
      {
        type: 'order.paid',
        at: now,
        referenceNo: order.referenceNo,
        payMethod: input.payMethod,
        ...(input.payOption === undefined ? {} : { payOption: input.payOption }),
        ...(payer === undefined ? {} : { payerId: payer.id })
      }
    ],
    outcome: (after) => ({ refused: false, order: after.orders.get(order.referenceNo)! })
  }
}

/** An unpaid order becomes PAYING. */
export function setOrderPaying(
  state: State,
  { referenceNo }: { referenceNo: string },
  { now }: Context
): Decision<{ order: Order }> {
  const order = state.orders.get(referenceNo)
  if (order === undefined) return refused(refuse(404, '01', 'order_unknown'))
  if (order.status !== 'INIT' || hasRunOut(order, now)) return refused(refuse(404, '00', 'order_not_open'))
  return {
    events: [{ type: 'order.paying', at: now, referenceNo }],
    outcome: (after) => ({ refused: false, order: after.orders.get(referenceNo)! })
  }
}

function whyUnpayable(order: Order): Refusal | undefined {
  if (order.status === 'SUCCESS') return refuse(404, '14', 'order_paid')
  if (order.status === 'CANCELLED') return refuse(404, '04', 'order_cancelled')
  if (order.status === 'CLOSED') return refuse(403, '00', 'order_expired')
  return undefined
}
