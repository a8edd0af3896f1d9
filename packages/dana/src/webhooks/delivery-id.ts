import { createHash } from 'node:crypto'
import type { FinishNotifyRequest } from '../generated/webhook-models.js'

/**
 * Names what a notification tells, so that it is known again: DANA's own retries carry a new timestamp and external id, and
 * the same merchant, references, status and amount.
 *
 * @returns 64 hexadecimal digits
 */
export function deliveryIdOf(notification: FinishNotifyRequest): string {
  const { merchantId, originalReferenceNo, originalPartnerReferenceNo, latestTransactionStatus, amount } = notification
  const parts = [
    merchantId,
    originalReferenceNo,
    originalPartnerReferenceNo,
    latestTransactionStatus,
    amount.value,
    amount.currency
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
