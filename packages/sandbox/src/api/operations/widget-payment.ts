import { obeyMagic } from '../../magic/obey-magic.js'
import { checkoutUrl } from '../../pages/checkout-url.js'
import type { OrderRequest } from '../../state/order.js'
import type { Operation } from '../call.js'
import { headerOf } from '../check-headers.js'

/** Creates an order, or finds the one that an identical request created before. */
export const widgetPayment: Operation = async ({ merchant, headers, body }, parts) => {
  const { engine, settings } = parts
  const externalId = headerOf(headers, 'X-EXTERNAL-ID')
  const outcome = await engine.createOrder({
    partnerId: merchant.partnerId,
    request: body as unknown as OrderRequest,
    magic: settings.magic,
    ...(externalId === '' ? {} : { externalId })
  })
  if (outcome.refused) return outcome
  const { order, repeated } = outcome
  if (!repeated) await obeyMagic(order, parts)
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
