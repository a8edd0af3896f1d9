import { randomBytes } from 'node:crypto'
import { formatJakartaTime } from '@arus/snap-bi'
import type { Engine } from '../state/engine.js'
import type { Order } from '../state/order.js'
import type { User } from '../state/user.js'
import { ControlError, notFound } from './control-error.js'
import { findPayer, findUser } from './find-payer.js'
import { invalid } from './read-input.js'
import { unwrap } from './unwrap.js'

/** What can be made to happen without a merchant's request or a browser. */
export const TRIGGERS = ['payment.paid', 'payment.expired', 'refund', 'unbind'] as const

export type TriggerEvent = (typeof TRIGGERS)[number]

export type TriggerInput = {
  /** The order, by DANA's number or the merchant's own. Without it, a payment is made up, and the newest paid one refunded. */
  reference?: string
  /** In sen: of the payment that is made up, or of the refund. Without it Rp 10,000, or all that is left to refund. */
  amountSen?: bigint
  /** Where the payment that is made up notifies of itself. */
  notificationUrl?: string
  /** Who pays or unbinds, by phone. Without it, the first user who can. */
  phone?: string
  payMethod?: string
  /** Which merchant's payment is made up, or whose binding ends. Without it the first one's. */
  partnerId?: string
}

/** What a trigger came to: the order, or who is bound no more. */
export type TriggerResult = { order: Order } | { user: User; partnerId: string }

const MADE_UP_AMOUNT_SEN = 1_000_000n
const HALF_AN_HOUR_MS = 30 * 60_000

/** @throws {ControlError} when there is no such order, user or merchant, or the engine refuses */
export async function trigger(engine: Engine, event: TriggerEvent, input: TriggerInput): Promise<TriggerResult> {
  switch (event) {
    case 'payment.paid':
      return { order: await pay(engine, input) }
    case 'payment.expired':
      return { order: await expire(engine, input) }
    case 'refund':
      return { order: await refund(engine, input) }
    case 'unbind':
      return unbind(engine, input)
  }
}

async function pay(engine: Engine, input: TriggerInput): Promise<Order> {
  const { referenceNo, amountSen } = await orderOf(engine, input)
  const payMethod = input.payMethod ?? 'BALANCE'
  const payer = input.phone !== undefined || payMethod === 'BALANCE' ? findPayer(engine, { ...input, amountSen }) : undefined
  const { order } = unwrap(
    await engine.payOrder({ referenceNo, payMethod, ...(payer === undefined ? {} : { userId: payer.id }) })
  )
  return order
}

async function expire(engine: Engine, input: TriggerInput): Promise<Order> {
  const { referenceNo, status } = await orderOf(engine, input)
  if (status !== 'INIT') throw new ControlError(409, 'order_not_open', `order ${referenceNo} is ${status}, not INIT`)
  return unwrap(await engine.expireOrder(referenceNo)).order
}

async function refund(engine: Engine, input: TriggerInput): Promise<Order> {
  const order = input.reference === undefined ? newestRefundable(engine) : findOrder(engine, input.reference)
  const amountSen = input.amountSen ?? order.amountSen - order.refundedSen
  const refunded = await engine.refundOrder({
    merchantId: order.merchantId,
    partnerReferenceNo: order.partnerReferenceNo,
    referenceNo: order.referenceNo,
    partnerRefundNo: madeUpReference('refund'),
    refundAmount: { value: decimal(amountSen), currency: 'IDR' },
    reason: 'triggered in the sandbox'
  })
  return unwrap(refunded).order
}

async function unbind(engine: Engine, input: TriggerInput): Promise<{ user: User; partnerId: string }> {
  const wanted = input.phone === undefined ? undefined : findUser(engine, input.phone)
  const token = engine
    .listTokens()
    .findLast(
      ({ revokedAt, userId, partnerId }) =>
        revokedAt === undefined &&
        (wanted === undefined || userId === wanted.id) &&
        (input.partnerId === undefined || partnerId === input.partnerId)
    )
  if (token === undefined) throw notFound(wanted === undefined ? 'binding' : `binding of ${wanted.phone}`)
  const { partnerId, userId } = token
  return { user: unwrap(await engine.unbindByUser({ userId, partnerId })).user, partnerId }
}

/** The order that was named, or a new one. */
async function orderOf(engine: Engine, input: TriggerInput): Promise<Order> {
  if (input.reference !== undefined) {
    if (input.amountSen !== undefined || input.notificationUrl !== undefined)
      throw invalid('an amount and a notification URL are for a payment that is made up, not for one that is named')
    return findOrder(engine, input.reference)
  }
  const merchant = input.partnerId === undefined ? engine.listMerchants()[0] : engine.findMerchantByPartnerId(input.partnerId)
  if (merchant === undefined) throw notFound(input.partnerId === undefined ? 'merchant' : `merchant ${input.partnerId}`)
  const { notificationUrl: url } = input
  const created = await engine.createOrder({
    partnerId: merchant.partnerId,
    request: {
      partnerReferenceNo: madeUpReference('trigger'),
      merchantId: merchant.merchantId,
      amount: { value: decimal(input.amountSen ?? MADE_UP_AMOUNT_SEN), currency: 'IDR' },
      validUpTo: formatJakartaTime(engine.now() + HALF_AN_HOUR_MS),
      urlParams: url === undefined ? [] : [{ url, type: 'NOTIFICATION', isDeeplink: 'N' }],
      additionalInfo: { order: { orderTitle: 'Triggered in the sandbox' } }
    }
  })
  return unwrap(created).order
}

/** @throws {ControlError} when neither number names an order, or the merchant's own names several */
export function findOrder(engine: Engine, reference: string): Order {
  const byNumber = engine.findOrder(reference)
  if (byNumber !== undefined) return byNumber
  const [order, another] = engine.listOrders().filter(({ partnerReferenceNo }) => partnerReferenceNo === reference)
  if (order === undefined) throw notFound(`order ${reference}`)
  if (another !== undefined)
    throw new ControlError(409, 'ambiguous', `several merchants have an order ${reference}: give DANA's number`)
  return order
}

function newestRefundable(engine: Engine): Order {
  const order = engine
    .listOrders()
    .findLast(({ status, amountSen, refundedSen }) => status === 'SUCCESS' && refundedSen < amountSen)
  if (order === undefined) throw notFound('paid order to refund')
  return order
}

function madeUpReference(prefix: string): string {
  return `${prefix}-${randomBytes(8).toString('hex')}`
}

function decimal(sen: bigint): string {
  const digits = sen.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
