import { orderMagic } from '../../magic/order-magic.js'
import { checkoutUrl } from '../../pages/checkout-url.js'
import type { Order, OrderRequest } from '../../state/order.js'
import type { ApiContext, Operation } from '../call.js'
import { headerOf } from '../check-headers.js'

/** Creates an order, or finds the one that an identical request created before. */
export const widgetPayment: Operation = async ({ merchant, headers, body }, parts) => {
  const { engine, settings } = parts
  const externalId = headerOf(headers, 'X-EXTERNAL-ID')
  const outcome = await engine.createOrder({
    partnerId: merchant.partnerId,
    request: body as unknown as OrderRequest,
    ...(externalId === '' ? {} : { externalId })
  })
  if (outcome.refused) return outcome
  const { order, repeated } = outcome
  if (settings.magic && !repeated) await obeyAmount(order, parts)
  return {
    refused: false,
    fields: {
      referenceNo: order.referenceNo,
      partnerReferenceNo: order.partnerReferenceNo,
      webRedirectUrl: checkoutUrl({ publicUrl: settings.publicUrl, order }),
      additionalInfo: {}
    }
  }
}

/** Long enough for the merchant to have heard of the order before it hears of its payment. */
const PAID_AFTER_MS = 500

async function obeyAmount({ amountSen, referenceNo }: Order, { engine, after }: ApiContext): Promise<void> {
  const magic = orderMagic(amountSen)
  if (magic === 'paying') await engine.setOrderPaying(referenceNo)
  // As if by virtual account: DANA's own tests of the notification pay from outside too.
  const payment = { referenceNo, payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_CIMB' }
  if (magic === 'paid') after(PAID_AFTER_MS, () => engine.payOrder(payment))
}
