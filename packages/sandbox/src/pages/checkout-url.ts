import { createHash } from 'node:crypto'

/** What of an order its cashier page's address is made of. */
export type CheckoutOrder = {
  /** The sandbox's own number of the order. */
  referenceNo: string
  merchantId: string
  /** When it was created, in milliseconds since 1970. */
  createdAt: number
}

/**
 * The address of an order's cashier page, a payment's `webRedirectUrl`. The same order always has the same address, as an
 * identical repeat of a payment is answered as the first was.
 *
 * `sign` is no protection, as this file is public: it only lets the page say that an address was cut or mistyped on its way.
 */
export function checkoutUrl({ publicUrl, order }: { publicUrl: string; order: CheckoutOrder }): string {
  const url = new URL('/m/portal/cashier/checkout', publicUrl)
  url.search = new URLSearchParams({
    bizNo: order.referenceNo,
    timestamp: String(order.createdAt),
    originSourcePlatform: 'IPG',
    mid: order.merchantId,
    did: digest(`did ${order.merchantId}`).slice(0, 16),
    sign: checkoutSign(order)
  }).toString()
  return url.href
}

/** What `sign` of an order's address must be. */
export function checkoutSign({ referenceNo, merchantId, createdAt }: CheckoutOrder): string {
  return digest(`checkout ${referenceNo} ${merchantId} ${createdAt}`)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
