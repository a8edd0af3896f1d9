import { randomBytes } from 'node:crypto'
import { type Dana, outcomeOf } from '@arus/dana'
import type { FinishNotifyRequest } from '@arus/dana/webhook/v1'
import { type WidgetPaymentRequest, WidgetUtils } from '@arus/dana/widget/v1'
import type { Order, OrderBook } from '../orders.js'
import type { Product } from '../products.js'
import { toAmount, toSen } from '../rupiah.js'
import { describeFailure } from './failure.js'
import type { Device } from './wallet.js'

const VALID_MS = 15 * 60_000
/** DANA's zone is UTC+7 all year. */
const JAKARTA_MS = 7 * 3_600_000

/** A new order, in the book before DANA hears of it. */
export function placeOrder(
  book: OrderBook,
  input: { product: Product; sessionId: string; merchantId: string; publicUrl: string; language: string }
): Order {
  const number = `KA${randomBytes(6).toString('hex').toUpperCase()}`
  const order: Order = {
    number,
    sessionId: input.sessionId,
    product: input.product,
    request: paymentRequest(number, input),
    status: 'unsure'
  }
  book.add(order)
  return order
}

function paymentRequest(
  number: string,
  { product, merchantId, publicUrl, language }: { product: Product; merchantId: string; publicUrl: string; language: string }
): WidgetPaymentRequest {
  return {
    partnerReferenceNo: number,
    merchantId,
    amount: { value: product.price, currency: 'IDR' },
    validUpTo: `${new Date(Date.now() + VALID_MS + JAKARTA_MS).toISOString().slice(0, 19)}+07:00`,
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5499',
      order: { orderTitle: product.name },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB', orderTerminalType: 'WEB', websiteLanguage: language }
    },
    urlParams: [
      { url: `${publicUrl}/orders/${number}/return`, type: 'PAY_RETURN', isDeeplink: 'N' },
      { url: `${publicUrl}/v1.0/debit/notify`, type: 'NOTIFICATION', isDeeplink: 'N' }
    ]
  }
}

/**
 * Where to send the user to pay; undefined when DANA refused the order or its answer is not known, which the order tells.
 * May be called again for an order: the same reference and content are one order at DANA's.
 */
export async function startPayment(
  dana: Dana,
  order: Order,
  { accessToken, ...device }: Device & { accessToken: string | undefined }
): Promise<string | undefined> {
  try {
    const payment = await dana.widgetApi.widgetPayment(order.request, undefined, { maxRetries: 2 })
    const outcome = outcomeOf(payment)
    if (outcome !== 'success' || payment.webRedirectUrl === undefined) {
      if (outcome === 'refused') markRefused(order, payment.responseMessage)
      return undefined
    }
    if (order.status === 'unsure') order.status = 'waiting'
    order.referenceNo = payment.referenceNo
    if (accessToken === undefined) return payment.webRedirectUrl
    const oneTimeToken = await applyOneTimeToken(dana, accessToken, device)
    // Without one the user logs in on DANA's page.
    return oneTimeToken === undefined ? payment.webRedirectUrl : WidgetUtils.generateCompletePaymentUrl(payment, oneTimeToken)
  } catch (error) {
    const { outcome, reason } = describeFailure(error)
    if (outcome === 'refused') markRefused(order, reason)
    return undefined
  }
}

/** An order that DANA has taken before is judged by what a query says, not by a refusal of its repetition. */
function markRefused(order: Order, reason: string): void {
  if (order.status === 'unsure') Object.assign(order, { status: 'refused', reason })
}

async function applyOneTimeToken(dana: Dana, accessToken: string, device: Device) {
  try {
    return await dana.widgetApi.applyOTT({ userResources: ['OTT'], additionalInfo: { accessToken, ...device } })
  } catch (error) {
    describeFailure(error)
    return undefined
  }
}

/** Asks DANA what became of an order, until the answer is final. */
export async function refreshOrder(dana: Dana, order: Order): Promise<void> {
  if (order.isConfirmed === true || order.status === 'refused') return
  const { number, request } = order
  try {
    const reply = await dana.widgetApi.queryPayment({
      originalPartnerReferenceNo: number,
      serviceCode: '54',
      merchantId: request.merchantId
    })
    if (outcomeOf(reply) !== 'success') return
    order.referenceNo = reply.originalReferenceNo ?? order.referenceNo
    order.answer = reply.transactionStatusDesc ?? reply.latestTransactionStatus
    settleOrder(order, reply.latestTransactionStatus)
    order.isConfirmed = order.status === 'paid' || order.status === 'closed'
  } catch (error) {
    // 4045501: DANA never got it, so the user may pay it still.
    if (describeFailure(error).code === '4045501' && order.status === 'unsure') order.status = 'waiting'
  }
}

/** Books what DANA told by itself. It may come twice, so it says what the order has become and adds nothing up. */
export function bookNotification(book: OrderBook, notification: FinishNotifyRequest): void {
  const order = book.find(notification.originalPartnerReferenceNo)
  if (order === undefined)
    throw new Error(`a notification for ${notification.originalPartnerReferenceNo}, which is no order of ours`)
  // Signed by DANA, and still not our order's money.
  if (toSen(notification.amount.value) !== toSen(order.product.price))
    throw new Error(`a notification of ${notification.amount.value} for ${order.number}, which costs ${order.product.price}`)
  order.notification = notification
  order.referenceNo = notification.originalReferenceNo
  settleOrder(order, notification.latestTransactionStatus)
}

/** 00 is paid, 05 is cancelled or expired; 02 is paid but not final; everything else is not final either. */
function settleOrder(order: Order, latestTransactionStatus: string): void {
  if (latestTransactionStatus === '00') order.status = 'paid'
  else if (order.status === 'paid') return
  else if (latestTransactionStatus === '05') order.status = 'closed'
  else order.status = 'waiting'
}

/** Gives half of the price back, once, however often it is called. */
export async function refundHalf(dana: Dana, order: Order): Promise<void> {
  if (order.status !== 'paid' || order.refund?.status === 'done') return
  // The number is kept before DANA is asked. Only a refusal makes a new one: after no answer the same is asked again.
  if (order.refund === undefined || order.refund.status === 'refused')
    order.refund = {
      partnerRefundNo: `R${randomBytes(6).toString('hex').toUpperCase()}`,
      amount: toAmount(toSen(order.product.price) / 2n),
      status: 'unknown'
    }
  const { refund } = order
  try {
    const reply = await dana.widgetApi.refundOrder(
      {
        merchantId: order.request.merchantId,
        originalPartnerReferenceNo: order.number,
        partnerRefundNo: refund.partnerRefundNo,
        refundAmount: { value: refund.amount, currency: 'IDR' },
        reason: 'Setengah harga'
      },
      undefined,
      { maxRetries: 2 }
    )
    const outcome = outcomeOf(reply)
    if (outcome === 'success') refund.status = 'done'
    else if (outcome === 'refused') Object.assign(refund, { status: 'refused', reason: reply.responseMessage })
  } catch (error) {
    const { outcome, reason } = describeFailure(error)
    // Any other outcome leaves it unknown: what was sent before this call may have been done.
    if (outcome === 'refused') Object.assign(refund, { status: 'refused', reason })
  }
}
