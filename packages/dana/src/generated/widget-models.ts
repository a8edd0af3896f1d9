// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { constructible, type ModelConstructor } from '../models/constructible.js'
import {
  ACCOUNT_INFO,
  ACCOUNT_UNBINDING_RESPONSE,
  AMOUNT_DETAIL,
  APPLY_OTT_RESPONSE,
  APPLY_OTT_RESPONSE_USER_RESOURCES_INNER,
  APPLY_TOKEN_RESPONSE,
  APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO,
  APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO,
  BALANCE_INQUIRY_RESPONSE,
  BUYER,
  CANCEL_ORDER_RESPONSE,
  GOODS,
  MONEY,
  PAYMENT_VIEW,
  PAY_OPTION_INFO,
  QUERY_PAYMENT_RESPONSE,
  QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO,
  QUERY_USER_PROFILE_RESPONSE,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD,
  REFUND_ORDER_RESPONSE,
  RESULT_INFO,
  SELLER,
  SHIPPING_INFO,
  STATUS_DETAIL,
  TIME_DETAIL,
  USER_RESOURCE_INFO,
  VIRTUAL_ACCOUNT_INFO,
  WIDGET_PAYMENT_RESPONSE
} from './widget-tables.js'

/** To be described. */
export interface Money {
  /** To be described. */
  value: string
  /** To be described. */
  currency: string
}

/** Makes a {@link Money} of the fields given: a plain object. */
export const Money: ModelConstructor<Money> = /* @__PURE__ */ constructible(MONEY)

/** To be described. */
export interface UrlParam {
  /** To be described. */
  url: string
  /** To be described. */
  type: UrlParamTypeEnum
  /** To be described. */
  isDeeplink: string
}

/** What `type` of {@link UrlParam} may say. */
export const UrlParamTypeEnum = {
  PayReturn: 'PAY_RETURN',
  Notification: 'NOTIFICATION'
} as const
/** One of {@link UrlParamTypeEnum}, or an empty text, which DANA takes as none. */
export type UrlParamTypeEnum = (typeof UrlParamTypeEnum)[keyof typeof UrlParamTypeEnum] | ''

/** To be described. */
export interface EnvInfo {
  /** To be described. */
  sessionId?: string | undefined
  /** To be described. */
  tokenId?: string | undefined
  /** To be described. */
  websiteLanguage?: string | undefined
  /** To be described. */
  clientIp?: string | undefined
  /** To be described. */
  osType?: string | undefined
  /** To be described. */
  appVersion?: string | undefined
  /** To be described. */
  sdkVersion?: string | undefined
  /** To be described. */
  sourcePlatform: EnvInfoSourcePlatformEnum
  /** To be described. */
  orderOsType?: string | undefined
  /** To be described. */
  merchantAppVersion?: string | undefined
  /** To be described. */
  terminalType: EnvInfoTerminalTypeEnum
  /** To be described. */
  orderTerminalType?: EnvInfoOrderTerminalTypeEnum | undefined
  /** To be described. */
  extendInfo?: string | undefined
  /** To be described. */
  clientKey?: string | undefined
}

/** What `sourcePlatform` of {@link EnvInfo} may say. */
export const EnvInfoSourcePlatformEnum = {
  Ipg: 'IPG'
} as const
/** One of {@link EnvInfoSourcePlatformEnum}, or an empty text, which DANA takes as none. */
export type EnvInfoSourcePlatformEnum = (typeof EnvInfoSourcePlatformEnum)[keyof typeof EnvInfoSourcePlatformEnum] | ''

/** What `terminalType` of {@link EnvInfo} may say. */
export const EnvInfoTerminalTypeEnum = {
  App: 'APP',
  Web: 'WEB',
  Wap: 'WAP',
  System: 'SYSTEM'
} as const
/** One of {@link EnvInfoTerminalTypeEnum}, or an empty text, which DANA takes as none. */
export type EnvInfoTerminalTypeEnum = (typeof EnvInfoTerminalTypeEnum)[keyof typeof EnvInfoTerminalTypeEnum] | ''

/** What `orderTerminalType` of {@link EnvInfo} may say. */
export const EnvInfoOrderTerminalTypeEnum = {
  App: 'APP',
  Web: 'WEB',
  Wap: 'WAP',
  System: 'SYSTEM'
} as const
/** One of {@link EnvInfoOrderTerminalTypeEnum}, or an empty text, which DANA takes as none. */
export type EnvInfoOrderTerminalTypeEnum = (typeof EnvInfoOrderTerminalTypeEnum)[keyof typeof EnvInfoOrderTerminalTypeEnum] | ''

/** To be described. */
export interface Buyer {
  /** To be described. */
  externalUserType?: string | undefined
  /** To be described. */
  nickname?: string | undefined
  /** To be described. */
  externalUserId?: string | undefined
  /** To be described. */
  userId?: string | undefined
}

/** Makes a {@link Buyer} of the fields given: a plain object. */
export const Buyer: ModelConstructor<Buyer> = /* @__PURE__ */ constructible(BUYER)

/** To be described. */
export interface Seller {
  /** To be described. */
  externalUserType?: string | undefined
  /** To be described. */
  nickname?: string | undefined
  /** To be described. */
  externalUserId?: string | undefined
  /** To be described. */
  userId?: string | undefined
}

/** Makes a {@link Seller} of the fields given: a plain object. */
export const Seller: ModelConstructor<Seller> = /* @__PURE__ */ constructible(SELLER)

/** To be described. */
export interface Goods {
  /** To be described. */
  name: string
  /** To be described. */
  merchantGoodsId: string
  /** To be described. */
  description: string
  /** To be described. */
  category: string
  /** To be described. */
  price: Money
  /** To be described. */
  unit?: string | undefined
  /** To be described. */
  quantity: string
  /** To be described. */
  merchantShippingId?: string | undefined
  /** To be described. */
  snapshotUrl?: string | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** Makes a {@link Goods} of the fields given: a plain object. */
export const Goods: ModelConstructor<Goods> = /* @__PURE__ */ constructible(GOODS)

/** To be described. */
export interface ShippingInfo {
  /** To be described. */
  merchantShippingId: string
  /** To be described. */
  trackingNo?: string | undefined
  /** To be described. */
  carrier?: string | undefined
  /** To be described. */
  chargeAmount?: Money | undefined
  /** To be described. */
  countryName: string
  /** To be described. */
  stateName: string
  /** To be described. */
  cityName: string
  /** To be described. */
  areaName?: string | undefined
  /** To be described. */
  address1: string
  /** To be described. */
  address2?: string | undefined
  /** To be described. */
  firstName: string
  /** To be described. */
  lastName: string
  /** To be described. */
  mobileNo?: string | undefined
  /** To be described. */
  phoneNo?: string | undefined
  /** To be described. */
  zipCode: string
  /** To be described. */
  email?: string | undefined
  /** To be described. */
  faxNo?: string | undefined
}

/** Makes a {@link ShippingInfo} of the fields given: a plain object. */
export const ShippingInfo: ModelConstructor<ShippingInfo> = /* @__PURE__ */ constructible(SHIPPING_INFO)

/** To be described. */
export interface Oauth2UrlDataSeamlessData {
  /** To be described. */
  bizScenario?: string | undefined
  /** To be described. */
  mobileNumber?: string | undefined
  /** To be described. */
  verifiedTime?: string | undefined
  /** To be described. */
  externalUid?: string | undefined
  /** To be described. */
  deviceId?: string | undefined
  /** To be described. */
  skipRegisterConsult?: boolean | undefined
}

/** To be described. */
export interface Oauth2UrlData {
  /** To be described. */
  externalId: string
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  seamlessData?: Oauth2UrlDataSeamlessData | undefined
  /** To be described. */
  scopes?: Array<string> | undefined
  /** To be described. */
  redirectUrl: string
  /** To be described. */
  state?: string | undefined
  /** To be described. */
  lang?: string | undefined
  /** To be described. */
  allowRegistration?: string | undefined
  /** To be described. */
  mode?: Oauth2UrlDataModeEnum | undefined
}

/** What `mode` of {@link Oauth2UrlData} may say. */
export const Oauth2UrlDataModeEnum = {
  Api: 'API',
  Deeplink: 'DEEPLINK'
} as const
/** One of {@link Oauth2UrlDataModeEnum}, or an empty text, which DANA takes as none. */
export type Oauth2UrlDataModeEnum = (typeof Oauth2UrlDataModeEnum)[keyof typeof Oauth2UrlDataModeEnum] | ''

/** To be described. */
export interface ApplyTokenAuthorizationCodeRequest {
  /** To be described. */
  additionalInfo?: { [key: string]: any } | undefined
  /** To be described. */
  grantType: ApplyTokenAuthorizationCodeRequestGrantTypeEnum
  /** To be described. */
  authCode: string
  /** To be described. */
  refreshToken?: string | undefined
}

/** What `grantType` of {@link ApplyTokenAuthorizationCodeRequest} may say. */
export const ApplyTokenAuthorizationCodeRequestGrantTypeEnum = {
  AuthorizationCode: 'AUTHORIZATION_CODE'
} as const
/** One of {@link ApplyTokenAuthorizationCodeRequestGrantTypeEnum}, or an empty text, which DANA takes as none. */
export type ApplyTokenAuthorizationCodeRequestGrantTypeEnum = (typeof ApplyTokenAuthorizationCodeRequestGrantTypeEnum)[keyof typeof ApplyTokenAuthorizationCodeRequestGrantTypeEnum] | ''

/** To be described. */
export interface ApplyTokenRefreshTokenRequest {
  /** To be described. */
  additionalInfo?: { [key: string]: any } | undefined
  /** To be described. */
  grantType: ApplyTokenRefreshTokenRequestGrantTypeEnum
  /** To be described. */
  authCode?: string | undefined
  /** To be described. */
  refreshToken: string
}

/** What `grantType` of {@link ApplyTokenRefreshTokenRequest} may say. */
export const ApplyTokenRefreshTokenRequestGrantTypeEnum = {
  RefreshToken: 'REFRESH_TOKEN'
} as const
/** One of {@link ApplyTokenRefreshTokenRequestGrantTypeEnum}, or an empty text, which DANA takes as none. */
export type ApplyTokenRefreshTokenRequestGrantTypeEnum = (typeof ApplyTokenRefreshTokenRequestGrantTypeEnum)[keyof typeof ApplyTokenRefreshTokenRequestGrantTypeEnum] | ''

/** To be described. */
export type ApplyTokenRequest = ApplyTokenAuthorizationCodeRequest | ApplyTokenRefreshTokenRequest

/** To be described. */
export interface ApplyTokenBaseRequest {
  /** To be described. */
  additionalInfo?: { [key: string]: any } | undefined
}

/** To be described. */
export interface ApplyTokenResponseAdditionalInfoUserInfo {
  /** To be described. */
  publicUserId?: string | undefined
}

/** Makes a {@link ApplyTokenResponseAdditionalInfoUserInfo} of the fields given: a plain object. */
export const ApplyTokenResponseAdditionalInfoUserInfo: ModelConstructor<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)

/** To be described. */
export interface ApplyTokenResponseAdditionalInfo {
  /** To be described. */
  userInfo?: ApplyTokenResponseAdditionalInfoUserInfo | undefined
}

/** Makes a {@link ApplyTokenResponseAdditionalInfo} of the fields given: a plain object. */
export const ApplyTokenResponseAdditionalInfo: ModelConstructor<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)

/** To be described. */
export interface ApplyTokenResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  tokenType?: string | undefined
  /** To be described. */
  accessToken: string
  /** To be described. */
  accessTokenExpiryTime?: string | undefined
  /** To be described. */
  refreshToken?: string | undefined
  /** To be described. */
  refreshTokenExpiryTime?: string | undefined
  /** To be described. */
  additionalInfo?: ApplyTokenResponseAdditionalInfo | undefined
}

/** Makes a {@link ApplyTokenResponse} of the fields given: a plain object. */
export const ApplyTokenResponse: ModelConstructor<ApplyTokenResponse> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE)

/** To be described. */
export interface AccountUnbindingRequestAdditionalInfo {
  /** To be described. */
  accessToken: string
  /** To be described. */
  endUserIpAddress?: string | undefined
  /** To be described. */
  deviceId: string
  /** To be described. */
  latitude?: string | undefined
  /** To be described. */
  longitude?: string | undefined
}

/** To be described. */
export interface AccountUnbindingRequest {
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  partnerReferenceNo?: string | undefined
  /** To be described. */
  linkId?: string | undefined
  /** To be described. */
  tokenId?: string | undefined
  /** To be described. */
  additionalInfo: AccountUnbindingRequestAdditionalInfo
}

/** To be described. */
export interface AccountUnbindingResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  referenceNo?: string | undefined
  /** To be described. */
  partnerReferenceNo?: string | undefined
  /** To be described. */
  merchantId?: string | undefined
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  linkId?: string | undefined
  /** To be described. */
  unlinkResult?: string | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** Makes a {@link AccountUnbindingResponse} of the fields given: a plain object. */
export const AccountUnbindingResponse: ModelConstructor<AccountUnbindingResponse> = /* @__PURE__ */ constructible(ACCOUNT_UNBINDING_RESPONSE)

/** To be described. */
export interface ApplyOTTRequestAdditionalInfo {
  /** To be described. */
  accessToken: string
  /** To be described. */
  endUserIpAddress?: string | undefined
  /** To be described. */
  deviceId: string
  /** To be described. */
  latitude?: string | undefined
  /** To be described. */
  longitude?: string | undefined
}

/** To be described. */
export interface ApplyOTTRequest {
  /** To be described. */
  userResources: Array<ApplyOTTRequestUserResourcesEnum>
  /** To be described. */
  additionalInfo: ApplyOTTRequestAdditionalInfo
}

/** What `userResources` of {@link ApplyOTTRequest} may say. */
export const ApplyOTTRequestUserResourcesEnum = {
  Ott: 'OTT'
} as const
/** One of {@link ApplyOTTRequestUserResourcesEnum}, or an empty text, which DANA takes as none. */
export type ApplyOTTRequestUserResourcesEnum = (typeof ApplyOTTRequestUserResourcesEnum)[keyof typeof ApplyOTTRequestUserResourcesEnum] | ''

/** To be described. */
export interface ApplyOTTResponseUserResourcesInner {
  /** To be described. */
  resourceType?: string | undefined
  /** To be described. */
  value?: string | undefined
}

/** Makes a {@link ApplyOTTResponseUserResourcesInner} of the fields given: a plain object. */
export const ApplyOTTResponseUserResourcesInner: ModelConstructor<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ constructible(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)

/** To be described. */
export interface ApplyOTTResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  userResources: Array<ApplyOTTResponseUserResourcesInner>
  /** To be described. */
  additionalInfo?: object | undefined
}

/** Makes a {@link ApplyOTTResponse} of the fields given: a plain object. */
export const ApplyOTTResponse: ModelConstructor<ApplyOTTResponse> = /* @__PURE__ */ constructible(APPLY_OTT_RESPONSE)

/** To be described. */
export interface BalanceInquiryRequestAdditionalInfo {
  /** To be described. */
  accessToken: string
  /** To be described. */
  endUserIpAddress?: string | undefined
  /** To be described. */
  deviceId: string
  /** To be described. */
  latitude?: string | undefined
  /** To be described. */
  longitude?: string | undefined
}

/** To be described. */
export interface BalanceInquiryRequest {
  /** To be described. */
  partnerReferenceNo?: string | undefined
  /** To be described. */
  balanceTypes?: Array<string> | undefined
  /** To be described. */
  additionalInfo: BalanceInquiryRequestAdditionalInfo
}

/** To be described. */
export interface AccountInfo {
  /** To be described. */
  balanceType?: string | undefined
  /** To be described. */
  amount?: Money | undefined
  /** To be described. */
  floatAmount?: Money | undefined
  /** To be described. */
  holdAmount?: Money | undefined
  /** To be described. */
  availableBalance?: Money | undefined
  /** To be described. */
  ledgerBalance?: Money | undefined
  /** To be described. */
  currentMultilateralLimit?: Money | undefined
  /** To be described. */
  registrationStatusCode?: string | undefined
  /** To be described. */
  status?: string | undefined
}

/** Makes a {@link AccountInfo} of the fields given: a plain object. */
export const AccountInfo: ModelConstructor<AccountInfo> = /* @__PURE__ */ constructible(ACCOUNT_INFO)

/** To be described. */
export interface BalanceInquiryResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  referenceNo?: string | undefined
  /** To be described. */
  partnerReferenceNo?: string | undefined
  /** To be described. */
  name?: string | undefined
  /** To be described. */
  accountInfos?: Array<AccountInfo> | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** Makes a {@link BalanceInquiryResponse} of the fields given: a plain object. */
export const BalanceInquiryResponse: ModelConstructor<BalanceInquiryResponse> = /* @__PURE__ */ constructible(BALANCE_INQUIRY_RESPONSE)

/** To be described. */
export interface QueryUserProfileRequest {
  /** To be described. */
  userResources: Array<QueryUserProfileRequestUserResourcesEnum>
  /** To be described. */
  accessToken: string
}

/** What `userResources` of {@link QueryUserProfileRequest} may say. */
export const QueryUserProfileRequestUserResourcesEnum = {
  Balance: 'BALANCE',
  TopupUrl: 'TOPUP_URL',
  TransactionUrl: 'TRANSACTION_URL',
  Ott: 'OTT',
  MaskDanaId: 'MASK_DANA_ID',
  UserKyc: 'USER_KYC',
  LoginId: 'LOGIN_ID',
  ClearTextDanaId: 'CLEAR_TEXT_DANA_ID',
  Nickname: 'NICKNAME',
  Fullname: 'FULLNAME',
  KtpNumber: 'KTP_NUMBER',
  KtpPhotoData: 'KTP_PHOTO_DATA',
  SelfiePhotoData: 'SELFIE_PHOTO_DATA',
  AvatarUrl: 'AVATAR_URL',
  MaskedFullname: 'MASKED_FULLNAME'
} as const
/** One of {@link QueryUserProfileRequestUserResourcesEnum}, or an empty text, which DANA takes as none. */
export type QueryUserProfileRequestUserResourcesEnum = (typeof QueryUserProfileRequestUserResourcesEnum)[keyof typeof QueryUserProfileRequestUserResourcesEnum] | ''

/** To be described. */
export interface QueryUserProfileResponseResponseHead {
  /** To be described. */
  version?: string | undefined
  /** To be described. */
  _function?: QueryUserProfileResponseResponseHeadFunctionEnum | undefined
  /** To be described. */
  clientId?: string | undefined
  /** To be described. */
  respTime?: string | undefined
  /** To be described. */
  reqMsgId?: string | undefined
  /** To be described. */
  reserve?: string | undefined
}

/** Makes a {@link QueryUserProfileResponseResponseHead} of the fields given: a plain object. */
export const QueryUserProfileResponseResponseHead: ModelConstructor<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)

/** What `_function` of {@link QueryUserProfileResponseResponseHead} may say. */
export const QueryUserProfileResponseResponseHeadFunctionEnum = {
  DanaMemberQueryQueryUserProfile: 'dana.member.query.queryUserProfile'
} as const
/** One of {@link QueryUserProfileResponseResponseHeadFunctionEnum}, or an empty text, which DANA takes as none. */
export type QueryUserProfileResponseResponseHeadFunctionEnum = (typeof QueryUserProfileResponseResponseHeadFunctionEnum)[keyof typeof QueryUserProfileResponseResponseHeadFunctionEnum] | ''

/** To be described. */
export interface ResultInfo {
  /** To be described. */
  resultStatus: ResultInfoResultStatusEnum
  /** To be described. */
  resultCodeId: string
  /** To be described. */
  resultCode: string
  /** To be described. */
  resultMsg: string
}

/** Makes a {@link ResultInfo} of the fields given: a plain object. */
export const ResultInfo: ModelConstructor<ResultInfo> = /* @__PURE__ */ constructible(RESULT_INFO)

/** What `resultStatus` of {@link ResultInfo} may say. */
export const ResultInfoResultStatusEnum = {
  S: 'S',
  F: 'F',
  U: 'U'
} as const
/** One of {@link ResultInfoResultStatusEnum}, or an empty text, which DANA takes as none. */
export type ResultInfoResultStatusEnum = (typeof ResultInfoResultStatusEnum)[keyof typeof ResultInfoResultStatusEnum] | ''

/** To be described. */
export interface UserResourceInfo {
  /** To be described. */
  resourceType: UserResourceInfoResourceTypeEnum
  /** To be described. */
  value: string
}

/** Makes a {@link UserResourceInfo} of the fields given: a plain object. */
export const UserResourceInfo: ModelConstructor<UserResourceInfo> = /* @__PURE__ */ constructible(USER_RESOURCE_INFO)

/** What `resourceType` of {@link UserResourceInfo} may say. */
export const UserResourceInfoResourceTypeEnum = {
  Balance: 'BALANCE',
  TopupUrl: 'TOPUP_URL',
  TransactionUrl: 'TRANSACTION_URL',
  Ott: 'OTT',
  MaskDanaId: 'MASK_DANA_ID',
  UserKyc: 'USER_KYC',
  LoginId: 'LOGIN_ID',
  ClearTextDanaId: 'CLEAR_TEXT_DANA_ID',
  Nickname: 'NICKNAME',
  Fullname: 'FULLNAME',
  KtpNumber: 'KTP_NUMBER',
  KtpPhotoData: 'KTP_PHOTO_DATA',
  SelfiePhotoData: 'SELFIE_PHOTO_DATA',
  AvatarUrl: 'AVATAR_URL',
  MaskedFullname: 'MASKED_FULLNAME'
} as const
/** One of {@link UserResourceInfoResourceTypeEnum}, or an empty text, which DANA takes as none. */
export type UserResourceInfoResourceTypeEnum = (typeof UserResourceInfoResourceTypeEnum)[keyof typeof UserResourceInfoResourceTypeEnum] | ''

/** To be described. */
export interface QueryUserProfileResponseResponseBody {
  /** To be described. */
  resultInfo: ResultInfo
  /** To be described. */
  userResourceInfos?: Array<UserResourceInfo> | undefined
}

/** Makes a {@link QueryUserProfileResponseResponseBody} of the fields given: a plain object. */
export const QueryUserProfileResponseResponseBody: ModelConstructor<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)

/** To be described. */
export interface QueryUserProfileResponseResponse {
  /** To be described. */
  head: QueryUserProfileResponseResponseHead
  /** To be described. */
  body: QueryUserProfileResponseResponseBody
}

/** Makes a {@link QueryUserProfileResponseResponse} of the fields given: a plain object. */
export const QueryUserProfileResponseResponse: ModelConstructor<QueryUserProfileResponseResponse> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE)

/** To be described. */
export interface QueryUserProfileResponse {
  /** To be described. */
  response: QueryUserProfileResponseResponse
  /** To be described. */
  signature?: string | undefined
}

/** Makes a {@link QueryUserProfileResponse} of the fields given: a plain object. */
export const QueryUserProfileResponse: ModelConstructor<QueryUserProfileResponse> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE)

/** To be described. */
export interface PayOptionDetailAdditionalInfo {
  /** To be described. */
  topupAndPay?: boolean | undefined
  /** To be described. */
  payerAccountNo?: string | undefined
  /** To be described. */
  saveCardAfterPay?: boolean | undefined
  /** To be described. */
  channelInfo?: string | undefined
  /** To be described. */
  issuingCountry?: string | undefined
  /** To be described. */
  assetType?: string | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** To be described. */
export interface PayOptionDetail {
  /** To be described. */
  payMethod: string
  /** To be described. */
  payOption: string
  /** To be described. */
  transAmount?: Money | undefined
  /** To be described. */
  feeAmount?: Money | undefined
  /** To be described. */
  cardToken?: string | undefined
  /** To be described. */
  merchantToken?: string | undefined
  /** To be described. */
  additionalInfo?: PayOptionDetailAdditionalInfo | undefined
}

/** To be described. */
export interface ServiceInfo {
  /** To be described. */
  serviceType?: ServiceInfoServiceTypeEnum | undefined
  /** To be described. */
  serviceScenario?: ServiceInfoServiceScenarioEnum | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** What `serviceType` of {@link ServiceInfo} may say. */
export const ServiceInfoServiceTypeEnum = {
  Parking: 'PARKING',
  Investment: 'INVESTMENT'
} as const
/** One of {@link ServiceInfoServiceTypeEnum}, or an empty text, which DANA takes as none. */
export type ServiceInfoServiceTypeEnum = (typeof ServiceInfoServiceTypeEnum)[keyof typeof ServiceInfoServiceTypeEnum] | ''

/** What `serviceScenario` of {@link ServiceInfo} may say. */
export const ServiceInfoServiceScenarioEnum = {
  ScanAndPay: 'SCAN_AND_PAY',
  ExitAndPay: 'EXIT_AND_PAY',
  EmasPurchase: 'EMAS_PURCHASE'
} as const
/** One of {@link ServiceInfoServiceScenarioEnum}, or an empty text, which DANA takes as none. */
export type ServiceInfoServiceScenarioEnum = (typeof ServiceInfoServiceScenarioEnum)[keyof typeof ServiceInfoServiceScenarioEnum] | ''

/** To be described. */
export interface InternationalOrderInfoExchangeRate {
  /** To be described. */
  rate?: string | undefined
  /** To be described. */
  exchangeRelation?: string | undefined
}

/** To be described. */
export interface PaymentPromoInfo {
  /** To be described. */
  promoId: string
  /** To be described. */
  promoName: string
  /** To be described. */
  promoType: PaymentPromoInfoPromoTypeEnum
  /** To be described. */
  savingsAmount: Money
}

/** What `promoType` of {@link PaymentPromoInfo} may say. */
export const PaymentPromoInfoPromoTypeEnum = {
  CashBack: 'CASH_BACK',
  Discount: 'DISCOUNT',
  Voucher: 'VOUCHER',
  Point: 'POINT'
} as const
/** One of {@link PaymentPromoInfoPromoTypeEnum}, or an empty text, which DANA takes as none. */
export type PaymentPromoInfoPromoTypeEnum = (typeof PaymentPromoInfoPromoTypeEnum)[keyof typeof PaymentPromoInfoPromoTypeEnum] | ''

/** To be described. */
export interface RefundPromoInfo {
  /** To be described. */
  promoId: string
  /** To be described. */
  promoName: string
  /** To be described. */
  promoType: RefundPromoInfoPromoTypeEnum
  /** To be described. */
  refundAmount: Money
}

/** What `promoType` of {@link RefundPromoInfo} may say. */
export const RefundPromoInfoPromoTypeEnum = {
  CashBack: 'CASH_BACK',
  Discount: 'DISCOUNT',
  Voucher: 'VOUCHER',
  Point: 'POINT'
} as const
/** One of {@link RefundPromoInfoPromoTypeEnum}, or an empty text, which DANA takes as none. */
export type RefundPromoInfoPromoTypeEnum = (typeof RefundPromoInfoPromoTypeEnum)[keyof typeof RefundPromoInfoPromoTypeEnum] | ''

/** To be described. */
export interface InternationalOrderInfo {
  /** To be described. */
  originOrderAmount?: Money | undefined
  /** To be described. */
  exchangeRate?: InternationalOrderInfoExchangeRate | undefined
  /** To be described. */
  totalAmount?: Money | undefined
  /** To be described. */
  paymentPromoInfo?: PaymentPromoInfo | undefined
  /** To be described. */
  refundPromoInfo?: RefundPromoInfo | undefined
}

/** To be described. */
export interface Order {
  /** To be described. */
  buyer?: Buyer | undefined
  /** To be described. */
  seller?: Seller | undefined
  /** To be described. */
  orderTitle: string
  /** To be described. */
  merchantTransType?: string | undefined
  /** To be described. */
  orderMemo?: string | undefined
  /** To be described. */
  createdTime?: string | undefined
  /** To be described. */
  goods?: Array<Goods> | undefined
  /** To be described. */
  shippingInfo?: Array<ShippingInfo> | undefined
  /** To be described. */
  internationalOrderInfo?: InternationalOrderInfo | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** To be described. */
export interface WidgetPaymentRequestAdditionalInfo {
  /** To be described. */
  supportDeepLinkCheckoutUrl?: string | undefined
  /** To be described. */
  phoneNumber?: string | undefined
  /** To be described. */
  publicUserId?: string | undefined
  /** To be described. */
  productCode: string
  /** To be described. */
  serviceInfo?: ServiceInfo | undefined
  /** To be described. */
  order: Order
  /** To be described. */
  mcc: string
  /** To be described. */
  envInfo: EnvInfo
  /** To be described. */
  extendInfo?: string | undefined
}

/** To be described. */
export interface WidgetPaymentRequest {
  /** To be described. */
  partnerReferenceNo: string
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  amount: Money
  /** To be described. */
  externalStoreId?: string | undefined
  /** To be described. */
  validUpTo: string
  /** To be described. */
  pointOfInitiation?: string | undefined
  /** To be described. */
  disabledPayMethods?: string | undefined
  /** To be described. */
  payOptionDetails?: Array<PayOptionDetail> | undefined
  /** To be described. */
  additionalInfo: WidgetPaymentRequestAdditionalInfo
  /** To be described. */
  urlParams?: Array<UrlParam> | undefined
}

/** To be described. */
export interface WidgetPaymentResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  referenceNo?: string | undefined
  /** To be described. */
  partnerReferenceNo: string
  /** To be described. */
  webRedirectUrl?: string | undefined
  /** To be described. */
  additionalInfo?: { [key: string]: any } | undefined
}

/** Makes a {@link WidgetPaymentResponse} of the fields given: a plain object. */
export const WidgetPaymentResponse: ModelConstructor<WidgetPaymentResponse> = /* @__PURE__ */ constructible(WIDGET_PAYMENT_RESPONSE)

/** To be described. */
export interface QueryPaymentRequest {
  /** To be described. */
  originalPartnerReferenceNo?: string | undefined
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  serviceCode: string
  /** To be described. */
  transactionDate?: string | undefined
  /** To be described. */
  amount?: Money | undefined
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  externalStoreId?: string | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** To be described. */
export interface AmountDetail {
  /** To be described. */
  orderAmount: Money
  /** To be described. */
  payAmount?: Money | undefined
  /** To be described. */
  voidAmount?: Money | undefined
  /** To be described. */
  confirmAmount?: Money | undefined
  /** To be described. */
  refundAmount?: Money | undefined
  /** To be described. */
  chargebackAmount?: Money | undefined
  /** To be described. */
  chargeAmount?: Money | undefined
}

/** Makes a {@link AmountDetail} of the fields given: a plain object. */
export const AmountDetail: ModelConstructor<AmountDetail> = /* @__PURE__ */ constructible(AMOUNT_DETAIL)

/** To be described. */
export interface TimeDetail {
  /** To be described. */
  createdTime: string
  /** To be described. */
  expiryTime: string
  /** To be described. */
  paidTimes?: Array<string> | undefined
  /** To be described. */
  confirmedTimes?: Array<string> | undefined
  /** To be described. */
  cancelledTime?: string | undefined
}

/** Makes a {@link TimeDetail} of the fields given: a plain object. */
export const TimeDetail: ModelConstructor<TimeDetail> = /* @__PURE__ */ constructible(TIME_DETAIL)

/** To be described. */
export interface PayOptionInfo {
  /** To be described. */
  payMethod: PayOptionInfoPayMethodEnum
  /** To be described. */
  payOption?: PayOptionInfoPayOptionEnum | undefined
  /** To be described. */
  payAmount?: Money | undefined
  /** To be described. */
  transAmount?: Money | undefined
  /** To be described. */
  chargeAmount?: Money | undefined
  /** To be described. */
  payOptionBillExtendInfo?: string | undefined
  /** To be described. */
  extendInfo?: string | undefined
  /** To be described. */
  paymentCode?: string | undefined
}

/** Makes a {@link PayOptionInfo} of the fields given: a plain object. */
export const PayOptionInfo: ModelConstructor<PayOptionInfo> = /* @__PURE__ */ constructible(PAY_OPTION_INFO)

/** What `payMethod` of {@link PayOptionInfo} may say. */
export const PayOptionInfoPayMethodEnum = {
  Balance: 'BALANCE',
  Coupon: 'COUPON',
  NetBanking: 'NET_BANKING',
  CreditCard: 'CREDIT_CARD',
  DebitCard: 'DEBIT_CARD',
  VirtualAccount: 'VIRTUAL_ACCOUNT',
  Otc: 'OTC',
  DirectDebitCreditCard: 'DIRECT_DEBIT_CREDIT_CARD',
  DirectDebitDebitCard: 'DIRECT_DEBIT_DEBIT_CARD',
  OnlineCredit: 'ONLINE_CREDIT',
  LoanCredit: 'LOAN_CREDIT',
  NetworkPay: 'NETWORK_PAY',
  Card: 'CARD'
} as const
/** One of {@link PayOptionInfoPayMethodEnum}, or an empty text, which DANA takes as none. */
export type PayOptionInfoPayMethodEnum = (typeof PayOptionInfoPayMethodEnum)[keyof typeof PayOptionInfoPayMethodEnum] | ''

/** What `payOption` of {@link PayOptionInfo} may say. */
export const PayOptionInfoPayOptionEnum = {
  NetworkPayPgSpay: 'NETWORK_PAY_PG_SPAY',
  NetworkPayPgOvo: 'NETWORK_PAY_PG_OVO',
  NetworkPayPgGopay: 'NETWORK_PAY_PG_GOPAY',
  NetworkPayPgLinkaja: 'NETWORK_PAY_PG_LINKAJA',
  NetworkPayPgCard: 'NETWORK_PAY_PG_CARD',
  NetworkPayPcIndomaret: 'NETWORK_PAY_PC_INDOMARET',
  NetworkPayPgQris: 'NETWORK_PAY_PG_QRIS',
  NetworkPayPlIndodana: 'NETWORK_PAY_PL_INDODANA',
  VirtualAccountBca: 'VIRTUAL_ACCOUNT_BCA',
  VirtualAccountBni: 'VIRTUAL_ACCOUNT_BNI',
  VirtualAccountMandiri: 'VIRTUAL_ACCOUNT_MANDIRI',
  VirtualAccountBri: 'VIRTUAL_ACCOUNT_BRI',
  VirtualAccountBtpn: 'VIRTUAL_ACCOUNT_BTPN',
  VirtualAccountCimb: 'VIRTUAL_ACCOUNT_CIMB',
  VirtualAccountPermata: 'VIRTUAL_ACCOUNT_PERMATA',
  VirtualAccountPani: 'VIRTUAL_ACCOUNT_PANI',
  VirtualAccountBsiPayment: 'VIRTUAL_ACCOUNT_BSI_PAYMENT'
} as const
/** One of {@link PayOptionInfoPayOptionEnum}, or an empty text, which DANA takes as none. */
export type PayOptionInfoPayOptionEnum = (typeof PayOptionInfoPayOptionEnum)[keyof typeof PayOptionInfoPayOptionEnum] | ''

/** To be described. */
export interface PaymentView {
  /** To be described. */
  cashierRequestId?: string | undefined
  /** To be described. */
  paidTime?: string | undefined
  /** To be described. */
  payOptionInfos?: Array<PayOptionInfo> | undefined
  /** To be described. */
  payRequestExtendInfo?: string | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** Makes a {@link PaymentView} of the fields given: a plain object. */
export const PaymentView: ModelConstructor<PaymentView> = /* @__PURE__ */ constructible(PAYMENT_VIEW)

/** To be described. */
export interface StatusDetail {
  /** To be described. */
  acquirementStatus: StatusDetailAcquirementStatusEnum
  /** To be described. */
  frozen?: string | undefined
  /** To be described. */
  cancelled?: string | undefined
}

/** Makes a {@link StatusDetail} of the fields given: a plain object. */
export const StatusDetail: ModelConstructor<StatusDetail> = /* @__PURE__ */ constructible(STATUS_DETAIL)

/** What `acquirementStatus` of {@link StatusDetail} may say. */
export const StatusDetailAcquirementStatusEnum = {
  Init: 'INIT',
  Success: 'SUCCESS',
  Closed: 'CLOSED',
  Paying: 'PAYING',
  MerchantAccept: 'MERCHANT_ACCEPT',
  Cancelled: 'CANCELLED'
} as const
/** One of {@link StatusDetailAcquirementStatusEnum}, or an empty text, which DANA takes as none. */
export type StatusDetailAcquirementStatusEnum = (typeof StatusDetailAcquirementStatusEnum)[keyof typeof StatusDetailAcquirementStatusEnum] | ''

/** To be described. */
export interface VirtualAccountInfo {
  /** To be described. */
  virtualAccountCode: string
  /** To be described. */
  virtualAccountExpiryTime: string
  /** To be described. */
  signature: string
}

/** Makes a {@link VirtualAccountInfo} of the fields given: a plain object. */
export const VirtualAccountInfo: ModelConstructor<VirtualAccountInfo> = /* @__PURE__ */ constructible(VIRTUAL_ACCOUNT_INFO)

/** To be described. */
export interface QueryPaymentResponseAdditionalInfo {
  /** To be described. */
  merchantId?: string | undefined
  /** To be described. */
  buyer?: Buyer | undefined
  /** To be described. */
  seller?: Seller | undefined
  /** To be described. */
  amountDetail?: AmountDetail | undefined
  /** To be described. */
  timeDetail?: TimeDetail | undefined
  /** To be described. */
  goods?: Array<Goods> | undefined
  /** To be described. */
  shippingInfo?: Array<ShippingInfo> | undefined
  /** To be described. */
  orderMemo?: string | undefined
  /** To be described. */
  paymentViews?: Array<PaymentView> | undefined
  /** To be described. */
  extendInfo?: string | undefined
  /** To be described. */
  statusDetail?: StatusDetail | undefined
  /** To be described. */
  closeReason?: string | undefined
  /** To be described. */
  virtualAccountInfo?: VirtualAccountInfo | undefined
}

/** Makes a {@link QueryPaymentResponseAdditionalInfo} of the fields given: a plain object. */
export const QueryPaymentResponseAdditionalInfo: ModelConstructor<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ constructible(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)

/** To be described. */
export interface QueryPaymentResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  originalPartnerReferenceNo?: string | undefined
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  serviceCode: string
  /** To be described. */
  latestTransactionStatus: string
  /** To be described. */
  transactionStatusDesc?: string | undefined
  /** To be described. */
  originalResponseCode?: string | undefined
  /** To be described. */
  originalResponseMessage?: string | undefined
  /** To be described. */
  sessionId?: string | undefined
  /** To be described. */
  requestID?: string | undefined
  /** To be described. */
  transAmount?: Money | undefined
  /** To be described. */
  amount?: Money | undefined
  /** To be described. */
  feeAmount?: Money | undefined
  /** To be described. */
  paidTime?: string | undefined
  /** To be described. */
  title?: string | undefined
  /** To be described. */
  additionalInfo?: QueryPaymentResponseAdditionalInfo | undefined
}

/** Makes a {@link QueryPaymentResponse} of the fields given: a plain object. */
export const QueryPaymentResponse: ModelConstructor<QueryPaymentResponse> = /* @__PURE__ */ constructible(QUERY_PAYMENT_RESPONSE)

/** To be described. */
export interface CancelOrderRequest {
  /** To be described. */
  originalPartnerReferenceNo: string
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  reason?: string | undefined
  /** To be described. */
  externalStoreId?: string | undefined
  /** To be described. */
  amount?: Money | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** To be described. */
export interface CancelOrderResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalPartnerReferenceNo: string
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  cancelTime?: string | undefined
  /** To be described. */
  transactionDate?: string | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** Makes a {@link CancelOrderResponse} of the fields given: a plain object. */
export const CancelOrderResponse: ModelConstructor<CancelOrderResponse> = /* @__PURE__ */ constructible(CANCEL_ORDER_RESPONSE)

/** To be described. */
export interface RefundOrderRequestAdditionalInfo {
  /** To be described. */
  payoutAccountNo?: string | undefined
  /** To be described. */
  refundAppliedTime?: string | undefined
  /** To be described. */
  actorType?: string | undefined
  /** To be described. */
  returnChargeToPayer?: string | undefined
  /** To be described. */
  destination?: string | undefined
  /** To be described. */
  envInfo: object
  /** To be described. */
  auditInfo?: object | undefined
  /** To be described. */
  actorContext?: object | undefined
  /** To be described. */
  refundOptionBill?: Array<object> | undefined
  /** To be described. */
  extendInfo?: string | undefined
  /** To be described. */
  asyncRefund?: string | undefined
}

/** To be described. */
export interface RefundOrderRequest {
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalPartnerReferenceNo: string
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  originalCaptureNo?: string | undefined
  /** To be described. */
  partnerRefundNo: string
  /** To be described. */
  refundAmount: Money
  /** To be described. */
  externalStoreId?: string | undefined
  /** To be described. */
  reason?: string | undefined
  /** To be described. */
  additionalInfo?: RefundOrderRequestAdditionalInfo | undefined
}

/** To be described. */
export interface RefundOrderResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
  /** To be described. */
  originalReferenceNo?: string | undefined
  /** To be described. */
  originalPartnerReferenceNo: string
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  originalCaptureNo?: string | undefined
  /** To be described. */
  refundNo?: string | undefined
  /** To be described. */
  partnerRefundNo: string
  /** To be described. */
  refundAmount: Money
  /** To be described. */
  refundTime?: string | undefined
  /** To be described. */
  additionalInfo?: object | undefined
}

/** Makes a {@link RefundOrderResponse} of the fields given: a plain object. */
export const RefundOrderResponse: ModelConstructor<RefundOrderResponse> = /* @__PURE__ */ constructible(REFUND_ORDER_RESPONSE)
