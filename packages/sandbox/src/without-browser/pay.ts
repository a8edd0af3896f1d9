import { notFound } from '../control/control-error.js'
import { type OrderView, viewOrder } from '../control/control-views.js'
import { findPayer } from '../control/find-payer.js'
import { unwrap } from '../control/unwrap.js'
import type { Engine } from '../state/engine.js'
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
  const ott = searchParams.get('ott')
  const userId = ott === null ? await logIn(engine, options, order.amountSen) : unwrap(await engine.consumeOtt(ott)).userId
  const paid = unwrap(await engine.payOrder({ referenceNo, userId, payMethod: options.payMethod ?? 'BALANCE' }))
  return viewOrder(paid.order)
}

async function logIn(engine: Engine, options: PayOptions, amountSen: bigint): Promise<string> {
  const payer = findPayer(engine, { ...options, amountSen })
  return unwrap(await engine.login({ phone: payer.phone, pin: options.pin ?? payer.pin })).user.id
}
