// What the types of Arus say that dana-node's do not. The tests compile it; nothing here runs.
import dana, { Dana, type DanaErrorKind, type DanaOutcome, outcomeOf } from '@arus/dana'
import runtime, { FetchError, RequiredError, ResponseError, ValidationError } from '@arus/dana/runtime'
import webhook, { type FinishNotifyRequest, verifyNotification, WebhookVerificationError } from '@arus/dana/webhook/v1'
import widget, {
  ApplyOTTResponse,
  QueryUserProfileRequestUserResourcesEnum,
  Util,
  WidgetPaymentResponse
} from '@arus/dana/widget/v1'
import { type Money, WidgetPaymentResponse as SameResponse } from '@arus/dana/widget/v1/models'

// Default exports carry the names of their entry.
export const clients: Dana[] = [new Dana(), new dana(), new dana.Dana(), new dana.default()]
export const carried: unknown[] = [dana.ResponseError, runtime.ResponseError, widget.WidgetApi, webhook.WebhookParser]

// Answers can be constructed, of any of their fields, and are the interface.
const payment: WidgetPaymentResponse = new WidgetPaymentResponse({ webRedirectUrl: 'https://example.com' })
const same: WidgetPaymentResponse = new SameResponse({})
const tokens = new ApplyOTTResponse({ userResources: [{ value: 'ott' }] })
export const url: string = Util.generateCompletePaymentUrl(payment, tokens)
export const redirect: string | undefined = same.webRedirectUrl
// @ts-expect-error: no such field
new WidgetPaymentResponse({ redirectUrl: 'https://example.com' })

// An enumeration is a union.
const resource: QueryUserProfileRequestUserResourcesEnum = 'MASKED_FULLNAME'
export const resources: QueryUserProfileRequestUserResourcesEnum[] = [resource, QueryUserProfileRequestUserResourcesEnum.Balance]
// @ts-expect-error: no such resource
resources.push('MASKED_NAME')

// Errors narrow by their class, and by what they say.
export function report(error: unknown): string {
  if (error instanceof ResponseError) {
    const kind: DanaErrorKind = error.kind
    const outcome: DanaOutcome = error.outcome
    // @ts-expect-error: no such outcome
    if (error.outcome === 'perhaps') return kind
    return error.status === 404 || error.status === '404' ? outcome : (error.responseCode ?? error.responseMessage ?? '')
  }
  if (error instanceof FetchError) {
    const kind: 'timeout' | 'network' | 'aborted' = error.kind
    return kind
  }
  if (error instanceof RequiredError || error instanceof ValidationError) {
    const outcome: 'not_sent' = error.outcome
    return outcome
  }
  if (error instanceof WebhookVerificationError) {
    // @ts-expect-error: no such code
    if (error.code === 'wrong') return error.code
    return error.code
  }
  return ''
}

type AnyDanaError = ResponseError | FetchError | RequiredError | ValidationError
export function retryAfter(error: AnyDanaError): number | undefined {
  // The kind tells the class where one class only has it.
  if (error.kind === 'timeout' && error.name === 'FetchError') return error.cause.message.length
  return error.name === 'ResponseError' ? error.retryAfterMs : undefined
}

// Options of a call, and what only some operations take.
export async function call(client: Dana): Promise<'success' | 'pending' | 'refused'> {
  const amount: Money = { value: '1.00', currency: 'IDR' }
  const refund = { merchantId: 'm', originalPartnerReferenceNo: 'r', partnerRefundNo: 'p', refundAmount: amount }
  const reply = await client.widgetApi.refundOrder(refund, undefined, { maxRetries: 1, timeoutMs: 8000 })
  // @ts-expect-error: it is never sent twice
  await client.widgetApi.cancelOrder({ originalPartnerReferenceNo: 'r', merchantId: 'm' }, undefined, { maxRetries: 1 })
  // @ts-expect-error: this package has the Widget API only
  await client.paymentGatewayApi.createOrder({})
  return outcomeOf(reply)
}

export async function take(request: Request): Promise<FinishNotifyRequest> {
  const body = new Uint8Array(await request.arrayBuffer())
  const delivery = { method: request.method, headers: request.headers, body }
  const verified = await verifyNotification(delivery, { publicKey: process.env.DANA_PUBLIC_KEY!, path: '/v1.0/debit/notify' })
  // @ts-expect-error: only what is new can be completed
  await verified.complete()
  if (verified.state === 'new') await verified.complete()
  return verified.notification
}
