import type { Order } from '../../state/order.js'

/**
 * The merchant's PAY_RETURN address with what came of the order, or undefined where it gave none that a browser should be sent to.
 */
export function merchantReturnUrl(order: Order): string | undefined {
  const { returnUrl } = order
  if (returnUrl === undefined || !URL.canParse(returnUrl)) return undefined
  const url = new URL(returnUrl)
  if (!/^https?:$/.test(url.protocol)) return undefined
  url.searchParams.set('originalReferenceNo', order.referenceNo)
  url.searchParams.set('originalPartnerReferenceNo', order.partnerReferenceNo)
  url.searchParams.set('merchantId', order.merchantId)
  url.searchParams.set('status', order.status)
  return url.href
}
