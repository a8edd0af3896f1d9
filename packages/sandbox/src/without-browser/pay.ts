import { ControlError, notFound } from '../control/control-error.js'
import { type OrderView, viewOrder } from '../control/control-views.js'
import { findPayer } from '../control/find-payer.js'
import { unwrap } from '../control/unwrap.js'
import { payChoicesOf } from '../pages/cashier/pay-choices.js'
import type { Engine } from '../state/engine.js'
import type { Order } from '../state/order.js'
import { parseAddress } from './parse-address.js'

/** Who pays where the address has no one-time token, and how. */
export type PayOptions = {
  /** Without it, the first user without a special answer who has the money. */
  phone?: string
  /** Without it, the user's own. */
  pin?: string
  /** `BALANCE`, unless given. */
  payMethod?: string
}

/**
 * Does what a user does on the cashier page: logs in, unless the address has an `ott`, and pays with the PIN.
 *
 * @param webRedirectUrl as `widgetPayment` answered it, or completed by the one-time token
 * @throws {ControlError} when there is no such order, or it is not paid; `code` says why, such as `order_paid`
 */
export async function pay(engine: Engine, webRedirectUrl: string, options: PayOptions = {}): Promise<OrderView> {
  const { searchParams } = parseAddress(webRedirectUrl, 'webRedirectUrl')
  const referenceNo = searchParams.get('bizNo') ?? ''
  const order = engine.findOrder(referenceNo)
  if (order === undefined) throw notFound(`order ${referenceNo}`)
  const { payMethod = 'BALANCE' } = options
  if (payMethod === 'BALANCE' && order.status === 'INIT' && !payChoicesOf(order).hasBalance)
    throw new ControlError(409, 'pay_method_disabled', `order ${referenceNo} is not to be paid from a balance`)
  const ott = searchParams.get('ott')
  const userId = ott === null ? await logIn(engine, options, order.amountSen) : await open(engine, ott, order)
  const paid = unwrap(await engine.payOrder({ referenceNo, userId, payMethod }))
  return viewOrder(paid.order)
}

/** Whose one-time token it is. It opens the orders of the merchant that asked for it, and nobody else's. */
async function open(engine: Engine, ott: string, { partnerId }: Order): Promise<string> {
  const opened = unwrap(engine.checkOtt(ott))
  if (opened.ott.partnerId !== partnerId)
    throw new ControlError(409, 'ott_of_another_merchant', 'the one-time token was given to another merchant')
  return unwrap(await engine.consumeOtt(ott)).userId
}

async function logIn(engine: Engine, options: PayOptions, amountSen: bigint): Promise<string> {
  const payer = findPayer(engine, { ...options, amountSen })
  return unwrap(await engine.login({ phone: payer.phone, pin: options.pin ?? payer.pin })).user.id
}
