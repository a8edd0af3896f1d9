import { formatJakartaTime } from '@arus/snap-bi'
import type { Engine } from '../../state/engine.js'
import type { Order, OrderStatus } from '../../state/order.js'
import type { User } from '../../state/user.js'
import { pick } from '../echo.js'
import { toMoney } from '../money.js'

/** How a query and a notification tell the state of an order: `latestTransactionStatus` and its description. */
export const STATUS_CODES: Readonly<Record<OrderStatus, string>> = {
  INIT: '01',
  PAYING: '02',
  SUCCESS: '00',
  CANCELLED: '05',
  CLOSED: '05'
}

/** One way in which an order was paid. */
export function payOptionInfosOf(order: Order): Record<string, unknown>[] {
  return [
    {
      payMethod: order.payMethod ?? 'BALANCE',
      ...(order.payOption === undefined ? {} : { payOption: order.payOption }),
      payAmount: toMoney(order.amountSen),
      transAmount: toMoney(order.amountSen),
      chargeAmount: toMoney(0n)
    }
  ]
}

/** The number of the cashier's request: made of the order's, so it is the same each time. */
export function cashierRequestIdOf({ referenceNo }: Order): string {
  return `cashier${referenceNo}`.slice(0, 64)
}

type Description = { payer: User | undefined; written: string }

/** An order and a user that change are other objects, so what was once described stays as it is. */
const descriptions = new WeakMap<Order, Description>()

/** All that a query's answer says of the order itself, as JSON. Merchants ask often, so it is written once. */
export function describeOrder(order: Order, engine: Engine): string {
  const payer = order.payerId === undefined ? undefined : engine.findUser(order.payerId)
  const known = descriptions.get(order)
  if (known !== undefined && known.payer === payer) return known.written
  const written = JSON.stringify(fieldsOf(order, payer))
  descriptions.set(order, { payer, written })
  return written
}

function fieldsOf(order: Order, payer: User | undefined): Record<string, unknown> {
  const amount = toMoney(order.amountSen)
  return {
    originalPartnerReferenceNo: order.partnerReferenceNo,
    originalReferenceNo: order.referenceNo,
    latestTransactionStatus: STATUS_CODES[order.status],
    transactionStatusDesc: order.status,
    originalResponseCode: '2005400',
    originalResponseMessage: 'Successful',
    transAmount: amount,
    amount,
    feeAmount: toMoney(0n),
    ...(order.paidAt === undefined ? {} : { paidTime: formatJakartaTime(order.paidAt) }),
    title: order.title,
    additionalInfo: detailsOf(order, payer)
  }
}

function detailsOf(order: Order, payer: User | undefined): Record<string, unknown> {
  const asked = (order.request.additionalInfo?.order ?? {}) as Record<string, unknown>
  const isPaid = order.paidAt !== undefined
  const closeReason = order.closeReason ?? order.cancelReason
  return {
    merchantId: order.merchantId,
    buyer: buyerOf(asked, payer),
    ...pick(asked, ['seller']),
    amountDetail: amountDetailOf(order),
    timeDetail: timeDetailOf(order),
    ...pick(asked, ['goods', 'shippingInfo', 'orderMemo']),
    ...(isPaid ? { paymentViews: [paymentViewOf(order)] } : {}),
    ...pick(order.request.additionalInfo ?? {}, ['extendInfo']),
    statusDetail: {
      acquirementStatus: order.status,
      frozen: 'false',
      cancelled: String(order.status === 'CANCELLED')
    },
    ...(closeReason === undefined ? {} : { closeReason })
  }
}

/** The buyer whom the merchant named, and of the account that paid what a merchant may know. */
function buyerOf(asked: Record<string, unknown>, payer: User | undefined): Record<string, unknown> {
  const named = (asked.buyer ?? {}) as Record<string, unknown>
  return { ...named, ...(payer === undefined ? {} : { nickname: payer.nickname, userId: payer.publicUserId.slice(0, 32) }) }
}

function amountDetailOf({ amountSen, paidAt, status, voidedSen, refundedSen }: Order): Record<string, unknown> {
  return {
    orderAmount: toMoney(amountSen),
    payAmount: toMoney(paidAt === undefined ? 0n : amountSen),
    voidAmount: toMoney(voidedSen),
    confirmAmount: toMoney(status === 'SUCCESS' ? amountSen : 0n),
    refundAmount: toMoney(refundedSen),
    chargebackAmount: toMoney(0n),
    chargeAmount: toMoney(0n)
  }
}

function timeDetailOf({ createdAt, validUpTo, paidAt, cancelledAt, status }: Order): Record<string, unknown> {
  const paidTimes = paidAt === undefined ? [] : [formatJakartaTime(paidAt)]
  return {
    createdTime: formatJakartaTime(createdAt),
    expiryTime: formatJakartaTime(validUpTo),
    ...(paidTimes.length === 0 ? {} : { paidTimes }),
    ...(paidTimes.length === 0 || status === 'PAYING' ? {} : { confirmedTimes: paidTimes }),
    ...(cancelledAt === undefined ? {} : { cancelledTime: formatJakartaTime(cancelledAt) })
  }
}

function paymentViewOf(order: Order): Record<string, unknown> {
  return {
    cashierRequestId: cashierRequestIdOf(order),
    paidTime: formatJakartaTime(order.paidAt!),
    payOptionInfos: payOptionInfosOf(order),
    payRequestExtendInfo: '{}',
    extendInfo: '{}'
  }
}
