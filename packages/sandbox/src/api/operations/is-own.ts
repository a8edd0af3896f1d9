import type { Merchant } from '../../state/merchant.js'

/** Whether the merchant that a request is about is the one that signed it, and may do something. */
export function isOwn(merchant: Merchant, body: Record<string, unknown>): boolean {
  return merchant.status === 'active' && body.merchantId === merchant.merchantId
}
