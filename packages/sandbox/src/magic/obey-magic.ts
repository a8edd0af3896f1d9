import type { Engine } from '../state/engine.js'
import type { Order } from '../state/order.js'

/** Does something later, unless the sandbox has stopped by then. */
type After = (delayMs: number, action: () => Promise<unknown>) => void

/** Long enough for the merchant to have heard of the order before it hears of its payment. */
const PAID_AFTER_MS = 500

/** Lets happen what the amount of a new order asks for. */
export async function obeyMagic(
  { magic, referenceNo }: Order,
  { engine, after }: { engine: Engine; after: After }
): Promise<void> {
  if (magic === 'paying') await engine.setOrderPaying(referenceNo)
  // As if by virtual account: DANA's own tests of the notification pay from outside too.
  const payment = { referenceNo, payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_CIMB' }
  if (magic === 'paid') after(PAID_AFTER_MS, () => engine.payOrder(payment))
}

/** The same for the orders of an earlier process that ended before it could. */
export async function resumeMagic(parts: { engine: Engine; after: After }): Promise<void> {
  for (const order of parts.engine.listOrders()) if (order.status === 'INIT') await obeyMagic(order, parts)
}
