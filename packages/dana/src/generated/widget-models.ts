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

/** An amount of money. Two texts, never a JSON number. */
export interface Money {
  /** The amount as a decimal text, at most 19 characters. With IDR it has two decimals always, `"10000.00"`: DANA refuses `"10000"` and `"10000.0000"` (case 01 of status 400). No separators. Never make a floating-point number of it. */
  value: string
  /** The currency by ISO 4217, three letters. `IDR`, the rupiah. */
  currency: string
}

/** Makes a plain object of the fields given. */
export const Money: ModelConstructor<Money> = /* @__PURE__ */ constructible(MONEY)

/** A URL that DANA uses when the payment is over. */
export interface UrlParam {
  /** The URL, at most 512 characters. For `NOTIFICATION` it has to be reachable from the internet; the Indonesian standard wants the path `/v1.0/debit/notify`. */
  url: string
  /**
   * What the URL is for:
   *
   * - `PAY_RETURN`: where the user is sent after the payment, to the merchant's page. Mandatory for each
   *   order. DANA appends `originalReferenceNo`, `originalPartnerReferenceNo`, `merchantId` and `status`: a
   *   hint, no proof of payment.
   * - `NOTIFICATION`: where DANA posts finishNotify when the payment is over
   */
  type: UrlParamTypeEnum
  /** Whether the URL opens an app: `Y` or `N`. A text, no boolean. */
  isDeeplink: string
}

/** What `type` of {@link UrlParam} may say. */
export const UrlParamTypeEnum = {
  PayReturn: 'PAY_RETURN',
  Notification: 'NOTIFICATION'
} as const
export type UrlParamTypeEnum = (typeof UrlParamTypeEnum)[keyof typeof UrlParamTypeEnum] | ''

/** Where the order was made: the device, the app and the kind of terminal. */
export interface EnvInfo {
  /** The user's session at the merchant, at most 128 characters. */
  sessionId?: string | undefined
  /** A token of the user's session or device, at most 128 characters. */
  tokenId?: string | undefined
  /** The language in which the user sees the merchant, at most 16 characters. */
  websiteLanguage?: string | undefined
  /** The user's IP address, at most 32 characters. */
  clientIp?: string | undefined
  /** The operating system of the user's device, at most 128 characters. */
  osType?: string | undefined
  /** The version of the app in which the user is, at most 128 characters. */
  appVersion?: string | undefined
  /** The version of the SDK in that app, at most 128 characters. */
  sdkVersion?: string | undefined
  /** Where the order comes from. Always `IPG`. */
  sourcePlatform: EnvInfoSourcePlatformEnum
  /** The operating system of the device on which the order was made, at most 128 characters. */
  orderOsType?: string | undefined
  /** The version of the merchant's app, at most 128 characters. */
  merchantAppVersion?: string | undefined
  /**
   * The kind of terminal from which the request comes:
   *
   * - `APP`: a mobile app
   * - `WEB`: a website in a desktop browser
   * - `WAP`: a website in a mobile browser
   * - `SYSTEM`: a server, with no user at a screen
   */
  terminalType: EnvInfoTerminalTypeEnum
  /**
   * The kind of terminal on which the user made the order:
   *
   * - `APP`: a mobile app
   * - `WEB`: a website in a desktop browser
   * - `WAP`: a website in a mobile browser
   * - `SYSTEM`: a server, with no user at a screen
   */
  orderTerminalType?: EnvInfoOrderTerminalTypeEnum | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
  /** A key that names the client, at most 64 characters. */
  clientKey?: string | undefined
}

/** What `sourcePlatform` of {@link EnvInfo} may say. */
export const EnvInfoSourcePlatformEnum = {
  Ipg: 'IPG'
} as const
export type EnvInfoSourcePlatformEnum = (typeof EnvInfoSourcePlatformEnum)[keyof typeof EnvInfoSourcePlatformEnum] | ''

/** What `terminalType` of {@link EnvInfo} may say. */
export const EnvInfoTerminalTypeEnum = {
  App: 'APP',
  Web: 'WEB',
  Wap: 'WAP',
  System: 'SYSTEM'
} as const
export type EnvInfoTerminalTypeEnum = (typeof EnvInfoTerminalTypeEnum)[keyof typeof EnvInfoTerminalTypeEnum] | ''

/** What `orderTerminalType` of {@link EnvInfo} may say. */
export const EnvInfoOrderTerminalTypeEnum = {
  App: 'APP',
  Web: 'WEB',
  Wap: 'WAP',
  System: 'SYSTEM'
} as const
export type EnvInfoOrderTerminalTypeEnum = (typeof EnvInfoOrderTerminalTypeEnum)[keyof typeof EnvInfoOrderTerminalTypeEnum] | ''

/** The buyer of an order. */
export interface Buyer {
  /** What kind of user the buyer is in the merchant's system, at most 32 characters. */
  externalUserType?: string | undefined
  /** The buyer's name to show, at most 64 characters. */
  nickname?: string | undefined
  /** The buyer's id in the merchant's system, at most 32 characters. */
  externalUserId?: string | undefined
  /** The buyer's id at DANA, at most 32 characters. */
  userId?: string | undefined
}

/** Makes a plain object of the fields given. */
export const Buyer: ModelConstructor<Buyer> = /* @__PURE__ */ constructible(BUYER)

/** The seller of an order. */
export interface Seller {
  /** What kind of user the seller is in the merchant's system, at most 32 characters. */
  externalUserType?: string | undefined
  /** The seller's name to show, at most 64 characters. */
  nickname?: string | undefined
  /** The seller's id in the merchant's system, at most 32 characters. */
  externalUserId?: string | undefined
  /** The seller's id at DANA, at most 32 characters. */
  userId?: string | undefined
}

/** Makes a plain object of the fields given. */
export const Seller: ModelConstructor<Seller> = /* @__PURE__ */ constructible(SELLER)

/** One kind of goods in an order. */
export interface Goods {
  /** What it is called, at most 64 characters. */
  name: string
  /** The merchant's id of it, at most 64 characters. */
  merchantGoodsId: string
  /** What it is, at most 1024 characters. */
  description: string
  /** The merchant's category for it, at most 64 characters. */
  category: string
  /** What one of it costs. */
  price: Money
  /** What is counted, such as `bag`; at most 64 characters. */
  unit?: string | undefined
  /** How many, as a text: `"2"`, not `2`. At most 16 characters. */
  quantity: string
  /** The `merchantShippingId` of the shipment in `shippingInfo` that it goes with, at most 64 characters. */
  merchantShippingId?: string | undefined
  /** The URL of a picture or page of it, at most 512 characters. */
  snapshotUrl?: string | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
}

/** Makes a plain object of the fields given. */
export const Goods: ModelConstructor<Goods> = /* @__PURE__ */ constructible(GOODS)

/** One shipment of an order: where it goes, and by whom. */
export interface ShippingInfo {
  /** The merchant's id of the shipment, at most 64 characters; goods refer to it. */
  merchantShippingId: string
  /** The carrier's tracking number, at most 64 characters. */
  trackingNo?: string | undefined
  /** Who carries it, at most 64 characters. */
  carrier?: string | undefined
  /** What the shipping costs. */
  chargeAmount?: Money | undefined
  /** The country, at most 64 characters. */
  countryName: string
  /** The province or state, at most 64 characters. */
  stateName: string
  /** The city, at most 64 characters. */
  cityName: string
  /** The district or area, at most 64 characters. */
  areaName?: string | undefined
  /** The address, at most 256 characters. */
  address1: string
  /** More of the address, at most 256 characters. */
  address2?: string | undefined
  /** The recipient's first name, at most 64 characters. */
  firstName: string
  /** The recipient's last name, at most 64 characters. Mandatory, also for people who have one name only. */
  lastName: string
  /** The recipient's mobile number, at most 32 characters. */
  mobileNo?: string | undefined
  /** The recipient's phone number, at most 32 characters. */
  phoneNo?: string | undefined
  /** The postal code, at most 32 characters. */
  zipCode: string
  /** The recipient's e-mail address, at most 128 characters. */
  email?: string | undefined
  /** The recipient's fax number, at most 32 characters. */
  faxNo?: string | undefined
}

/** Makes a plain object of the fields given. */
export const ShippingInfo: ModelConstructor<ShippingInfo> = /* @__PURE__ */ constructible(SHIPPING_INFO)

/** What the merchant knows of the user already. It goes into the URL as JSON (`seamlessData`) with its signature (`seamlessSign`). */
export interface Oauth2UrlDataSeamlessData {
  /** The scenario of the binding, as agreed with DANA. */
  bizScenario?: string | undefined
  /** The user's phone number, such as `08xxxxxxxxx`. In mode `DEEPLINK` it is renamed `mobile`. */
  mobileNumber?: string | undefined
  /** When the merchant verified the phone number. In mode `DEEPLINK` the client sends `"0"` whatever is given. */
  verifiedTime?: string | undefined
  /** The merchant's id of the user. In mode `DEEPLINK` it is replaced by `externalId`. */
  externalUid?: string | undefined
  /** The merchant's id of the user's device. */
  deviceId?: string | undefined
  /** Whether DANA skips the question whether the phone number is registered. A boolean. */
  skipRegisterConsult?: boolean | undefined
}

/** What the URL of DANA's binding page is made from. The user logs in there (phone and PIN) and consents; the redirect brings the code for applyToken. Made on the merchant's side, nothing is sent; DANA's client checks none of these limits. */
export interface Oauth2UrlData {
  /** The merchant's id of this binding request, at most 64 characters. The client makes a UUID where it is left out. */
  externalId: string
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. In the URL in mode `API` only. */
  merchantId: string
  /** The division (sub-merchant), at most 64 characters here (32 elsewhere). In the URL in mode `API` only. */
  subMerchantId?: string | undefined
  /** What the merchant knows of the user already, so that the page is filled in. It is signed with the merchant's key. The phone number is fixed then: who is logged in to DANA with another one has to log out. */
  seamlessData?: Oauth2UrlDataSeamlessData | undefined
  /** What the merchant may do for the user, joined by commas in the URL. Left out: in production `MINI_DANA`, `CASHIER`, `QUERY_BALANCE`, `DEFAULT_BASIC_PROFILE`; in the sandbox `AGREEMENT_PAY` too. `PUBLIC_ID` exists as well. */
  scopes?: Array<string> | undefined
  /** Where the user is sent afterwards. DANA appends `responseCode=2001000`, `responseMessage`, `authCode` and `state` to its query. What a failure appends is not documented. */
  redirectUrl: string
  /** A text that comes back unchanged with the redirect. Make an unguessable one for each user and compare it, else another's code can be slipped in. The client makes a UUID where it is left out. */
  state?: string | undefined
  /** The language of the page. In the URL in mode `API` only. */
  lang?: string | undefined
  /** Whether somebody without a DANA account may register on the page; a text, no boolean. In the URL in mode `API` only. */
  allowRegistration?: string | undefined
  /**
   * Which kind of URL is made; `API` where it is left out:
   *
   * - `API`: DANA's web page (`/v1.0/get-auth-code`)
   * - `DEEPLINK`: a link that opens the DANA app (`/n/link/binding`). It carries neither `merchantId`,
   *   `subMerchantId`, `lang` nor `allowRegistration`.
   */
  mode?: Oauth2UrlDataModeEnum | undefined
}

/** What `mode` of {@link Oauth2UrlData} may say. */
export const Oauth2UrlDataModeEnum = {
  Api: 'API',
  Deeplink: 'DEEPLINK'
} as const
export type Oauth2UrlDataModeEnum = (typeof Oauth2UrlDataModeEnum)[keyof typeof Oauth2UrlDataModeEnum] | ''

/** Tokens for the binding page's code. It is also the form of a request that has both a code, be it empty, and a refresh token. */
export interface ApplyTokenAuthorizationCodeRequest {
  /** Further data as a free map. First on the wire. Nothing known has to be in it. */
  additionalInfo?: { [key: string]: any } | undefined
  /** What is given. `AUTHORIZATION_CODE`: the code from the binding page. */
  grantType: ApplyTokenAuthorizationCodeRequestGrantTypeEnum
  /** The code from the query of the binding page's redirect (`authCode`), at most 256 characters; good for ten minutes and for one use. A code with `&` or `=` in it is refused before sending: then the whole query was copied. */
  authCode: string
  /** The refresh token of an earlier answer, at most 512 characters. Not needed here. */
  refreshToken?: string | undefined
}

/** What `grantType` of {@link ApplyTokenAuthorizationCodeRequest} may say. */
export const ApplyTokenAuthorizationCodeRequestGrantTypeEnum = {
  AuthorizationCode: 'AUTHORIZATION_CODE'
} as const
export type ApplyTokenAuthorizationCodeRequestGrantTypeEnum = (typeof ApplyTokenAuthorizationCodeRequestGrantTypeEnum)[keyof typeof ApplyTokenAuthorizationCodeRequestGrantTypeEnum] | ''

/** New tokens for a refresh token, without the user's doing. */
export interface ApplyTokenRefreshTokenRequest {
  /** Further data as a free map. First on the wire. Nothing known has to be in it. */
  additionalInfo?: { [key: string]: any } | undefined
  /** What is given. `REFRESH_TOKEN`: the refresh token of an earlier answer. */
  grantType: ApplyTokenRefreshTokenRequestGrantTypeEnum
  /** The code from the query of the binding page's redirect (`authCode`), at most 256 characters; good for ten minutes and for one use. A code with `&` or `=` in it is refused before sending: then the whole query was copied. Not needed here; an empty one is taken, and makes the client use the other form. */
  authCode?: string | undefined
  /** The refresh token of an earlier answer, at most 512 characters. Valid for three years; dead once the user or the merchant has unbound. */
  refreshToken: string
}

/** What `grantType` of {@link ApplyTokenRefreshTokenRequest} may say. */
export const ApplyTokenRefreshTokenRequestGrantTypeEnum = {
  RefreshToken: 'REFRESH_TOKEN'
} as const
export type ApplyTokenRefreshTokenRequestGrantTypeEnum = (typeof ApplyTokenRefreshTokenRequestGrantTypeEnum)[keyof typeof ApplyTokenRefreshTokenRequestGrantTypeEnum] | ''

/** What is given for tokens: an authorization code, or a refresh token. The client takes the first form where `grantType` and `authCode` are there, else the second where `grantType` and `refreshToken` are there; what fits neither is sent as `{}` by DANA's client. Keys go over the wire in the order additionalInfo, grantType, authCode, refreshToken in both forms. */
export type ApplyTokenRequest = ApplyTokenAuthorizationCodeRequest | ApplyTokenRefreshTokenRequest

/** What both forms of ApplyTokenRequest share. Nothing is sent in this form; DANA's client exports it. */
export interface ApplyTokenBaseRequest {
  /** Further data as a free map. First on the wire. Nothing known has to be in it. */
  additionalInfo?: { [key: string]: any } | undefined
}

/** The user whose tokens these are. */
export interface ApplyTokenResponseAdditionalInfoUserInfo {
  /** The user's stable id for this merchant's use, at most 64 characters. Clients in production use it as the account's key. */
  publicUserId?: string | undefined
}

/** Makes a plain object of the fields given. */
export const ApplyTokenResponseAdditionalInfoUserInfo: ModelConstructor<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)

/** What comes with the tokens. */
export interface ApplyTokenResponseAdditionalInfo {
  /** The user whose tokens these are. On success. */
  userInfo?: ApplyTokenResponseAdditionalInfoUserInfo | undefined
}

/** Makes a plain object of the fields given. */
export const ApplyTokenResponseAdditionalInfo: ModelConstructor<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)

/** The user's tokens. */
export interface ApplyTokenResponse {
  /** Seven digits: HTTP status, service, case. `2007400` is success. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** `Bearer`. On success only. */
  tokenType?: string | undefined
  /** The user's access token, at most 512 characters; for `additionalInfo.accessToken` of later requests. Typed as mandatory, but absent in failures. Valid for three years. Keep it secret. */
  accessToken: string
  /** When the access token expires, three years on. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  accessTokenExpiryTime?: string | undefined
  /** The refresh token, at most 512 characters; brings new tokens without the user. Keep it secret. */
  refreshToken?: string | undefined
  /** When the refresh token expires, three years on. The user has to bind again then. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  refreshTokenExpiryTime?: string | undefined
  /** Who the user is. */
  additionalInfo?: ApplyTokenResponseAdditionalInfo | undefined
}

/** Makes a plain object of the fields given. */
export const ApplyTokenResponse: ModelConstructor<ApplyTokenResponse> = /* @__PURE__ */ constructible(APPLY_TOKEN_RESPONSE)

/** For which user, and from where, the unbinding is made. The client also copies these fields into the headers `Authorization-Customer`, `X-IP-ADDRESS`, `X-DEVICE-ID`, `X-LATITUDE` and `X-LONGITUDE`, and leaves them in the body. */
export interface AccountUnbindingRequestAdditionalInfo {
  /** The user's access token from applyToken, at most 512 characters. It is sent twice, here and in the header `Authorization-Customer`, there with `Bearer ` before it. */
  accessToken: string
  /** The user's IPv4 address, at most 15 characters. Left out, the header `X-IP-ADDRESS` is left out too. */
  endUserIpAddress?: string | undefined
  /** The merchant's id of the user's device, at most 400 characters; also the header `X-DEVICE-ID`. */
  deviceId: string
  /** Where the user is, in degrees: an optional sign, one or two digits, then at most four decimals; at most 10 characters. Also the header `X-LATITUDE`. */
  latitude?: string | undefined
  /** Where the user is, in degrees: an optional sign, one to three digits, then at most four decimals; at most 10 characters. Also the header `X-LONGITUDE`. The genuine client allows two digits only, which refuses Jakarta's `106.8456`; this one takes three. */
  longitude?: string | undefined
}

/** Which binding is ended: that of `additionalInfo.accessToken`. */
export interface AccountUnbindingRequest {
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. */
  merchantId: string
  /** The division (sub-merchant) for which the merchant acts: its external division id, at most 32 characters. A shop's id here is refused. */
  subMerchantId?: string | undefined
  /** The merchant's own reference of this request, at most 64 characters; comes back in the answer. */
  partnerReferenceNo?: string | undefined
  /** The id of the binding, at most 24 characters. */
  linkId?: string | undefined
  /** The id of the token, at most 128 characters. Not the token itself. */
  tokenId?: string | undefined
  /** For which user the call is made, and from where. */
  additionalInfo: AccountUnbindingRequestAdditionalInfo
}

/** Whether the binding is ended. */
export interface AccountUnbindingResponse {
  /** Seven digits: HTTP status, service, case. `2000900` is success. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** DANA's reference of this request, at most 64 characters. */
  referenceNo?: string | undefined
  /** The request's `partnerReferenceNo`, at most 64 characters. */
  partnerReferenceNo?: string | undefined
  /** The request's `merchantId`, at most 64 characters. */
  merchantId?: string | undefined
  /** The request's `subMerchantId`, at most 32 characters. */
  subMerchantId?: string | undefined
  /** The id of the binding that is ended, at most 24 characters. */
  linkId?: string | undefined
  /** How it went, in a word, at most 64 characters. Which words there are is not documented: decide by `responseCode`. */
  unlinkResult?: string | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Makes a plain object of the fields given. */
export const AccountUnbindingResponse: ModelConstructor<AccountUnbindingResponse> = /* @__PURE__ */ constructible(ACCOUNT_UNBINDING_RESPONSE)

/** For which user, and from where, the call is made. The client also copies these fields into the headers `Authorization-Customer`, `X-IP-ADDRESS`, `X-DEVICE-ID`, `X-LATITUDE` and `X-LONGITUDE`, and leaves them in the body. */
export interface ApplyOTTRequestAdditionalInfo {
  /** The user's access token from applyToken, at most 512 characters. It is sent twice, here and in the header `Authorization-Customer`, there with `Bearer ` before it. */
  accessToken: string
  /** The user's IPv4 address, at most 15 characters. Left out, the header `X-IP-ADDRESS` is left out too. */
  endUserIpAddress?: string | undefined
  /** The merchant's id of the user's device, at most 400 characters; also the header `X-DEVICE-ID`. */
  deviceId: string
  /** Where the user is, in degrees: an optional sign, one or two digits, then at most four decimals; at most 10 characters. Also the header `X-LATITUDE`. */
  latitude?: string | undefined
  /** Where the user is, in degrees: an optional sign, one to three digits, then at most four decimals; at most 10 characters. Also the header `X-LONGITUDE`. The genuine client allows two digits only, which refuses Jakarta's `106.8456`; this one takes three. */
  longitude?: string | undefined
}

/** Which tokens are wanted, and for whom. */
export interface ApplyOTTRequest {
  /**
   * What is wanted. DANA takes `["OTT"]` only; another value answers 4004901. The client does not check it.
   *
   * - `OTT`: a one-time token for the checkout URL
   */
  userResources: Array<ApplyOTTRequestUserResourcesEnum>
  /** For which user the call is made, and from where. */
  additionalInfo: ApplyOTTRequestAdditionalInfo
}

/** What `userResources` of {@link ApplyOTTRequest} may say. */
export const ApplyOTTRequestUserResourcesEnum = {
  Ott: 'OTT'
} as const
export type ApplyOTTRequestUserResourcesEnum = (typeof ApplyOTTRequestUserResourcesEnum)[keyof typeof ApplyOTTRequestUserResourcesEnum] | ''

/** One token. */
export interface ApplyOTTResponseUserResourcesInner {
  /** What it is: `OTT`. At most 32 characters. */
  resourceType?: string | undefined
  /** The token, at most 128 characters. Append it to `webRedirectUrl` as the query parameter `ott`, percent-encoded. Valid for ten minutes and for one use. */
  value?: string | undefined
}

/** Makes a plain object of the fields given. */
export const ApplyOTTResponseUserResourcesInner: ModelConstructor<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ constructible(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)

/** The one-time token. */
export interface ApplyOTTResponse {
  /** Seven digits: HTTP status, service, case. `2004900` is success. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** The tokens, one for each that was asked for. DANA's client fails on a success without this array, so a server must always send it. */
  userResources: Array<ApplyOTTResponseUserResourcesInner>
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Makes a plain object of the fields given. */
export const ApplyOTTResponse: ModelConstructor<ApplyOTTResponse> = /* @__PURE__ */ constructible(APPLY_OTT_RESPONSE)

/** For which user, and from where, the inquiry is made. The client also copies these fields into the headers `Authorization-Customer`, `X-IP-ADDRESS`, `X-DEVICE-ID`, `X-LATITUDE` and `X-LONGITUDE`, and leaves them in the body. */
export interface BalanceInquiryRequestAdditionalInfo {
  /** The user's access token from applyToken, at most 512 characters. It is sent twice, here and in the header `Authorization-Customer`, there with `Bearer ` before it. */
  accessToken: string
  /** The user's IPv4 address, at most 15 characters. Left out, the header `X-IP-ADDRESS` is left out too. */
  endUserIpAddress?: string | undefined
  /** The merchant's id of the user's device, at most 400 characters; also the header `X-DEVICE-ID`. */
  deviceId: string
  /** Where the user is, in degrees: an optional sign, one or two digits, then at most four decimals; at most 10 characters. Also the header `X-LATITUDE`. */
  latitude?: string | undefined
  /** Where the user is, in degrees: an optional sign, one to three digits, then at most four decimals; at most 10 characters. Also the header `X-LONGITUDE`. The genuine client allows two digits only, which refuses Jakarta's `106.8456`; this one takes three. */
  longitude?: string | undefined
}

/** Whose balance is asked for, and which. */
export interface BalanceInquiryRequest {
  /** The merchant's own reference of this request, at most 64 characters; comes back in the answer. */
  partnerReferenceNo?: string | undefined
  /** Which balances, such as `["BALANCE"]`. Empty, or left out, means all. It has to be an array. */
  balanceTypes?: Array<string> | undefined
  /** For which user the call is made, and from where. */
  additionalInfo: BalanceInquiryRequestAdditionalInfo
}

/** One balance of the user. For "can the user pay this", read `availableBalance`, or `amount` where that is missing. */
export interface AccountInfo {
  /** Which balance, such as `BALANCE`; at most 70 characters. */
  balanceType?: string | undefined
  /** What can be used, net. */
  amount?: Money | undefined
  /** What is not active for the time being, because of the cut-off. */
  floatAmount?: Money | undefined
  /** What is blocked. */
  holdAmount?: Money | undefined
  /** What can be spent. */
  availableBalance?: Money | undefined
  /** What was there when the day began. */
  ledgerBalance?: Money | undefined
  /** The account's current multilateral limit, a notion of the SNAP standard. */
  currentMultilateralLimit?: Money | undefined
  /** The state of the user's registration, at most 4 characters. Which codes there are is not documented. */
  registrationStatusCode?: string | undefined
  /**
   * The account's state, at most 4 characters:
   *
   * - `1`: active
   * - `2`: closed
   * - `4`: new
   * - `6`: restricted
   * - `7`: frozen
   */
  status?: string | undefined
}

/** Makes a plain object of the fields given. */
export const AccountInfo: ModelConstructor<AccountInfo> = /* @__PURE__ */ constructible(ACCOUNT_INFO)

/** The user's balances. */
export interface BalanceInquiryResponse {
  /** Seven digits: HTTP status, service, case. `2001100` is success. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** DANA's reference of this request, at most 64 characters. */
  referenceNo?: string | undefined
  /** The request's `partnerReferenceNo`, at most 64 characters. */
  partnerReferenceNo?: string | undefined
  /** The account holder's name, at most 140 characters. */
  name?: string | undefined
  /** One entry for each balance. On success. */
  accountInfos?: Array<AccountInfo> | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Makes a plain object of the fields given. */
export const BalanceInquiryResponse: ModelConstructor<BalanceInquiryResponse> = /* @__PURE__ */ constructible(BALANCE_INQUIRY_RESPONSE)

/** What you give the client for queryUserProfile. It is not what goes over the wire: see QueryUserProfileEnvelope. */
export interface QueryUserProfileRequest {
  /**
   * What is asked for, at least one; each comes back as one entry of `userResourceInfos`, where the binding's
   * scopes allow it:
   *
   * - `BALANCE`: the user's balance in DANA, in IDR
   * - `TOPUP_URL`: the URL of the top-up page, to send the user to
   * - `TRANSACTION_URL`: the URL of the user's transactions, to send the user to
   * - `OTT`: a one-time token for URLs (top-up, transaction, cashier, checkout)
   * - `MASK_DANA_ID`: the user's DANA identifier (a phone number), masked
   * - `USER_KYC`: the KYC level: `00` is level 0, `02` is level 2
   * - `LOGIN_ID`: what the user logs in with; so far always a phone number
   * - `CLEAR_TEXT_DANA_ID`: the user's DANA identifier, not masked
   * - `NICKNAME`: the nickname in DANA
   * - `FULLNAME`: the full name in DANA
   * - `KTP_NUMBER`: the number of the user's identity card (KTP)
   * - `KTP_PHOTO_DATA`: the photo of the identity card, base64
   * - `SELFIE_PHOTO_DATA`: the user's selfie, base64
   * - `AVATAR_URL`: where the user's avatar lies
   * - `MASKED_FULLNAME`: the full name, masked
   *
   * The members after `USER_KYC` exist since version 2 of DANA's client.
   */
  userResources: Array<QueryUserProfileRequestUserResourcesEnum>
  /** The user's access token from applyToken, without `Bearer `. The client moves it into `request.head`; it never stands in `request.body`. */
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
export type QueryUserProfileRequestUserResourcesEnum = (typeof QueryUserProfileRequestUserResourcesEnum)[keyof typeof QueryUserProfileRequestUserResourcesEnum] | ''

/** Who answers what, and when. */
export interface QueryUserProfileResponseResponseHead {
  /** The version of the Open API, `2.0`; at most 8 characters. */
  version?: string | undefined
  /** Which function was called; at most 128 characters. On the wire the key is `function`; DANA's client names it `_function` when it reads the answer. */
  _function?: QueryUserProfileResponseResponseHeadFunctionEnum | undefined
  /** The merchant's partner id, at most 32 characters. */
  clientId?: string | undefined
  /** When DANA answered, with its offset. */
  respTime?: string | undefined
  /** The request's `reqMsgId`, at most 64 characters. */
  reqMsgId?: string | undefined
  /** Reserved; a text, at most 256 characters. */
  reserve?: string | undefined
}

/** Makes a plain object of the fields given. */
export const QueryUserProfileResponseResponseHead: ModelConstructor<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)

/** What `_function` of {@link QueryUserProfileResponseResponseHead} may say. */
export const QueryUserProfileResponseResponseHeadFunctionEnum = {
  DanaMemberQueryQueryUserProfile: 'dana.member.query.queryUserProfile'
} as const
export type QueryUserProfileResponseResponseHeadFunctionEnum = (typeof QueryUserProfileResponseResponseHeadFunctionEnum)[keyof typeof QueryUserProfileResponseResponseHeadFunctionEnum] | ''

/** How a call of the Open API went. This decides, not the HTTP status. */
export interface ResultInfo {
  /**
   * The outcome:
   *
   * - `S`: success
   * - `F`: failure
   * - `U`: unknown
   */
  resultStatus: ResultInfoResultStatusEnum
  /** Eight digits; `00000000` is success. Others that are known: `00000019` (PROCESS_FAIL), `00000900` (SYSTEM_ERROR). */
  resultCodeId: string
  /** The same as a word: `SUCCESS`, `PROCESS_FAIL`, `SYSTEM_ERROR`. */
  resultCode: string
  /** The same in words, for a person to read. */
  resultMsg: string
}

/** Makes a plain object of the fields given. */
export const ResultInfo: ModelConstructor<ResultInfo> = /* @__PURE__ */ constructible(RESULT_INFO)

/** What `resultStatus` of {@link ResultInfo} may say. */
export const ResultInfoResultStatusEnum = {
  S: 'S',
  F: 'F',
  U: 'U'
} as const
export type ResultInfoResultStatusEnum = (typeof ResultInfoResultStatusEnum)[keyof typeof ResultInfoResultStatusEnum] | ''

/** One piece of the user's data. */
export interface UserResourceInfo {
  /**
   * Which piece it is:
   *
   * - `BALANCE`: the user's balance in DANA, in IDR
   * - `TOPUP_URL`: the URL of the top-up page, to send the user to
   * - `TRANSACTION_URL`: the URL of the user's transactions, to send the user to
   * - `OTT`: a one-time token for URLs (top-up, transaction, cashier, checkout)
   * - `MASK_DANA_ID`: the user's DANA identifier (a phone number), masked
   * - `USER_KYC`: the KYC level: `00` is level 0, `02` is level 2
   * - `LOGIN_ID`: what the user logs in with; so far always a phone number
   * - `CLEAR_TEXT_DANA_ID`: the user's DANA identifier, not masked
   * - `NICKNAME`: the nickname in DANA
   * - `FULLNAME`: the full name in DANA
   * - `KTP_NUMBER`: the number of the user's identity card (KTP)
   * - `KTP_PHOTO_DATA`: the photo of the identity card, base64
   * - `SELFIE_PHOTO_DATA`: the user's selfie, base64
   * - `AVATAR_URL`: where the user's avatar lies
   * - `MASKED_FULLNAME`: the full name, masked
   *
   * The members after `USER_KYC` exist since version 2 of DANA's client.
   */
  resourceType: UserResourceInfoResourceTypeEnum
  /** The data, always a text; its form depends on `resourceType` and is documented for few: `USER_KYC` is `00` or `02`, photos are base64, and `BALANCE` was seen as JSON text, `[{"amount":"1000","currency":"IDR"}]`. */
  value: string
}

/** Makes a plain object of the fields given. */
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
export type UserResourceInfoResourceTypeEnum = (typeof UserResourceInfoResourceTypeEnum)[keyof typeof UserResourceInfoResourceTypeEnum] | ''

/** The outcome and the data. */
export interface QueryUserProfileResponseResponseBody {
  /** Whether it worked. */
  resultInfo: ResultInfo
  /** One entry for each piece of data that was asked for and may be told. On success. */
  userResourceInfos?: Array<UserResourceInfo> | undefined
}

/** Makes a plain object of the fields given. */
export const QueryUserProfileResponseResponseBody: ModelConstructor<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)

/** The answer proper. */
export interface QueryUserProfileResponseResponse {
  /** Who answers what, and when. */
  head: QueryUserProfileResponseResponseHead
  /** The outcome and the data. */
  body: QueryUserProfileResponseResponseBody
}

/** Makes a plain object of the fields given. */
export const QueryUserProfileResponseResponse: ModelConstructor<QueryUserProfileResponseResponse> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE_RESPONSE)

/** The answer, a signed envelope too. HTTP status 200 does not mean success: see `response.body.resultInfo`. */
export interface QueryUserProfileResponse {
  /** What was answered. On the wire it is the part that is signed. */
  response: QueryUserProfileResponseResponse
  /** Base64 of DANA's RSA signature over the JSON text of `response`. DANA's client never verifies it. */
  signature?: string | undefined
}

/** Makes a plain object of the fields given. */
export const QueryUserProfileResponse: ModelConstructor<QueryUserProfileResponse> = /* @__PURE__ */ constructible(QUERY_USER_PROFILE_RESPONSE)

/** More on a payment method. */
export interface PayOptionDetailAdditionalInfo {
  /** Whether the user tops the balance up and pays in one go. A boolean. */
  topupAndPay?: boolean | undefined
  /** The payer's account number, at most 64 characters. */
  payerAccountNo?: string | undefined
  /** Whether the card is saved after the payment. A boolean. */
  saveCardAfterPay?: boolean | undefined
  /** Data for the payment channel, as one text; at most 4096 characters. */
  channelInfo?: string | undefined
  /** The country of the card's issuer, at most 8 characters. */
  issuingCountry?: string | undefined
  /** The kind of asset that is paid with, at most 64 characters. */
  assetType?: string | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
}

/** A payment method that the order is to be paid with. */
export interface PayOptionDetail {
  /** The method, such as `BALANCE`; at most 64 characters. PayOptionInfo lists the known ones; here it is free text. */
  payMethod: string
  /** Which bank or provider within the method, at most 64 characters. Mandatory in the type; a client in production sends `DANA` beside `BALANCE`. */
  payOption: string
  /** How much is paid by this method. */
  transAmount?: Money | undefined
  /** The fee for this method. */
  feeAmount?: Money | undefined
  /** The token of a saved card, at most 64 characters. */
  cardToken?: string | undefined
  /** A token of the merchant's, at most 64 characters. */
  merchantToken?: string | undefined
  /** More on this method. */
  additionalInfo?: PayOptionDetailAdditionalInfo | undefined
}

/** What kind of service is paid for. */
export interface ServiceInfo {
  /**
   * The kind:
   *
   * - `PARKING`: parking
   * - `INVESTMENT`: an investment
   */
  serviceType?: ServiceInfoServiceTypeEnum | undefined
  /**
   * The scenario within the kind:
   *
   * - `SCAN_AND_PAY`: scan, then pay
   * - `EXIT_AND_PAY`: pay when leaving
   * - `EMAS_PURCHASE`: a purchase of gold
   */
  serviceScenario?: ServiceInfoServiceScenarioEnum | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
}

/** What `serviceType` of {@link ServiceInfo} may say. */
export const ServiceInfoServiceTypeEnum = {
  Parking: 'PARKING',
  Investment: 'INVESTMENT'
} as const
export type ServiceInfoServiceTypeEnum = (typeof ServiceInfoServiceTypeEnum)[keyof typeof ServiceInfoServiceTypeEnum] | ''

/** What `serviceScenario` of {@link ServiceInfo} may say. */
export const ServiceInfoServiceScenarioEnum = {
  ScanAndPay: 'SCAN_AND_PAY',
  ExitAndPay: 'EXIT_AND_PAY',
  EmasPurchase: 'EMAS_PURCHASE'
} as const
export type ServiceInfoServiceScenarioEnum = (typeof ServiceInfoServiceScenarioEnum)[keyof typeof ServiceInfoServiceScenarioEnum] | ''

/** An exchange rate. */
export interface InternationalOrderInfoExchangeRate {
  /** The rate, a decimal text. */
  rate?: string | undefined
  /** Which currency is exchanged for which. */
  exchangeRelation?: string | undefined
}

/** A promotion that is applied to a payment. */
export interface PaymentPromoInfo {
  /** The promotion's id, at most 128 characters. */
  promoId: string
  /** The promotion's name, at most 128 characters. */
  promoName: string
  /**
   * What the user gets:
   *
   * - `CASH_BACK`: money back after the payment
   * - `DISCOUNT`: a lower price
   * - `VOUCHER`: a voucher
   * - `POINT`: points
   */
  promoType: PaymentPromoInfoPromoTypeEnum
  /** What the user saves. */
  savingsAmount: Money
}

/** What `promoType` of {@link PaymentPromoInfo} may say. */
export const PaymentPromoInfoPromoTypeEnum = {
  CashBack: 'CASH_BACK',
  Discount: 'DISCOUNT',
  Voucher: 'VOUCHER',
  Point: 'POINT'
} as const
export type PaymentPromoInfoPromoTypeEnum = (typeof PaymentPromoInfoPromoTypeEnum)[keyof typeof PaymentPromoInfoPromoTypeEnum] | ''

/** A promotion that is applied to a refund. */
export interface RefundPromoInfo {
  /** The promotion's id, at most 128 characters. */
  promoId: string
  /** The promotion's name, at most 128 characters. */
  promoName: string
  /**
   * What the user gets:
   *
   * - `CASH_BACK`: money back after the payment
   * - `DISCOUNT`: a lower price
   * - `VOUCHER`: a voucher
   * - `POINT`: points
   */
  promoType: RefundPromoInfoPromoTypeEnum
  /** What is given back. */
  refundAmount: Money
}

/** What `promoType` of {@link RefundPromoInfo} may say. */
export const RefundPromoInfoPromoTypeEnum = {
  CashBack: 'CASH_BACK',
  Discount: 'DISCOUNT',
  Voucher: 'VOUCHER',
  Point: 'POINT'
} as const
export type RefundPromoInfoPromoTypeEnum = (typeof RefundPromoInfoPromoTypeEnum)[keyof typeof RefundPromoInfoPromoTypeEnum] | ''

/** An order in another currency. */
export interface InternationalOrderInfo {
  /** The amount in the currency of the order. */
  originOrderAmount?: Money | undefined
  /** The rate between that currency and the rupiah. */
  exchangeRate?: InternationalOrderInfoExchangeRate | undefined
  /** The amount in all. */
  totalAmount?: Money | undefined
  /** A promotion on the payment. */
  paymentPromoInfo?: PaymentPromoInfo | undefined
  /** A promotion that a refund gives back. */
  refundPromoInfo?: RefundPromoInfo | undefined
}

/** What is bought. */
export interface Order {
  /** Who buys. */
  buyer?: Buyer | undefined
  /** Who sells. */
  seller?: Seller | undefined
  /** What the user reads on the page as the name of the order, at most 64 characters. */
  orderTitle: string
  /** The merchant's own kind of transaction, at most 64 characters. */
  merchantTransType?: string | undefined
  /** A note to the order, at most 64 characters. */
  orderMemo?: string | undefined
  /** When the order was made at the merchant. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  createdTime?: string | undefined
  /** What is in the order. */
  goods?: Array<Goods> | undefined
  /** Where it is sent. */
  shippingInfo?: Array<ShippingInfo> | undefined
  /** For an order in another currency: the amount there, the rate and promotions. */
  internationalOrderInfo?: InternationalOrderInfo | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
}

/** The order itself, and from where it comes. */
export interface WidgetPaymentRequestAdditionalInfo {
  /** `"true"`, a text, to get a checkout URL that opens the DANA app. DANA's documents call it mandatory from 31 July 2026. */
  supportDeepLinkCheckoutUrl?: string | undefined
  /** The user's phone number, at most 64 characters. */
  phoneNumber?: string | undefined
  /** The user's stable id from applyToken's `additionalInfo.userInfo.publicUserId`, at most 64 characters. */
  publicUserId?: string | undefined
  /** Which of DANA's products is used, at most 32 characters. DANA tells it; its acceptance tests use `51051000100000000001`. */
  productCode: string
  /** What kind of service is paid for, where DANA wants to know. */
  serviceInfo?: ServiceInfo | undefined
  /** What is bought. */
  order: Order
  /** The merchant's category code, such as `5732`; at most 64 characters. */
  mcc: string
  /** On which device and terminal the order was made. */
  envInfo: EnvInfo
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
}

/** An order to be paid on DANA's page. */
export interface WidgetPaymentRequest {
  /** The merchant's own reference of the order, at most 64 characters. With `merchantId` it is the idempotency key: the same one with the same content answers success again, with another content 4045418. Store it before you send. */
  partnerReferenceNo: string
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. */
  merchantId: string
  /** The division (sub-merchant) for which the merchant acts: its external division id, at most 32 characters. A shop's id here is refused. */
  subMerchantId?: string | undefined
  /** What the user is to pay, in whole. In the sandbox at most 20,000,000; some amounts choose the answer there. */
  amount: Money
  /** The merchant's id of the store, at most 64 characters. It has to be registered at DANA, else the answer is case 08 of status 404 (Invalid Merchant). */
  externalStoreId?: string | undefined
  /** Until when the order can be paid; closed after that. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. In the sandbox at most 30 minutes ahead, which the client checks; not in production. Send the same one when you repeat a request. */
  validUpTo: string
  /** Where the payment starts, such as `Mobile App`; at most 20 characters. */
  pointOfInitiation?: string | undefined
  /** Payment methods that the page must not offer, joined by commas, such as `CREDIT_CARD`; at most 64 characters in all. */
  disabledPayMethods?: string | undefined
  /** The payment methods that the order is to be paid with, and how much by each. */
  payOptionDetails?: Array<PayOptionDetail> | undefined
  /** The order itself, and from where it comes. */
  additionalInfo: WidgetPaymentRequestAdditionalInfo
  /** Where the user is sent and where the notification goes. One entry of type `PAY_RETURN` is mandatory by DANA's documents, though the type does not say so. */
  urlParams?: Array<UrlParam> | undefined
}

/** Where the order is paid. */
export interface WidgetPaymentResponse {
  /** Seven digits: HTTP status, service, case. `2005400` is success. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** DANA's reference of the order, a long text of digits that starts with the date; at most 64 characters. On success only. Later requests call it `originalReferenceNo`. */
  referenceNo?: string | undefined
  /** The request's `partnerReferenceNo`. Typed as mandatory; a failure may lack it. */
  partnerReferenceNo: string
  /** DANA's checkout page for this order, at most 2048 characters; send the user there. On success only. Append `ott` to spare the login; change nothing else in it, since it is signed. */
  webRedirectUrl?: string | undefined
  /** Further data, a free map; in the sandbox the reason of a failure in `debugMessage`. */
  additionalInfo?: { [key: string]: any } | undefined
}

/** Makes a plain object of the fields given. */
export const WidgetPaymentResponse: ModelConstructor<WidgetPaymentResponse> = /* @__PURE__ */ constructible(WIDGET_PAYMENT_RESPONSE)

/** Which order is asked for. Give one of the three references. */
export interface QueryPaymentRequest {
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. The one to prefer: it is known even where widgetPayment was never answered. */
  originalPartnerReferenceNo?: string | undefined
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** The service whose order is asked for, two digits: `54` for widget and payment-gateway orders (`47` QRIS shown by the merchant, `60` QRIS shown by the user). Sandbox: `AZ` brings 5005501. */
  serviceCode: string
  /** When the order was made. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  transactionDate?: string | undefined
  /** The order's amount. */
  amount?: Money | undefined
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. */
  merchantId: string
  /** The division (sub-merchant) for which the merchant acts: its external division id, at most 32 characters. A shop's id here is refused. */
  subMerchantId?: string | undefined
  /** The merchant's id of the store, at most 64 characters. It has to be registered at DANA, else the answer is case 08 of status 404 (Invalid Merchant). */
  externalStoreId?: string | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** An order's amounts. */
export interface AmountDetail {
  /** What was ordered. */
  orderAmount: Money
  /** What was paid. */
  payAmount?: Money | undefined
  /** What was voided, that is, given back by cancelling. */
  voidAmount?: Money | undefined
  /** What the merchant confirmed. */
  confirmAmount?: Money | undefined
  /** What was refunded, in all. */
  refundAmount?: Money | undefined
  /** What was charged back. */
  chargebackAmount?: Money | undefined
  /** What was charged as a fee. */
  chargeAmount?: Money | undefined
}

/** Makes a plain object of the fields given. */
export const AmountDetail: ModelConstructor<AmountDetail> = /* @__PURE__ */ constructible(AMOUNT_DETAIL)

/** An order's times. */
export interface TimeDetail {
  /** When the order was created. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  createdTime: string
  /** Until when it could be paid: the `validUpTo` of its request. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  expiryTime: string
  /** When it was paid; one entry for each payment. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  paidTimes?: Array<string> | undefined
  /** When the merchant confirmed it; one entry for each time. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  confirmedTimes?: Array<string> | undefined
  /** When it was cancelled. Present once it is. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  cancelledTime?: string | undefined
}

/** Makes a plain object of the fields given. */
export const TimeDetail: ModelConstructor<TimeDetail> = /* @__PURE__ */ constructible(TIME_DETAIL)

/** One way in which the order was paid, and how much of it. An order can be paid in several ways at once, such as a coupon and the balance. A notification has a model of the same name with fewer values. */
export interface PayOptionInfo {
  /**
   * How it was paid; at most 64 characters:
   *
   * - `BALANCE`: the DANA balance
   * - `COUPON`: a coupon
   * - `NET_BANKING`: internet banking
   * - `CREDIT_CARD`, `DEBIT_CARD`: a card
   * - `VIRTUAL_ACCOUNT`: a bank transfer to a virtual account
   * - `OTC`: cash over the counter
   * - `DIRECT_DEBIT_CREDIT_CARD`, `DIRECT_DEBIT_DEBIT_CARD`: direct debit of a card
   * - `ONLINE_CREDIT`, `LOAN_CREDIT`: credit
   * - `NETWORK_PAY`: another provider's wallet, shop or code
   * - `CARD`: a card
   */
  payMethod: PayOptionInfoPayMethodEnum
  /** Which bank or provider, where the method has several; the name says it: `VIRTUAL_ACCOUNT_BCA` is a virtual account at BCA, `NETWORK_PAY_PG_GOPAY` is GoPay. At most 64 characters; may be left out for methods such as `BALANCE`. Expect values that are not in this list: DANA adds to it from version to version. */
  payOption?: PayOptionInfoPayOptionEnum | undefined
  /** How much was paid in this way. */
  payAmount?: Money | undefined
  /** How much of the transaction this way covers. */
  transAmount?: Money | undefined
  /** What was charged for paying in this way. */
  chargeAmount?: Money | undefined
  /** Further data on the bill of this way, as one text, usually JSON; at most 4096 characters. */
  payOptionBillExtendInfo?: string | undefined
  /** Further data as one text, usually JSON; at most 4096 characters. What is in it is not documented. */
  extendInfo?: string | undefined
  /** The code with which the user pays, such as the number of a virtual account. */
  paymentCode?: string | undefined
}

/** Makes a plain object of the fields given. */
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
export type PayOptionInfoPayOptionEnum = (typeof PayOptionInfoPayOptionEnum)[keyof typeof PayOptionInfoPayOptionEnum] | ''

/** One payment of an order. */
export interface PaymentView {
  /** The id of the cashier's request, at most 64 characters. */
  cashierRequestId?: string | undefined
  /** When it was paid. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  paidTime?: string | undefined
  /** How it was paid; one entry for each method. */
  payOptionInfos?: Array<PayOptionInfo> | undefined
  /** Further data of the payment's request, as one text; at most 4096 characters. */
  payRequestExtendInfo?: string | undefined
  /** Further data as one text, usually JSON; at most 4096 characters. What is in it is not documented. */
  extendInfo?: string | undefined
}

/** Makes a plain object of the fields given. */
export const PaymentView: ModelConstructor<PaymentView> = /* @__PURE__ */ constructible(PAYMENT_VIEW)

/** An order's state in DANA's own words. */
export interface StatusDetail {
  /**
   * The state, at most 64 characters:
   *
   * - `INIT`: created, not paid yet
   * - `SUCCESS`: paid
   * - `CLOSED`: closed
   * - `PAYING`: being paid
   * - `MERCHANT_ACCEPT`: accepted by the merchant after it was paid, in the PAY-CONFIRM product
   * - `CANCELLED`: cancelled
   */
  acquirementStatus: StatusDetailAcquirementStatusEnum
  /** Whether the order is frozen: `"true"` or `"false"`, a text. */
  frozen?: string | undefined
  /** Whether the order is cancelled: `"true"` or `"false"`, a text. */
  cancelled?: string | undefined
}

/** Makes a plain object of the fields given. */
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
export type StatusDetailAcquirementStatusEnum = (typeof StatusDetailAcquirementStatusEnum)[keyof typeof StatusDetailAcquirementStatusEnum] | ''

/** The virtual account by which an order is paid. */
export interface VirtualAccountInfo {
  /** Its number, to which the user transfers; at most 64 characters. */
  virtualAccountCode: string
  /** Until when the user can transfer to it. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  virtualAccountExpiryTime: string
  /** A signature by DANA. What it covers is not documented. */
  signature: string
}

/** Makes a plain object of the fields given. */
export const VirtualAccountInfo: ModelConstructor<VirtualAccountInfo> = /* @__PURE__ */ constructible(VIRTUAL_ACCOUNT_INFO)

/** An order in detail. */
export interface QueryPaymentResponseAdditionalInfo {
  /** The merchant's id at DANA, at most 64 characters. */
  merchantId?: string | undefined
  /** Who bought. */
  buyer?: Buyer | undefined
  /** Who sold. */
  seller?: Seller | undefined
  /** The amounts: ordered, paid, refunded and more. */
  amountDetail?: AmountDetail | undefined
  /** The times: created, paid, cancelled and more. */
  timeDetail?: TimeDetail | undefined
  /** What was bought. */
  goods?: Array<Goods> | undefined
  /** Where it was sent. */
  shippingInfo?: Array<ShippingInfo> | undefined
  /** The note to the order, at most 64 characters. */
  orderMemo?: string | undefined
  /** The payments of the order, one entry for each. */
  paymentViews?: Array<PaymentView> | undefined
  /** Further data as one text, usually JSON; at most 4096 characters. What is in it is not documented. */
  extendInfo?: string | undefined
  /** The order's state in DANA's own words. */
  statusDetail?: StatusDetail | undefined
  /** Why the order was closed, at most 128 characters. Present once it is. */
  closeReason?: string | undefined
  /** The virtual account by which the order is paid, where it is paid so. */
  virtualAccountInfo?: VirtualAccountInfo | undefined
}

/** Makes a plain object of the fields given. */
export const QueryPaymentResponseAdditionalInfo: ModelConstructor<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ constructible(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)

/** An order's state. `responseCode` says that the question was answered; `latestTransactionStatus` says what became of the order. */
export interface QueryPaymentResponse {
  /** Seven digits: HTTP status, service, case. `2005500` is success. That does not mean that the order is paid. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. */
  originalPartnerReferenceNo?: string | undefined
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 32 characters here, although an `X-EXTERNAL-ID` may have 36. */
  originalExternalId?: string | undefined
  /** The request's `serviceCode`: `54`. */
  serviceCode: string
  /**
   * What became of the order:
   *
   * - `00`: paid; final
   * - `01`: created, not paid yet
   * - `02`: being paid. Treat it as paid, but not as final: ask again before you ship.
   * - `05`: cancelled or expired; final
   * - `07`: not found
   *
   * The SNAP standard has more: `03` pending, `04` refunded, `06` failed. Take a value that you don't know for
   * "not final".
   */
  latestTransactionStatus: string
  /** The state in a word: `SUCCESS`, `INIT`, `PAYING`, `CANCELLED` were seen. At most 50 characters; decide by `latestTransactionStatus`. */
  transactionStatusDesc?: string | undefined
  /** The response code that the order's own request got, at most 7 characters. */
  originalResponseCode?: string | undefined
  /** The response message that the order's own request got, at most 150 characters. */
  originalResponseMessage?: string | undefined
  /** The user's session, at most 25 characters. */
  sessionId?: string | undefined
  /** The id of a request, at most 25 characters. Mind the capital `ID`. */
  requestID?: string | undefined
  /** The amount of the transaction. */
  transAmount?: Money | undefined
  /** The order's amount. */
  amount?: Money | undefined
  /** The fee. */
  feeAmount?: Money | undefined
  /** When the order was paid. Present once it is. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  paidTime?: string | undefined
  /** The order's title, at most 256 characters. */
  title?: string | undefined
  /** The order in detail: amounts, times, goods, how it was paid. */
  additionalInfo?: QueryPaymentResponseAdditionalInfo | undefined
}

/** Makes a plain object of the fields given. */
export const QueryPaymentResponse: ModelConstructor<QueryPaymentResponse> = /* @__PURE__ */ constructible(QUERY_PAYMENT_RESPONSE)

/** Which order is cancelled. */
export interface CancelOrderRequest {
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. Mandatory: without it the answer is 4005702. In the sandbox it may be the wanted response code, such as `4035714`. */
  originalPartnerReferenceNo: string
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. */
  merchantId: string
  /** The division (sub-merchant) for which the merchant acts: its external division id, at most 32 characters. A shop's id here is refused. */
  subMerchantId?: string | undefined
  /** Why, for people to read; at most 256 characters. */
  reason?: string | undefined
  /** The merchant's id of the store, at most 64 characters. It has to be registered at DANA, else the answer is case 08 of status 404 (Invalid Merchant). */
  externalStoreId?: string | undefined
  /** The order's amount. A cancellation always gives back the whole of it. */
  amount?: Money | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Whether the order is cancelled. */
export interface CancelOrderResponse {
  /** Seven digits: HTTP status, service, case. `2005700` is success. `2025700` says that it is being worked on. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. Typed as mandatory; a failure may lack it. */
  originalPartnerReferenceNo: string
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** When it was cancelled. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  cancelTime?: string | undefined
  /** When the order was made. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  transactionDate?: string | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Makes a plain object of the fields given. */
export const CancelOrderResponse: ModelConstructor<CancelOrderResponse> = /* @__PURE__ */ constructible(CANCEL_ORDER_RESPONSE)

/** More on a refund. */
export interface RefundOrderRequestAdditionalInfo {
  /** The account that the refund is paid out from or to, at most 64 characters. Not documented further. */
  payoutAccountNo?: string | undefined
  /** When the refund was asked for, at most 25 characters. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  refundAppliedTime?: string | undefined
  /** What kind of person or system asked for the refund, at most 64 characters. */
  actorType?: string | undefined
  /** Whether the payer gets the charge back too; a text, at most 64 characters. */
  returnChargeToPayer?: string | undefined
  /** Where the money goes, at most 64 characters. Which values there are is not documented. */
  destination?: string | undefined
  /** Where the refund was made. Mandatory within `additionalInfo`, and a plain object here, not an EnvInfo; `{}` is taken. */
  envInfo: object
  /** Data for an audit, a plain object. */
  auditInfo?: object | undefined
  /** Who asked for the refund, a plain object. */
  actorContext?: object | undefined
  /** How much goes back by which method: plain objects, such as `{"payMethod": "BALANCE", "transAmount": {…}}`. */
  refundOptionBill?: Array<object> | undefined
  /** Further data of your own, as one text, usually JSON; at most 4096 characters. */
  extendInfo?: string | undefined
  /** Whether the refund may be done after the answer (2025800): `"true"` or `"false"`, a text of at most 5 characters. */
  asyncRefund?: string | undefined
}

/** What is given back, of which order. */
export interface RefundOrderRequest {
  /** The merchant's id at DANA, at most 64 characters. DANA issues it; it is not the partner id of the headers. */
  merchantId: string
  /** The division (sub-merchant) for which the merchant acts: its external division id, at most 32 characters. A shop's id here is refused. */
  subMerchantId?: string | undefined
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. */
  originalPartnerReferenceNo: string
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** The number of the capture that is refunded, at most 64 characters. */
  originalCaptureNo?: string | undefined
  /** The merchant's own number of this refund, at most 64 characters: the refund's idempotency key. The same number with the same content refunds once, however often it is sent; another number refunds again. Store it before you send. */
  partnerRefundNo: string
  /** How much is given back: the whole order or a part. In the sandbox some amounts choose the answer. */
  refundAmount: Money
  /** The merchant's id of the store, at most 64 characters. It has to be registered at DANA, else the answer is case 08 of status 404 (Invalid Merchant). */
  externalStoreId?: string | undefined
  /** Why, for people to read; at most 256 characters. */
  reason?: string | undefined
  /** More on the refund. Optional; where it is given, it needs `envInfo`, be it `{}`. */
  additionalInfo?: RefundOrderRequestAdditionalInfo | undefined
}

/** Whether the money is given back. */
export interface RefundOrderResponse {
  /** Seven digits: HTTP status, service, case. `2005800` is success. `2025800` says that it is being worked on. Present in every answer. */
  responseCode: string
  /** The code in words, at most 150 characters. For a person to read; the sandbox may append hints, so decide by `responseCode`. */
  responseMessage: string
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. */
  originalReferenceNo?: string | undefined
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. Typed as mandatory; a failure may lack it. */
  originalPartnerReferenceNo: string
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** The request's `originalCaptureNo`, at most 64 characters. */
  originalCaptureNo?: string | undefined
  /** DANA's number of the refund, at most 64 characters. */
  refundNo?: string | undefined
  /** The request's `partnerRefundNo`. Typed as mandatory; a failure may lack it. */
  partnerRefundNo: string
  /** What is given back. Typed as mandatory; a failure may lack it. */
  refundAmount: Money
  /** When it was given back. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  refundTime?: string | undefined
  /** Further data, a free object. */
  additionalInfo?: object | undefined
}

/** Makes a plain object of the fields given. */
export const RefundOrderResponse: ModelConstructor<RefundOrderResponse> = /* @__PURE__ */ constructible(REFUND_ORDER_RESPONSE)
