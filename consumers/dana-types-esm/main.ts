// A TypeScript ES module: compiles only while the package's types say what they promise, and runs.
import { readFileSync } from 'node:fs'
import {
  type CallOptions,
  Dana,
  type DanaErrorKind,
  type DanaOptions,
  type DanaOutcome,
  FetchError,
  outcomeOf,
  RequiredError,
  ResponseError,
  ValidationError
} from '@arus/dana'
import type { Middleware } from '@arus/dana/runtime'
import {
  type FinishNotifyRequest,
  type NotificationRequest,
  verifyNotification,
  WebhookVerificationError
} from '@arus/dana/webhook/v1'
import {
  type RefundOrderRequest,
  type WidgetApi,
  type WidgetPaymentRequest,
  WidgetPaymentRequestToJSON
} from '@arus/dana/widget/v1'

type World = { options: DanaOptions; danaPublicKey: string; notification: NotificationRequest; forged: NotificationRequest }

const world: World = JSON.parse(readFileSync('world.json', 'utf8'))
const client = new Dana({ ...world.options, maxRetries: 0, hooks: { response: ({ status }) => void status } })
const widgetApi: WidgetApi = client.widgetApi

const payment: WidgetPaymentRequest = {
  partnerReferenceNo: 'order-1',
  merchantId: 'merchant-1',
  amount: { value: '10000.00', currency: 'IDR' },
  validUpTo: '2020-01-15T10:20:00+07:00',
  additionalInfo: {
    productCode: '51051000100000000001',
    mcc: '5732',
    order: { orderTitle: 'Kopi' },
    envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
  }
}
// @ts-expect-error: amounts are texts
export const wrongAmount: WidgetPaymentRequest = { ...payment, amount: { value: 10000, currency: 'IDR' } }
// @ts-expect-error: the partner's own number is mandatory
export const wrongRefund: RefundOrderRequest = { merchantId: 'merchant-1', refundAmount: payment.amount }
export const wire: unknown = WidgetPaymentRequestToJSON(payment)

export const middleware: Middleware = { pre: async ({ url, init }) => ({ url, init }) }

async function pay(request: WidgetPaymentRequest): Promise<string | undefined> {
  const once: CallOptions = { timeoutMs: 5_000 }
  const reply = await widgetApi.widgetPayment(request, undefined, { ...once, maxRetries: 1 })
  const outcome: 'success' | 'pending' | 'refused' = outcomeOf(reply)
  // @ts-expect-error: a token is applied for once
  await widgetApi.applyToken({ grantType: 'AUTHORIZATION_CODE', authCode: 'code' }, undefined, { maxRetries: 1 }).catch(() => {})
  return outcome === 'success' ? reply.webRedirectUrl : undefined
}

export function mayHavePaid(error: unknown): DanaOutcome | undefined {
  if (error instanceof ResponseError) {
    const kind: DanaErrorKind = error.kind
    return kind === 'rate_limited' ? 'refused' : error.outcome
  }
  if (error instanceof FetchError) return error.kind === 'timeout' ? 'unknown' : error.outcome
  if (error instanceof ValidationError) return error.validationErrorContexts.length > 0 ? error.outcome : undefined
  if (error instanceof RequiredError) return error.field === '' ? undefined : error.outcome
  return undefined
}

async function take(request: NotificationRequest): Promise<FinishNotifyRequest> {
  const delivery = await verifyNotification(request, { publicKey: world.danaPublicKey, toleranceMs: 60_000 })
  // @ts-expect-error: only what is new can be completed
  delivery.complete
  if (delivery.state === 'new') await delivery.complete()
  return delivery.notification
}

const paid = await pay(payment)
const { originalPartnerReferenceNo: verified } = await take(world.notification)
const forged = await take(world.forged).catch((error: unknown) =>
  error instanceof WebhookVerificationError ? error.code : String(error)
)
console.log(JSON.stringify({ paid, verified, forged }))
