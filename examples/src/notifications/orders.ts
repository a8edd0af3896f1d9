import type { FinishNotifyRequest } from '@arus/dana/webhook/v1'

/** Stands for the merchant's own orders: which are paid, by the merchant's order number. */
export const paidOrders = new Map<string, string>()

/**
 * Books a notification. It may come twice for one order, so it says what the order has become and adds nothing up; and
 * whether the money is right is the order's to say, not the notification's.
 */
export async function bookOrder(notification: FinishNotifyRequest): Promise<void> {
  const { originalPartnerReferenceNo, latestTransactionStatus, amount } = notification
  // 00 is paid; 05 is cancelled or expired.
  if (latestTransactionStatus === '00') paidOrders.set(originalPartnerReferenceNo, amount.value)
}
