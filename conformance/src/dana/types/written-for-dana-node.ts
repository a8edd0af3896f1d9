// Code as dana-node's users write it, against its types. The tests compile it twice: with the genuine dana-node 1.5.11, and
// with Arus under that name. Nothing here runs.
import dana, { Dana, type DanaOpts } from 'dana-node'
import {
  BaseAPI,
  Configuration,
  type ConfigurationParameters,
  DanaHeaderUtil,
  DanaSignatureUtil,
  type FetchAPI,
  FetchError,
  type HTTPHeaders,
  type InitOverrideFunction,
  JSONApiResponse,
  type Middleware,
  RequiredError,
  ResponseError,
  ValidationError,
  type ValidationErrorContext,
  ValidationUtil
} from 'dana-node/runtime'
import { type FinishNotifyRequest, type PayOptionInfoPayMethodEnum, WebhookParser } from 'dana-node/webhook/v1'
import {
  type AccountUnbindingRequest,
  type ApplyOTTRequest,
  ApplyOTTRequestUserResourcesEnum,
  type ApplyOTTResponse,
  type ApplyTokenRequest,
  type ApplyTokenResponse,
  type BalanceInquiryRequest,
  type BalanceInquiryResponse,
  type CancelOrderRequest,
  EnvInfoSourcePlatformEnum,
  EnvInfoTerminalTypeEnum,
  instanceOfMoney,
  type Money,
  MoneyFromJSON,
  MoneyToJSON,
  type Oauth2UrlData,
  Oauth2UrlDataModeEnum,
  PaymentPromoInfoPromoTypeEnum,
  type QueryPaymentRequest,
  type QueryPaymentResponse,
  type RefundOrderRequest,
  type UrlParam,
  UrlParamTypeEnum,
  validateMoney,
  WidgetApi,
  type WidgetPaymentRequest,
  type WidgetPaymentResponse,
  WidgetUtils
} from 'dana-node/widget/v1'

// Clients: the named class, the default export, options from the environment and from an object of theirs.
const options: DanaOpts = {
  partnerId: 'p',
  privateKey: process.env.PRIVATE_KEY!,
  origin: 'o',
  env: 'sandbox',
  clientSecret: 's',
  debugMode: 'true'
}
const client: Dana = new Dana(options)
const byDefaultExport: Dana = new dana.Dana({ partnerId: 'p', privateKey: 'k' })
export const byDefaultOfDefault: Dana = new dana.default()
const fromEnvironment = new Dana()
const keyOfOptions: string | undefined = options.privateKey
const keyOfClient: string | undefined = client.opts.privateKey
client.opts = { ...client.opts, origin: 'https://other.example' }
export const api: WidgetApi = new WidgetApi({ partnerId: 'p', privateKey: 'k', env: 'sandbox' })
api.partnerId = 'other'
const { widgetApi } = client

// Requests: annotated literals, enumerations by member and by value, free maps.
const amount: Money = { value: '10000.00', currency: 'IDR' }
const urlParam: UrlParam = { url: 'https://r.example', type: UrlParamTypeEnum.PayReturn, isDeeplink: 'N' }
export const payment: WidgetPaymentRequest = {
  partnerReferenceNo: 'ref',
  merchantId: 'm',
  amount,
  validUpTo: '2026-01-15T10:20:00+07:00',
  additionalInfo: {
    productCode: '51051000100000000001',
    mcc: '5732',
    order: {
      orderTitle: 'Kopi',
      goods: [{ name: 'n', merchantGoodsId: 'g', description: 'd', category: 'c', price: amount, quantity: '1' }]
    },
    envInfo: { sourcePlatform: EnvInfoSourcePlatformEnum.Ipg, terminalType: EnvInfoTerminalTypeEnum.Web }
  },
  urlParams: [urlParam, { url: 'https://n.example', type: 'NOTIFICATION', isDeeplink: 'N' }]
}
export const cancel: CancelOrderRequest = {
  originalPartnerReferenceNo: 'ref',
  merchantId: 'm',
  amount,
  additionalInfo: { note: 1 }
}
export const query: QueryPaymentRequest = { serviceCode: '54', merchantId: 'm', originalPartnerReferenceNo: 'ref' }
export const refund: RefundOrderRequest = {
  merchantId: 'm',
  originalPartnerReferenceNo: 'ref',
  partnerRefundNo: 'r',
  refundAmount: amount,
  additionalInfo: { envInfo: {} }
}
export const byCode: ApplyTokenRequest = { grantType: 'AUTHORIZATION_CODE', authCode: 'a' }
export const byToken: ApplyTokenRequest = {
  grantType: 'REFRESH_TOKEN',
  refreshToken: 'r',
  additionalInfo: { anything: { at: ['all'] } }
}
export const ott: ApplyOTTRequest = {
  userResources: [ApplyOTTRequestUserResourcesEnum.Ott],
  additionalInfo: { accessToken: 't', deviceId: 'd' }
}
export const balance: BalanceInquiryRequest = { balanceTypes: ['BALANCE'], additionalInfo: { accessToken: 't', deviceId: 'd' } }
export const unbinding: AccountUnbindingRequest = { merchantId: 'm', additionalInfo: { accessToken: 't', deviceId: 'd' } }
export const oauth: Oauth2UrlData = {
  externalId: 'e',
  merchantId: 'm',
  redirectUrl: 'https://r.example',
  scopes: ['CASHIER'],
  mode: Oauth2UrlDataModeEnum.Api,
  seamlessData: { mobileNumber: '08' }
}

// Enumerations are const objects and unions of their values; an empty text is one of them.
const promo: PaymentPromoInfoPromoTypeEnum = PaymentPromoInfoPromoTypeEnum.CashBack
const method: PayOptionInfoPayMethodEnum = 'BALANCE'
const nothing: UrlParamTypeEnum = ''
const members: readonly string[] = Object.values(UrlParamTypeEnum)
// @ts-expect-error: no such value
export const wrongType: UrlParam = { ...urlParam, type: 'RETURN' }
// @ts-expect-error: a mandatory field is missing
export const wrongCancel: CancelOrderRequest = { merchantId: 'm' }
// @ts-expect-error: amounts are texts
export const wrongAmount: Money = { value: 10_000, currency: 'IDR' }

// Calls: the overrides in both forms, and what comes back.
const override: InitOverrideFunction = async ({ init, context }) => ({
  headers: { ...init.headers, 'X-Trace': context.path },
  body: JSON.stringify(init.body)
})
export async function call(): Promise<string[]> {
  const created: WidgetPaymentResponse = await widgetApi.widgetPayment(payment)
  const found: QueryPaymentResponse = await widgetApi.queryPayment(query, { signal: AbortSignal.timeout(8000) })
  await widgetApi.cancelOrder(cancel, { headers: { 'X-Trace': '1' } })
  await client.widgetApi.refundOrder(refund, override)
  const token: ApplyTokenResponse = await fromEnvironment.widgetApi.applyToken(byCode)
  const tokens: ApplyOTTResponse = await byDefaultExport.widgetApi.applyOTT(ott)
  const balances: BalanceInquiryResponse = await widgetApi.balanceInquiry(balance)
  await widgetApi.accountUnbinding(unbinding)
  const accessToken: string = token.accessToken
  const url: string = WidgetUtils.generateCompletePaymentUrl(created, tokens)
  const status: string = found.latestTransactionStatus
  const paid: string | undefined = found.additionalInfo?.paymentViews?.[0]?.payOptionInfos?.[0]?.payMethod
  const free: object | undefined = created.additionalInfo
  return [accessToken, url, status, paid ?? '', balances.accountInfos?.[0]?.amount?.value ?? '', String(free)]
}

// Errors: status is typed as a text and is a number, so it is compared with both; the body is any.
export function report(error: unknown): string | undefined {
  if (error instanceof ResponseError) {
    const text: string = error.status
    if (error.status === '404' || Number(error.status) === 404 || error.status.toString() === '404') return text
    const code: string = error.rawResponse.responseCode
    const message: string | undefined = error.errorMessage
    return code ?? message ?? error.errorCode ?? error.name
  }
  if (error instanceof FetchError) return error.cause.message
  if (error instanceof RequiredError) return error.field
  if (error instanceof ValidationError) {
    const contexts: ValidationErrorContext[] = error.validationErrorContexts
    return contexts.map(({ field, message }) => `${field} ${message}`).join()
  }
  return undefined
}
export const thrown: Error[] = [
  new ResponseError({ responseCode: '4045701' }, 404, 'Not Found'),
  new FetchError(new Error('no'), 'message'),
  new RequiredError('field', 'message'),
  new ValidationError([{ field: 'f', message: 'm' }])
]

// The runtime.
const middleware: Middleware = {
  pre: async ({ url, init }) => ({ url, init }),
  post: async ({ response }) => response,
  onError: async ({ error }) => console.error(error)
}
const parameters: ConfigurationParameters = {
  basePath: 'http://127.0.0.1:1',
  middleware: [middleware],
  headers: { a: 'b' },
  accessToken: async () => 't'
}
const configuration = new Configuration(parameters)
configuration.config = new Configuration({ basePath: configuration.basePath })
export const fetchApi: FetchAPI | undefined = configuration.fetchApi
class OwnApi extends BaseAPI {
  async ask(): Promise<unknown> {
    const response = await this.request({
      path: '/x',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: { any: 1 }
    })
    return new JSONApiResponse<{ a: string }>(response, (json) => ({ a: json.a })).value()
  }
}
export const own: OwnApi = new OwnApi(configuration)
  .withMiddleware(middleware)
  .withPreMiddleware(middleware.pre)
  .withPostMiddleware(middleware.post)
export const traced: WidgetApi = widgetApi.withMiddleware(middleware)
// biome-ignore lint/complexity/useLiteralKeys: protected, which this spelling gets around
widgetApi['configuration'].config = configuration
const headers: HTTPHeaders = {}
DanaHeaderUtil.populateSnapB2BScenarioHeader(headers, 'POST', '/x', '{}', 'key', 'origin', 'partner', false)
DanaHeaderUtil.populateSnapApplyTokenScenarioHeader(headers, 'key', 'partner')
DanaHeaderUtil.populateOpenApiScenarioHeader(headers, 'POST', '/x', { request: {} }, 'key', 'secret', 'partner', 'function')
export const signature: string = DanaSignatureUtil.generateSnapB2BScenarioSignature('POST', '/x', '{}', 'key', 'timestamp')
export const faults: ValidationErrorContext[] = [
  ...ValidationUtil.validateProperty('f', 'v', { maxLength: 1 }),
  ...validateMoney(amount)
]
const unknownValue: object = MoneyFromJSON({ value: '1.00', currency: 'IDR' })
export const money: Money | undefined = instanceOfMoney(unknownValue) ? unknownValue : MoneyToJSON(amount)

// Notifications.
const parser = new WebhookParser(process.env.DANA_PUBLIC_KEY, process.env.DANA_PUBLIC_KEY_PATH)
export function take(headers: Record<string, string>, body: string): string {
  const notification: FinishNotifyRequest = parser.parseWebhook('POST', '/v1.0/debit/notify', headers, body)
  const closed: string | undefined = notification.additionalInfo?.extendInfoClosedReason
  return `${notification.originalPartnerReferenceNo} ${notification.amount.value} ${closed}`
}
export const rest: unknown[] = [
  keyOfOptions,
  keyOfClient,
  promo,
  method,
  nothing,
  members,
  WidgetUtils.generateOauthUrl(oauth, 'key')
]
