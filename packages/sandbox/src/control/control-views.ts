// What the control API shows of what the engine holds: amounts as decimal strings, times as ISO texts.

import { formatJakartaTime } from '@arus/snap-bi'
import type { Engine } from '../state/engine.js'
import type { Merchant } from '../state/merchant.js'
import type { Order } from '../state/order.js'
import type { User } from '../state/user.js'

export type UserView = Omit<User, 'createdAt'> & {
  /** Rupiah with two decimals. */
  balance: string
}

export type MerchantView = Omit<Merchant, 'createdAt'> & { balance: string }

export type OrderView = {
  referenceNo: string
  partnerReferenceNo: string
  partnerId: string
  merchantId: string
  title: string
  status: Order['status']
  amount: string
  refunded: string
  createdAt: string
  validUpTo: string
  paidAt?: string
  payMethod?: string
  payerId?: string
  notificationUrl?: string
  returnUrl?: string
  refunds: { refundNo: string; partnerRefundNo: string; amount: string; refundedAt: string }[]
  timeline: { at: string; what: string; detail?: string }[]
}

export function viewUser(user: User, engine: Engine): UserView {
  const { createdAt: _, ...shown } = user
  return { ...shown, balance: decimal(engine.balanceOf(`user:${user.id}`)) }
}

export function viewMerchant(merchant: Merchant, engine: Engine): MerchantView {
  const { createdAt: _, ...shown } = merchant
  return { ...shown, balance: decimal(engine.balanceOf(`merchant:${merchant.merchantId}`)) }
}

export function viewOrder(order: Order): OrderView {
  const { payMethod, payerId, notificationUrl, returnUrl } = order
  return {
    referenceNo: order.referenceNo,
    partnerReferenceNo: order.partnerReferenceNo,
    partnerId: order.partnerId,
    merchantId: order.merchantId,
    title: order.title,
    status: order.status,
    amount: decimal(order.amountSen),
    refunded: decimal(order.refundedSen),
    createdAt: formatJakartaTime(order.createdAt),
    validUpTo: formatJakartaTime(order.validUpTo),
    ...(order.paidAt === undefined ? {} : { paidAt: formatJakartaTime(order.paidAt) }),
    ...(payMethod === undefined ? {} : { payMethod }),
    ...(payerId === undefined ? {} : { payerId }),
    ...(notificationUrl === undefined ? {} : { notificationUrl }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
    refunds: order.refunds.map(({ refundNo, partnerRefundNo, amountSen, refundedAt }) => ({
      refundNo,
      partnerRefundNo,
      amount: decimal(amountSen),
      refundedAt: formatJakartaTime(refundedAt)
    })),
    timeline: order.timeline.map(({ at, ...entry }) => ({ at: formatJakartaTime(at), ...entry }))
  }
}

function decimal(sen: bigint): string {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0')
  return `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
