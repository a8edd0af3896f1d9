import { randomUUID } from 'node:crypto'
import { formatJakartaTime, requestStringToSign, type Signer } from '@arus/snap-bi'
import { toMoney } from '../api/money.js'
import { cashierRequestIdOf, payOptionInfosOf } from '../api/operations/describe-order.js'
import type { Merchant } from '../state/merchant.js'
import type { Order } from '../state/order.js'
import type { NotificationMessage } from './notification.js'

/** How an order ended, as the notification tells it. */
export type OrderEnd = { status: '00' | '05'; description: 'SUCCESS' | 'CANCELLED' | 'CLOSED'; at: number; closedReason?: string }

/** The body of a Finish Notify, in the order of keys in which DANA sends them. */
export function finishNotifyBody(order: Order, end: OrderEnd, merchant: Merchant | undefined): string {
  const { subMerchantId, externalStoreId } = order.request
  const finishedTime = formatJakartaTime(end.at)
  const isPaid = end.status === '00'
  return JSON.stringify({
    originalPartnerReferenceNo: order.partnerReferenceNo,
    originalReferenceNo: order.referenceNo,
    merchantId: order.merchantId,
    subMerchantId: subMerchantId ?? '',
    amount: toMoney(order.amountSen),
    latestTransactionStatus: end.status,
    transactionStatusDesc: end.description,
    createdTime: formatJakartaTime(order.createdAt),
    finishedTime,
    ...(externalStoreId === undefined || externalStoreId === null ? {} : { externalStoreId }),
    additionalInfo: {
      ...(isPaid ? { paymentInfo: paymentInfoOf(order, finishedTime) } : {}),
      shopInfo: {
        ...(externalStoreId ? { externalShopId: externalStoreId } : {}),
        ...(subMerchantId ? { externalDivisionId: subMerchantId } : {}),
        shopName: (merchant?.name ?? order.merchantId).slice(0, 128)
      },
      extendInfo: '{}',
      // A dot in the key, and no field of extendInfo: so it is at DANA.
      ...(end.closedReason === undefined ? {} : { 'extendInfo.closedReason': end.closedReason.slice(0, 64) }),
      ...(isPaid ? { paidTime: finishedTime } : {})
    }
  })
}

function paymentInfoOf(order: Order, paidTime: string): Record<string, unknown> {
  return {
    cashierRequestId: cashierRequestIdOf(order),
    paidTime,
    payOptionInfos: payOptionInfosOf(order),
    payRequestExtendInfo: '{}',
    extendInfo: '{}'
  }
}

/** Signs a Finish Notify for the path of the URL that is called, at this moment. */
export async function signFinishNotify(
  { url, body, partnerId, origin, isWrong }: { url: URL; body: string; partnerId: string; origin: string; isWrong: boolean },
  signer: Signer,
  now: number
): Promise<NotificationMessage> {
  const timestamp = formatJakartaTime(now)
  const stringToSign = requestStringToSign({ method: 'POST', path: url.pathname, body, timestamp })
  const signature = await signer.sign(isWrong ? `not ${stringToSign}` : stringToSign)
  const headers = {
    'Content-Type': 'application/json',
    'X-TIMESTAMP': timestamp,
    'X-SIGNATURE': signature,
    ORIGIN: origin,
    'X-PARTNER-ID': partnerId,
    'X-EXTERNAL-ID': randomUUID(),
    'CHANNEL-ID': CHANNEL_ID
  }
  return { headers, body, stringToSign, signature }
}

/** Five characters, as documented. Which ones DANA sends is not known. */
const CHANNEL_ID = '95221'
