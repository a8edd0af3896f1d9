import { type ClientSettings, defaultSettings } from '../client/client-settings.js'
import type { CallOptions, DanaOpts, RetryableCallOptions } from '../client/dana-options.js'
import { OPERATIONS } from '../generated/operations.js'
import type {
  AccountUnbindingRequest,
  AccountUnbindingResponse,
  ApplyOTTRequest,
  ApplyOTTResponse,
  ApplyTokenRequest,
  ApplyTokenResponse,
  BalanceInquiryRequest,
  BalanceInquiryResponse,
  CancelOrderRequest,
  CancelOrderResponse,
  QueryPaymentRequest,
  QueryPaymentResponse,
  QueryUserProfileRequest,
  QueryUserProfileResponse,
  RefundOrderRequest,
  RefundOrderResponse,
  WidgetPaymentRequest,
  WidgetPaymentResponse
} from '../generated/widget-models.js'
import type { Operation } from '../models/model.js'
import { sendOperation } from '../requests/send-operation.js'
import { BaseAPI } from '../runtime/base-api.js'
import { Configuration } from '../runtime/configuration.js'
import type { InitOverrides } from '../runtime/http-types.js'

/**
 * The nine calls of DANA's Widget API.
 *
 * Each takes the request, then what dana-node takes (`RequestInit`, or a function that gives one, laid over the signed request
 * and sent as given), then this client's {@link CallOptions}. Each resolves to a plain object for HTTP 200 and 202, whatever
 * `responseCode` says: ask {@link outcomeOf}. Each rejects with
 *
 * - {@link RequiredError} or {@link ValidationError} before anything is sent (`outcome: 'not_sent'`),
 * - {@link ResponseError} for an answer that is no success or can't be read,
 * - {@link FetchError} when no answer came,
 *
 * all of which say in `outcome` whether money may have moved, and in `kind` what kind of failure it was.
 */
export class WidgetApi extends BaseAPI {
  declare private readonly settings: ClientSettings

  /**
   * As with dana-node, takes what is given and reads no variables: `new Dana(…).widgetApi` is what you want, unless code that
   * exists makes one by itself.
   *
   * @throws {Error} when `env` is neither sandbox nor production
   */
  constructor(options: DanaOpts | ClientSettings) {
    const settings = 'basePath' in options ? options : defaultSettings(options)
    super(new Configuration({ basePath: settings.basePath, fetchApi: settings.fetch }))
    // Not enumerable: it holds the key.
    Object.defineProperty(this, 'settings', { value: settings })
  }

  // dana-node keeps these as fields that may be set. Accessors, so that printing an API shows no key.

  get partnerId(): string {
    return this.settings.partnerId
  }
  set partnerId(partnerId: string) {
    this.settings.partnerId = partnerId
  }
  get privateKey(): string {
    return this.settings.privateKey as string
  }
  set privateKey(privateKey: string) {
    Object.assign(this.settings, { privateKey, signer: undefined })
  }
  get origin(): string {
    return this.settings.origin as string
  }
  set origin(origin: string) {
    this.settings.origin = origin
  }
  get env(): string {
    return this.settings.env
  }
  set env(env: string) {
    this.settings.env = env
  }
  get clientSecret(): string {
    return this.settings.clientSecret as string
  }
  set clientSecret(clientSecret: string) {
    this.settings.clientSecret = clientSecret
  }
  get debugMode(): string {
    return this.settings.debugMode as string
  }
  set debugMode(debugMode: string) {
    this.settings.debugMode = debugMode
  }

  /**
   * Ends a binding: DANA revokes the user's access and refresh token.
   *
   * Source: `POST /v1.0/registration-account-unbinding.htm`, service 09, B2B2C. Never repeated: a second try of one that worked
   * is refused, since the token is gone.
   *
   * Codes: 2000900 done; 4010902 the token is unknown or revoked already; 4030905 the user's account is abnormal.
   *
   * @example
   * await dana.widgetApi.accountUnbinding({
   *   merchantId: '216620000000000000001',
   *   additionalInfo: { accessToken, deviceId: 'web-1' }
   * })
   */
  accountUnbinding(
    accountUnbindingRequest: AccountUnbindingRequest,
    initOverrides?: InitOverrides,
    options?: CallOptions
  ): Promise<AccountUnbindingResponse> {
    return this.send(OPERATIONS.accountUnbinding, accountUnbindingRequest, initOverrides, options)
  }

  /**
   * Gets a one-time token that opens DANA's cashier with the bound user logged in. It lasts 10 minutes and one use; put it on
   * the payment's URL with `WidgetUtils.generateCompletePaymentUrl`.
   *
   * Source: `POST /rest/v1.1/qr/apply-ott`, service 49, B2B2C. Never repeated.
   *
   * Codes: 2004900 done; 4014901 the access token has lapsed; 4014902 it is unknown or revoked; 4034905 the user's account is
   * abnormal.
   *
   * @example
   * const ott = await dana.widgetApi.applyOTT({
   *   userResources: [ApplyOTTRequestUserResourcesEnum.Ott],
   *   additionalInfo: { accessToken, deviceId: 'web-1', endUserIpAddress: '10.1.2.3' }
   * })
   */
  applyOTT(applyOTTRequest: ApplyOTTRequest, initOverrides?: InitOverrides, options?: CallOptions): Promise<ApplyOTTResponse> {
    return this.send(OPERATIONS.applyOTT, applyOTTRequest, initOverrides, options)
  }

  /**
   * Exchanges the `authCode` of a finished binding for an access and a refresh token, each valid for three years, or a refresh
   * token for new ones.
   *
   * Source: `POST /v1.0/access-token/b2b2c.htm`, service 74. An authCode lasts 10 minutes and one use, so this is never
   * repeated: after a call without an answer, bind again.
   *
   * Codes: 2007400 done; 4017400 the code is used, lapsed or unknown, or the signature is wrong.
   *
   * @example
   * const { accessToken, refreshToken } = await dana.widgetApi.applyToken({
   *   grantType: ApplyTokenAuthorizationCodeRequestGrantTypeEnum.AuthorizationCode,
   *   authCode
   * })
   */
  applyToken(
    applyTokenRequest: ApplyTokenRequest,
    initOverrides?: InitOverrides,
    options?: CallOptions
  ): Promise<ApplyTokenResponse> {
    return this.send(OPERATIONS.applyToken, applyTokenRequest, initOverrides, options)
  }

  /**
   * Asks for a bound user's balance, in rupiah as two-decimal strings.
   *
   * Source: `POST /v1.0/balance-inquiry.htm`, service 11, B2B2C. It only reads, and is repeated by default.
   *
   * Codes: 2001100 done; 4011102 the token is unknown; 4031105 the user's account is abnormal; 4031118 it is inactive.
   *
   * @example
   * const { accountInfos } = await dana.widgetApi.balanceInquiry({
   *   balanceTypes: ['BALANCE'],
   *   additionalInfo: { accessToken, deviceId: 'web-1' }
   * })
   */
  balanceInquiry(
    balanceInquiryRequest: BalanceInquiryRequest,
    initOverrides?: InitOverrides,
    options?: RetryableCallOptions
  ): Promise<BalanceInquiryResponse> {
    return this.send(OPERATIONS.balanceInquiry, balanceInquiryRequest, initOverrides, options)
  }

  /**
   * Cancels an order that is unpaid, or pays one back in full that was paid within 24 hours.
   *
   * Source: `POST /v1.0/debit/cancel.htm`, service 57, B2B. Never repeated: after a call without an answer ask `queryPayment`
   * (status 05 is cancelled) before anything else.
   *
   * Codes: 2005700 done; 2025700 in progress; 4035700 the 24 hours have passed; 4045700 the order's status doesn't allow it;
   * 4045701 no such order; 4035714 the merchant's balance is too low to pay back.
   *
   * @example
   * await dana.widgetApi.cancelOrder({ originalPartnerReferenceNo: 'order-1', merchantId: '216620000000000000001' })
   */
  cancelOrder(
    cancelOrderRequest: CancelOrderRequest,
    initOverrides?: InitOverrides,
    options?: CallOptions
  ): Promise<CancelOrderResponse> {
    return this.send(OPERATIONS.cancelOrder, cancelOrderRequest, initOverrides, options)
  }

  /**
   * Asks what became of an order. `latestTransactionStatus`: 00 paid, 01 begun, 02 being paid (not final), 05 cancelled or
   * lapsed, 07 not found.
   *
   * Source: `POST /rest/v1.1/debit/status`, service 55, B2B. It only reads, and is repeated by default.
   *
   * Codes: 2005500 the order is there; 4045501 it isn't.
   *
   * @example
   * const { latestTransactionStatus } = await dana.widgetApi.queryPayment({
   *   serviceCode: '54',
   *   merchantId: '216620000000000000001',
   *   originalPartnerReferenceNo: 'order-1'
   * })
   */
  queryPayment(
    queryPaymentRequest: QueryPaymentRequest,
    initOverrides?: InitOverrides,
    options?: RetryableCallOptions
  ): Promise<QueryPaymentResponse> {
    return this.send(OPERATIONS.queryPayment, queryPaymentRequest, initOverrides, options)
  }

  /**
   * Asks for what a bound user lets the merchant know: balance, masked phone number, KYC level, one-time tokens and more.
   *
   * Source: `POST /dana/member/query/queryUserProfile.htm`, Open API 2.0: needs `clientSecret`, and answers HTTP 200 whatever
   * `response.body.resultInfo` says. It only reads, and is repeated by default.
   *
   * @example
   * const profile = await dana.widgetApi.queryUserProfile({
   *   userResources: [QueryUserProfileRequestUserResourcesEnum.Balance],
   *   accessToken
   * })
   * if (outcomeOf(profile) === 'success') console.log(profile.response.body.userResourceInfos)
   */
  queryUserProfile(
    queryUserProfileRequest: QueryUserProfileRequest,
    initOverrides?: InitOverrides,
    options?: RetryableCallOptions
  ): Promise<QueryUserProfileResponse> {
    return this.send(OPERATIONS.queryUserProfile, queryUserProfileRequest, initOverrides, options)
  }

  /**
   * Pays a paid order back, in full or in part. `partnerRefundNo` is the refund's idempotency key: the same with the same
   * content is done once and answered with success again. Store it first.
   *
   * Source: `POST /v1.0/debit/refund.htm`, service 58, B2B. Repeated, with the same body, only when the call gives `maxRetries`.
   *
   * Codes: 2005800 done; 2025800 in progress; 4045800 the order isn't paid; 4045801 or 4045812 no such order; 4035814 the
   * merchant's balance is too low; 4045818 this partnerRefundNo was used with other content, so a refund under it may exist
   * (`outcome: 'unknown'`).
   *
   * @example
   * const refund = {
   *   merchantId: '216620000000000000001',
   *   originalPartnerReferenceNo: 'order-1',
   *   partnerRefundNo: 'refund-1',
   *   refundAmount: { value: '10000.00', currency: 'IDR' }
   * }
   * await dana.widgetApi.refundOrder(refund, undefined, { maxRetries: 2 })
   */
  refundOrder(
    refundOrderRequest: RefundOrderRequest,
    initOverrides?: InitOverrides,
    options?: RetryableCallOptions
  ): Promise<RefundOrderResponse> {
    return this.send(OPERATIONS.refundOrder, refundOrderRequest, initOverrides, options)
  }

  /**
   * Creates an order to be paid. Send the user to `webRedirectUrl`, with a one-time token on it if they are bound. merchantId
   * and `partnerReferenceNo` are the order's idempotency key: the same content again gives the same order. Store it first.
   *
   * Source: `POST /rest/redirection/v1.0/debit/payment-host-to-host`, service 54, B2B. Repeated, with the same body, only when
   * the call gives `maxRetries`.
   *
   * Limits: amounts are two-decimal strings, Rp 20,000,000 at most; in the sandbox `validUpTo` is at most 30 minutes ahead.
   *
   * Codes: 2005400 created, or the same again; 4045418 the reference was used with other content, so an order may be there (`outcome: 'unknown'`); 4035402 the amount is too
   * high; 4045408 merchant or store unknown; 5005400 don't send again; 5005401 send the same again.
   *
   * @example
   * const payment = await dana.widgetApi.widgetPayment({
   *   partnerReferenceNo: 'order-1',
   *   merchantId: '216620000000000000001',
   *   amount: { value: '10000.00', currency: 'IDR' },
   *   validUpTo: '2026-01-15T10:20:00+07:00',
   *   additionalInfo: {
   *     productCode: '51051000100000000001',
   *     mcc: '5732',
   *     order: { orderTitle: 'Kopi' },
   *     envInfo: { sourcePlatform: EnvInfoSourcePlatformEnum.Ipg, terminalType: EnvInfoTerminalTypeEnum.Web }
   *   },
   *   urlParams: [
   *     { url: 'https://shop.example/done', type: UrlParamTypeEnum.PayReturn, isDeeplink: 'N' },
   *     { url: 'https://shop.example/v1.0/debit/notify', type: UrlParamTypeEnum.Notification, isDeeplink: 'N' }
   *   ]
   * })
   */
  widgetPayment(
    widgetPaymentRequest: WidgetPaymentRequest,
    initOverrides?: InitOverrides,
    options?: RetryableCallOptions
  ): Promise<WidgetPaymentResponse> {
    return this.send(OPERATIONS.widgetPayment, widgetPaymentRequest, initOverrides, options)
  }

  private send<Reply>(
    operation: Operation,
    request: unknown,
    initOverrides: InitOverrides | undefined,
    options: RetryableCallOptions | undefined
  ): Promise<Reply> {
    const { settings, configuration, middleware } = this
    return sendOperation({ settings, configuration, middleware }, operation, request, initOverrides, options)
  }
}
