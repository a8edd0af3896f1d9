// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { fromJson } from '../models/from-json.js'
import { instanceOf } from '../models/instance-of.js'
import type { ValidationErrorContext } from '../models/model.js'
import { toJson } from '../models/to-json.js'
import { validateModel } from '../models/validate-model.js'
import type {
  AccountInfo,
  AccountUnbindingRequest,
  AccountUnbindingRequestAdditionalInfo,
  AccountUnbindingResponse,
  AmountDetail,
  ApplyOTTRequest,
  ApplyOTTRequestAdditionalInfo,
  ApplyOTTResponse,
  ApplyOTTResponseUserResourcesInner,
  ApplyTokenAuthorizationCodeRequest,
  ApplyTokenBaseRequest,
  ApplyTokenRefreshTokenRequest,
  ApplyTokenRequest,
  ApplyTokenResponse,
  ApplyTokenResponseAdditionalInfo,
  ApplyTokenResponseAdditionalInfoUserInfo,
  BalanceInquiryRequest,
  BalanceInquiryRequestAdditionalInfo,
  BalanceInquiryResponse,
  Buyer,
  CancelOrderRequest,
  CancelOrderResponse,
  EnvInfo,
  Goods,
  InternationalOrderInfo,
  InternationalOrderInfoExchangeRate,
  Money,
  Oauth2UrlData,
  Oauth2UrlDataSeamlessData,
  Order,
  PayOptionDetail,
  PayOptionDetailAdditionalInfo,
  PayOptionInfo,
  PaymentPromoInfo,
  PaymentView,
  QueryPaymentRequest,
  QueryPaymentResponse,
  QueryPaymentResponseAdditionalInfo,
  QueryUserProfileRequest,
  QueryUserProfileResponse,
  QueryUserProfileResponseResponse,
  QueryUserProfileResponseResponseBody,
  QueryUserProfileResponseResponseHead,
  RefundOrderRequest,
  RefundOrderRequestAdditionalInfo,
  RefundOrderResponse,
  RefundPromoInfo,
  ResultInfo,
  Seller,
  ServiceInfo,
  ShippingInfo,
  StatusDetail,
  TimeDetail,
  UrlParam,
  UserResourceInfo,
  VirtualAccountInfo,
  WidgetPaymentRequest,
  WidgetPaymentRequestAdditionalInfo,
  WidgetPaymentResponse
} from './widget-models.js'
import {
  ACCOUNT_INFO,
  ACCOUNT_UNBINDING_REQUEST,
  ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO,
  ACCOUNT_UNBINDING_RESPONSE,
  AMOUNT_DETAIL,
  APPLY_OTT_REQUEST,
  APPLY_OTT_REQUEST_ADDITIONAL_INFO,
  APPLY_OTT_RESPONSE,
  APPLY_OTT_RESPONSE_USER_RESOURCES_INNER,
  APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST,
  APPLY_TOKEN_BASE_REQUEST,
  APPLY_TOKEN_REFRESH_TOKEN_REQUEST,
  APPLY_TOKEN_REQUEST,
  APPLY_TOKEN_RESPONSE,
  APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO,
  APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO,
  BALANCE_INQUIRY_REQUEST,
  BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO,
  BALANCE_INQUIRY_RESPONSE,
  BUYER,
  CANCEL_ORDER_REQUEST,
  CANCEL_ORDER_RESPONSE,
  ENV_INFO,
  GOODS,
  INTERNATIONAL_ORDER_INFO,
  INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE,
  MONEY,
  OAUTH2_URL_DATA,
  OAUTH2_URL_DATA_SEAMLESS_DATA,
  ORDER,
  PAYMENT_PROMO_INFO,
  PAYMENT_VIEW,
  PAY_OPTION_DETAIL,
  PAY_OPTION_DETAIL_ADDITIONAL_INFO,
  PAY_OPTION_INFO,
  QUERY_PAYMENT_REQUEST,
  QUERY_PAYMENT_RESPONSE,
  QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO,
  QUERY_USER_PROFILE_REQUEST,
  QUERY_USER_PROFILE_RESPONSE,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY,
  QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD,
  REFUND_ORDER_REQUEST,
  REFUND_ORDER_REQUEST_ADDITIONAL_INFO,
  REFUND_ORDER_RESPONSE,
  REFUND_PROMO_INFO,
  RESULT_INFO,
  SELLER,
  SERVICE_INFO,
  SHIPPING_INFO,
  STATUS_DETAIL,
  TIME_DETAIL,
  URL_PARAM,
  USER_RESOURCE_INFO,
  VIRTUAL_ACCOUNT_INFO,
  WIDGET_PAYMENT_REQUEST,
  WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO,
  WIDGET_PAYMENT_RESPONSE
} from './widget-tables.js'

/** Whether the value has all mandatory fields of a {@link Money}. */
export function instanceOfMoney(value: object): value is Money {
  return instanceOf(MONEY, value)
}
/** Reads a {@link Money} from parsed JSON. */
export function MoneyFromJSON(json: any): Money {
  return fromJson(MONEY, json) as Money
}
/** The same as {@link MoneyFromJSON}. */
export function MoneyFromJSONTyped(json: any, ignoreDiscriminator: boolean): Money {
  return fromJson(MONEY, json) as Money
}
/** Builds what goes over the wire for a {@link Money}. */
export function MoneyToJSON(json: any): Money {
  return toJson(MONEY, json) as Money
}
/** The same as {@link MoneyToJSON}. */
export function MoneyToJSONTyped(value?: Money | null, ignoreDiscriminator?: boolean): any {
  return toJson(MONEY, value)
}
/** The limits of a {@link Money} that the value breaks. */
export function validateMoney(value: Money): ValidationErrorContext[] {
  return validateModel(MONEY, value)
}

/** Whether the value has all mandatory fields of a {@link UrlParam}. */
export function instanceOfUrlParam(value: object): value is UrlParam {
  return instanceOf(URL_PARAM, value)
}
/** Reads a {@link UrlParam} from parsed JSON. */
export function UrlParamFromJSON(json: any): UrlParam {
  return fromJson(URL_PARAM, json) as UrlParam
}
/** The same as {@link UrlParamFromJSON}. */
export function UrlParamFromJSONTyped(json: any, ignoreDiscriminator: boolean): UrlParam {
  return fromJson(URL_PARAM, json) as UrlParam
}
/** Builds what goes over the wire for a {@link UrlParam}. */
export function UrlParamToJSON(json: any): UrlParam {
  return toJson(URL_PARAM, json) as UrlParam
}
/** The same as {@link UrlParamToJSON}. */
export function UrlParamToJSONTyped(value?: UrlParam | null, ignoreDiscriminator?: boolean): any {
  return toJson(URL_PARAM, value)
}
/** The limits of a {@link UrlParam} that the value breaks. */
export function validateUrlParam(value: UrlParam): ValidationErrorContext[] {
  return validateModel(URL_PARAM, value)
}

/** Whether the value has all mandatory fields of a {@link EnvInfo}. */
export function instanceOfEnvInfo(value: object): value is EnvInfo {
  return instanceOf(ENV_INFO, value)
}
/** Reads a {@link EnvInfo} from parsed JSON. */
export function EnvInfoFromJSON(json: any): EnvInfo {
  return fromJson(ENV_INFO, json) as EnvInfo
}
/** The same as {@link EnvInfoFromJSON}. */
export function EnvInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): EnvInfo {
  return fromJson(ENV_INFO, json) as EnvInfo
}
/** Builds what goes over the wire for a {@link EnvInfo}. */
export function EnvInfoToJSON(json: any): EnvInfo {
  return toJson(ENV_INFO, json) as EnvInfo
}
/** The same as {@link EnvInfoToJSON}. */
export function EnvInfoToJSONTyped(value?: EnvInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(ENV_INFO, value)
}
/** The limits of a {@link EnvInfo} that the value breaks. */
export function validateEnvInfo(value: EnvInfo): ValidationErrorContext[] {
  return validateModel(ENV_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link Buyer}. */
export function instanceOfBuyer(value: object): value is Buyer {
  return instanceOf(BUYER, value)
}
/** Reads a {@link Buyer} from parsed JSON. */
export function BuyerFromJSON(json: any): Buyer {
  return fromJson(BUYER, json) as Buyer
}
/** The same as {@link BuyerFromJSON}. */
export function BuyerFromJSONTyped(json: any, ignoreDiscriminator: boolean): Buyer {
  return fromJson(BUYER, json) as Buyer
}
/** Builds what goes over the wire for a {@link Buyer}. */
export function BuyerToJSON(json: any): Buyer {
  return toJson(BUYER, json) as Buyer
}
/** The same as {@link BuyerToJSON}. */
export function BuyerToJSONTyped(value?: Buyer | null, ignoreDiscriminator?: boolean): any {
  return toJson(BUYER, value)
}
/** The limits of a {@link Buyer} that the value breaks. */
export function validateBuyer(value: Buyer): ValidationErrorContext[] {
  return validateModel(BUYER, value)
}

/** Whether the value has all mandatory fields of a {@link Seller}. */
export function instanceOfSeller(value: object): value is Seller {
  return instanceOf(SELLER, value)
}
/** Reads a {@link Seller} from parsed JSON. */
export function SellerFromJSON(json: any): Seller {
  return fromJson(SELLER, json) as Seller
}
/** The same as {@link SellerFromJSON}. */
export function SellerFromJSONTyped(json: any, ignoreDiscriminator: boolean): Seller {
  return fromJson(SELLER, json) as Seller
}
/** Builds what goes over the wire for a {@link Seller}. */
export function SellerToJSON(json: any): Seller {
  return toJson(SELLER, json) as Seller
}
/** The same as {@link SellerToJSON}. */
export function SellerToJSONTyped(value?: Seller | null, ignoreDiscriminator?: boolean): any {
  return toJson(SELLER, value)
}
/** The limits of a {@link Seller} that the value breaks. */
export function validateSeller(value: Seller): ValidationErrorContext[] {
  return validateModel(SELLER, value)
}

/** Whether the value has all mandatory fields of a {@link Goods}. */
export function instanceOfGoods(value: object): value is Goods {
  return instanceOf(GOODS, value)
}
/** Reads a {@link Goods} from parsed JSON. */
export function GoodsFromJSON(json: any): Goods {
  return fromJson(GOODS, json) as Goods
}
/** The same as {@link GoodsFromJSON}. */
export function GoodsFromJSONTyped(json: any, ignoreDiscriminator: boolean): Goods {
  return fromJson(GOODS, json) as Goods
}
/** Builds what goes over the wire for a {@link Goods}. */
export function GoodsToJSON(json: any): Goods {
  return toJson(GOODS, json) as Goods
}
/** The same as {@link GoodsToJSON}. */
export function GoodsToJSONTyped(value?: Goods | null, ignoreDiscriminator?: boolean): any {
  return toJson(GOODS, value)
}
/** The limits of a {@link Goods} that the value breaks. */
export function validateGoods(value: Goods): ValidationErrorContext[] {
  return validateModel(GOODS, value)
}

/** Whether the value has all mandatory fields of a {@link ShippingInfo}. */
export function instanceOfShippingInfo(value: object): value is ShippingInfo {
  return instanceOf(SHIPPING_INFO, value)
}
/** Reads a {@link ShippingInfo} from parsed JSON. */
export function ShippingInfoFromJSON(json: any): ShippingInfo {
  return fromJson(SHIPPING_INFO, json) as ShippingInfo
}
/** The same as {@link ShippingInfoFromJSON}. */
export function ShippingInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ShippingInfo {
  return fromJson(SHIPPING_INFO, json) as ShippingInfo
}
/** Builds what goes over the wire for a {@link ShippingInfo}. */
export function ShippingInfoToJSON(json: any): ShippingInfo {
  return toJson(SHIPPING_INFO, json) as ShippingInfo
}
/** The same as {@link ShippingInfoToJSON}. */
export function ShippingInfoToJSONTyped(value?: ShippingInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(SHIPPING_INFO, value)
}
/** The limits of a {@link ShippingInfo} that the value breaks. */
export function validateShippingInfo(value: ShippingInfo): ValidationErrorContext[] {
  return validateModel(SHIPPING_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link Oauth2UrlDataSeamlessData}. */
export function instanceOfOauth2UrlDataSeamlessData(value: object): value is Oauth2UrlDataSeamlessData {
  return instanceOf(OAUTH2_URL_DATA_SEAMLESS_DATA, value)
}
/** Reads a {@link Oauth2UrlDataSeamlessData} from parsed JSON. */
export function Oauth2UrlDataSeamlessDataFromJSON(json: any): Oauth2UrlDataSeamlessData {
  return fromJson(OAUTH2_URL_DATA_SEAMLESS_DATA, json) as Oauth2UrlDataSeamlessData
}
/** The same as {@link Oauth2UrlDataSeamlessDataFromJSON}. */
export function Oauth2UrlDataSeamlessDataFromJSONTyped(json: any, ignoreDiscriminator: boolean): Oauth2UrlDataSeamlessData {
  return fromJson(OAUTH2_URL_DATA_SEAMLESS_DATA, json) as Oauth2UrlDataSeamlessData
}
/** Builds what goes over the wire for a {@link Oauth2UrlDataSeamlessData}. */
export function Oauth2UrlDataSeamlessDataToJSON(json: any): Oauth2UrlDataSeamlessData {
  return toJson(OAUTH2_URL_DATA_SEAMLESS_DATA, json) as Oauth2UrlDataSeamlessData
}
/** The same as {@link Oauth2UrlDataSeamlessDataToJSON}. */
export function Oauth2UrlDataSeamlessDataToJSONTyped(value?: Oauth2UrlDataSeamlessData | null, ignoreDiscriminator?: boolean): any {
  return toJson(OAUTH2_URL_DATA_SEAMLESS_DATA, value)
}
/** The limits of a {@link Oauth2UrlDataSeamlessData} that the value breaks. */
export function validateOauth2UrlDataSeamlessData(value: Oauth2UrlDataSeamlessData): ValidationErrorContext[] {
  return validateModel(OAUTH2_URL_DATA_SEAMLESS_DATA, value)
}

/** Whether the value has all mandatory fields of a {@link Oauth2UrlData}. */
export function instanceOfOauth2UrlData(value: object): value is Oauth2UrlData {
  return instanceOf(OAUTH2_URL_DATA, value)
}
/** Reads a {@link Oauth2UrlData} from parsed JSON. */
export function Oauth2UrlDataFromJSON(json: any): Oauth2UrlData {
  return fromJson(OAUTH2_URL_DATA, json) as Oauth2UrlData
}
/** The same as {@link Oauth2UrlDataFromJSON}. */
export function Oauth2UrlDataFromJSONTyped(json: any, ignoreDiscriminator: boolean): Oauth2UrlData {
  return fromJson(OAUTH2_URL_DATA, json) as Oauth2UrlData
}
/** Builds what goes over the wire for a {@link Oauth2UrlData}. */
export function Oauth2UrlDataToJSON(json: any): Oauth2UrlData {
  return toJson(OAUTH2_URL_DATA, json) as Oauth2UrlData
}
/** The same as {@link Oauth2UrlDataToJSON}. */
export function Oauth2UrlDataToJSONTyped(value?: Oauth2UrlData | null, ignoreDiscriminator?: boolean): any {
  return toJson(OAUTH2_URL_DATA, value)
}
/** The limits of a {@link Oauth2UrlData} that the value breaks. */
export function validateOauth2UrlData(value: Oauth2UrlData): ValidationErrorContext[] {
  return validateModel(OAUTH2_URL_DATA, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenAuthorizationCodeRequest}. */
export function instanceOfApplyTokenAuthorizationCodeRequest(value: object): value is ApplyTokenAuthorizationCodeRequest {
  return instanceOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, value)
}
/** Reads a {@link ApplyTokenAuthorizationCodeRequest} from parsed JSON. */
export function ApplyTokenAuthorizationCodeRequestFromJSON(json: any): ApplyTokenAuthorizationCodeRequest {
  return fromJson(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, json) as ApplyTokenAuthorizationCodeRequest
}
/** The same as {@link ApplyTokenAuthorizationCodeRequestFromJSON}. */
export function ApplyTokenAuthorizationCodeRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenAuthorizationCodeRequest {
  return fromJson(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, json) as ApplyTokenAuthorizationCodeRequest
}
/** Builds what goes over the wire for a {@link ApplyTokenAuthorizationCodeRequest}. */
export function ApplyTokenAuthorizationCodeRequestToJSON(json: any): ApplyTokenAuthorizationCodeRequest {
  return toJson(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, json) as ApplyTokenAuthorizationCodeRequest
}
/** The same as {@link ApplyTokenAuthorizationCodeRequestToJSON}. */
export function ApplyTokenAuthorizationCodeRequestToJSONTyped(value?: ApplyTokenAuthorizationCodeRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, value)
}
/** The limits of a {@link ApplyTokenAuthorizationCodeRequest} that the value breaks. */
export function validateApplyTokenAuthorizationCodeRequest(value: ApplyTokenAuthorizationCodeRequest): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenRefreshTokenRequest}. */
export function instanceOfApplyTokenRefreshTokenRequest(value: object): value is ApplyTokenRefreshTokenRequest {
  return instanceOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, value)
}
/** Reads a {@link ApplyTokenRefreshTokenRequest} from parsed JSON. */
export function ApplyTokenRefreshTokenRequestFromJSON(json: any): ApplyTokenRefreshTokenRequest {
  return fromJson(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, json) as ApplyTokenRefreshTokenRequest
}
/** The same as {@link ApplyTokenRefreshTokenRequestFromJSON}. */
export function ApplyTokenRefreshTokenRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenRefreshTokenRequest {
  return fromJson(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, json) as ApplyTokenRefreshTokenRequest
}
/** Builds what goes over the wire for a {@link ApplyTokenRefreshTokenRequest}. */
export function ApplyTokenRefreshTokenRequestToJSON(json: any): ApplyTokenRefreshTokenRequest {
  return toJson(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, json) as ApplyTokenRefreshTokenRequest
}
/** The same as {@link ApplyTokenRefreshTokenRequestToJSON}. */
export function ApplyTokenRefreshTokenRequestToJSONTyped(value?: ApplyTokenRefreshTokenRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, value)
}
/** The limits of a {@link ApplyTokenRefreshTokenRequest} that the value breaks. */
export function validateApplyTokenRefreshTokenRequest(value: ApplyTokenRefreshTokenRequest): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_REFRESH_TOKEN_REQUEST, value)
}

/** Reads a {@link ApplyTokenRequest} from parsed JSON. */
export function ApplyTokenRequestFromJSON(json: any): ApplyTokenRequest {
  return fromJson(APPLY_TOKEN_REQUEST, json) as ApplyTokenRequest
}
/** The same as {@link ApplyTokenRequestFromJSON}. */
export function ApplyTokenRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenRequest {
  return fromJson(APPLY_TOKEN_REQUEST, json) as ApplyTokenRequest
}
/** Builds what goes over the wire for a {@link ApplyTokenRequest}. */
export function ApplyTokenRequestToJSON(json: any): ApplyTokenRequest {
  return toJson(APPLY_TOKEN_REQUEST, json) as ApplyTokenRequest
}
/** The same as {@link ApplyTokenRequestToJSON}. */
export function ApplyTokenRequestToJSONTyped(value?: ApplyTokenRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_REQUEST, value)
}
/** The limits of a {@link ApplyTokenRequest} that the value breaks. */
export function validateApplyTokenRequest(value: ApplyTokenRequest): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenBaseRequest}. */
export function instanceOfApplyTokenBaseRequest(value: object): value is ApplyTokenBaseRequest {
  return instanceOf(APPLY_TOKEN_BASE_REQUEST, value)
}
/** Reads a {@link ApplyTokenBaseRequest} from parsed JSON. */
export function ApplyTokenBaseRequestFromJSON(json: any): ApplyTokenBaseRequest {
  return fromJson(APPLY_TOKEN_BASE_REQUEST, json) as ApplyTokenBaseRequest
}
/** The same as {@link ApplyTokenBaseRequestFromJSON}. */
export function ApplyTokenBaseRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenBaseRequest {
  return fromJson(APPLY_TOKEN_BASE_REQUEST, json) as ApplyTokenBaseRequest
}
/** Builds what goes over the wire for a {@link ApplyTokenBaseRequest}. */
export function ApplyTokenBaseRequestToJSON(json: any): ApplyTokenBaseRequest {
  return toJson(APPLY_TOKEN_BASE_REQUEST, json) as ApplyTokenBaseRequest
}
/** The same as {@link ApplyTokenBaseRequestToJSON}. */
export function ApplyTokenBaseRequestToJSONTyped(value?: ApplyTokenBaseRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_BASE_REQUEST, value)
}
/** The limits of a {@link ApplyTokenBaseRequest} that the value breaks. */
export function validateApplyTokenBaseRequest(value: ApplyTokenBaseRequest): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_BASE_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenResponseAdditionalInfoUserInfo}. */
export function instanceOfApplyTokenResponseAdditionalInfoUserInfo(value: object): value is ApplyTokenResponseAdditionalInfoUserInfo {
  return instanceOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, value)
}
/** Reads a {@link ApplyTokenResponseAdditionalInfoUserInfo} from parsed JSON. */
export function ApplyTokenResponseAdditionalInfoUserInfoFromJSON(json: any): ApplyTokenResponseAdditionalInfoUserInfo {
  return fromJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, json) as ApplyTokenResponseAdditionalInfoUserInfo
}
/** The same as {@link ApplyTokenResponseAdditionalInfoUserInfoFromJSON}. */
export function ApplyTokenResponseAdditionalInfoUserInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenResponseAdditionalInfoUserInfo {
  return fromJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, json) as ApplyTokenResponseAdditionalInfoUserInfo
}
/** Builds what goes over the wire for a {@link ApplyTokenResponseAdditionalInfoUserInfo}. */
export function ApplyTokenResponseAdditionalInfoUserInfoToJSON(json: any): ApplyTokenResponseAdditionalInfoUserInfo {
  return toJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, json) as ApplyTokenResponseAdditionalInfoUserInfo
}
/** The same as {@link ApplyTokenResponseAdditionalInfoUserInfoToJSON}. */
export function ApplyTokenResponseAdditionalInfoUserInfoToJSONTyped(value?: ApplyTokenResponseAdditionalInfoUserInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, value)
}
/** The limits of a {@link ApplyTokenResponseAdditionalInfoUserInfo} that the value breaks. */
export function validateApplyTokenResponseAdditionalInfoUserInfo(value: ApplyTokenResponseAdditionalInfoUserInfo): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenResponseAdditionalInfo}. */
export function instanceOfApplyTokenResponseAdditionalInfo(value: object): value is ApplyTokenResponseAdditionalInfo {
  return instanceOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, value)
}
/** Reads a {@link ApplyTokenResponseAdditionalInfo} from parsed JSON. */
export function ApplyTokenResponseAdditionalInfoFromJSON(json: any): ApplyTokenResponseAdditionalInfo {
  return fromJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, json) as ApplyTokenResponseAdditionalInfo
}
/** The same as {@link ApplyTokenResponseAdditionalInfoFromJSON}. */
export function ApplyTokenResponseAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenResponseAdditionalInfo {
  return fromJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, json) as ApplyTokenResponseAdditionalInfo
}
/** Builds what goes over the wire for a {@link ApplyTokenResponseAdditionalInfo}. */
export function ApplyTokenResponseAdditionalInfoToJSON(json: any): ApplyTokenResponseAdditionalInfo {
  return toJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, json) as ApplyTokenResponseAdditionalInfo
}
/** The same as {@link ApplyTokenResponseAdditionalInfoToJSON}. */
export function ApplyTokenResponseAdditionalInfoToJSONTyped(value?: ApplyTokenResponseAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, value)
}
/** The limits of a {@link ApplyTokenResponseAdditionalInfo} that the value breaks. */
export function validateApplyTokenResponseAdditionalInfo(value: ApplyTokenResponseAdditionalInfo): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyTokenResponse}. */
export function instanceOfApplyTokenResponse(value: object): value is ApplyTokenResponse {
  return instanceOf(APPLY_TOKEN_RESPONSE, value)
}
/** Reads a {@link ApplyTokenResponse} from parsed JSON. */
export function ApplyTokenResponseFromJSON(json: any): ApplyTokenResponse {
  return fromJson(APPLY_TOKEN_RESPONSE, json) as ApplyTokenResponse
}
/** The same as {@link ApplyTokenResponseFromJSON}. */
export function ApplyTokenResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyTokenResponse {
  return fromJson(APPLY_TOKEN_RESPONSE, json) as ApplyTokenResponse
}
/** Builds what goes over the wire for a {@link ApplyTokenResponse}. */
export function ApplyTokenResponseToJSON(json: any): ApplyTokenResponse {
  return toJson(APPLY_TOKEN_RESPONSE, json) as ApplyTokenResponse
}
/** The same as {@link ApplyTokenResponseToJSON}. */
export function ApplyTokenResponseToJSONTyped(value?: ApplyTokenResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_TOKEN_RESPONSE, value)
}
/** The limits of a {@link ApplyTokenResponse} that the value breaks. */
export function validateApplyTokenResponse(value: ApplyTokenResponse): ValidationErrorContext[] {
  return validateModel(APPLY_TOKEN_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link AccountUnbindingRequestAdditionalInfo}. */
export function instanceOfAccountUnbindingRequestAdditionalInfo(value: object): value is AccountUnbindingRequestAdditionalInfo {
  return instanceOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link AccountUnbindingRequestAdditionalInfo} from parsed JSON. */
export function AccountUnbindingRequestAdditionalInfoFromJSON(json: any): AccountUnbindingRequestAdditionalInfo {
  return fromJson(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, json) as AccountUnbindingRequestAdditionalInfo
}
/** The same as {@link AccountUnbindingRequestAdditionalInfoFromJSON}. */
export function AccountUnbindingRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): AccountUnbindingRequestAdditionalInfo {
  return fromJson(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, json) as AccountUnbindingRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link AccountUnbindingRequestAdditionalInfo}. */
export function AccountUnbindingRequestAdditionalInfoToJSON(json: any): AccountUnbindingRequestAdditionalInfo {
  return toJson(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, json) as AccountUnbindingRequestAdditionalInfo
}
/** The same as {@link AccountUnbindingRequestAdditionalInfoToJSON}. */
export function AccountUnbindingRequestAdditionalInfoToJSONTyped(value?: AccountUnbindingRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link AccountUnbindingRequestAdditionalInfo} that the value breaks. */
export function validateAccountUnbindingRequestAdditionalInfo(value: AccountUnbindingRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link AccountUnbindingRequest}. */
export function instanceOfAccountUnbindingRequest(value: object): value is AccountUnbindingRequest {
  return instanceOf(ACCOUNT_UNBINDING_REQUEST, value)
}
/** Reads a {@link AccountUnbindingRequest} from parsed JSON. */
export function AccountUnbindingRequestFromJSON(json: any): AccountUnbindingRequest {
  return fromJson(ACCOUNT_UNBINDING_REQUEST, json) as AccountUnbindingRequest
}
/** The same as {@link AccountUnbindingRequestFromJSON}. */
export function AccountUnbindingRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): AccountUnbindingRequest {
  return fromJson(ACCOUNT_UNBINDING_REQUEST, json) as AccountUnbindingRequest
}
/** Builds what goes over the wire for a {@link AccountUnbindingRequest}. */
export function AccountUnbindingRequestToJSON(json: any): AccountUnbindingRequest {
  return toJson(ACCOUNT_UNBINDING_REQUEST, json) as AccountUnbindingRequest
}
/** The same as {@link AccountUnbindingRequestToJSON}. */
export function AccountUnbindingRequestToJSONTyped(value?: AccountUnbindingRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(ACCOUNT_UNBINDING_REQUEST, value)
}
/** The limits of a {@link AccountUnbindingRequest} that the value breaks. */
export function validateAccountUnbindingRequest(value: AccountUnbindingRequest): ValidationErrorContext[] {
  return validateModel(ACCOUNT_UNBINDING_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link AccountUnbindingResponse}. */
export function instanceOfAccountUnbindingResponse(value: object): value is AccountUnbindingResponse {
  return instanceOf(ACCOUNT_UNBINDING_RESPONSE, value)
}
/** Reads a {@link AccountUnbindingResponse} from parsed JSON. */
export function AccountUnbindingResponseFromJSON(json: any): AccountUnbindingResponse {
  return fromJson(ACCOUNT_UNBINDING_RESPONSE, json) as AccountUnbindingResponse
}
/** The same as {@link AccountUnbindingResponseFromJSON}. */
export function AccountUnbindingResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): AccountUnbindingResponse {
  return fromJson(ACCOUNT_UNBINDING_RESPONSE, json) as AccountUnbindingResponse
}
/** Builds what goes over the wire for a {@link AccountUnbindingResponse}. */
export function AccountUnbindingResponseToJSON(json: any): AccountUnbindingResponse {
  return toJson(ACCOUNT_UNBINDING_RESPONSE, json) as AccountUnbindingResponse
}
/** The same as {@link AccountUnbindingResponseToJSON}. */
export function AccountUnbindingResponseToJSONTyped(value?: AccountUnbindingResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(ACCOUNT_UNBINDING_RESPONSE, value)
}
/** The limits of a {@link AccountUnbindingResponse} that the value breaks. */
export function validateAccountUnbindingResponse(value: AccountUnbindingResponse): ValidationErrorContext[] {
  return validateModel(ACCOUNT_UNBINDING_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyOTTRequestAdditionalInfo}. */
export function instanceOfApplyOTTRequestAdditionalInfo(value: object): value is ApplyOTTRequestAdditionalInfo {
  return instanceOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link ApplyOTTRequestAdditionalInfo} from parsed JSON. */
export function ApplyOTTRequestAdditionalInfoFromJSON(json: any): ApplyOTTRequestAdditionalInfo {
  return fromJson(APPLY_OTT_REQUEST_ADDITIONAL_INFO, json) as ApplyOTTRequestAdditionalInfo
}
/** The same as {@link ApplyOTTRequestAdditionalInfoFromJSON}. */
export function ApplyOTTRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyOTTRequestAdditionalInfo {
  return fromJson(APPLY_OTT_REQUEST_ADDITIONAL_INFO, json) as ApplyOTTRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link ApplyOTTRequestAdditionalInfo}. */
export function ApplyOTTRequestAdditionalInfoToJSON(json: any): ApplyOTTRequestAdditionalInfo {
  return toJson(APPLY_OTT_REQUEST_ADDITIONAL_INFO, json) as ApplyOTTRequestAdditionalInfo
}
/** The same as {@link ApplyOTTRequestAdditionalInfoToJSON}. */
export function ApplyOTTRequestAdditionalInfoToJSONTyped(value?: ApplyOTTRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_OTT_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link ApplyOTTRequestAdditionalInfo} that the value breaks. */
export function validateApplyOTTRequestAdditionalInfo(value: ApplyOTTRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(APPLY_OTT_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyOTTRequest}. */
export function instanceOfApplyOTTRequest(value: object): value is ApplyOTTRequest {
  return instanceOf(APPLY_OTT_REQUEST, value)
}
/** Reads a {@link ApplyOTTRequest} from parsed JSON. */
export function ApplyOTTRequestFromJSON(json: any): ApplyOTTRequest {
  return fromJson(APPLY_OTT_REQUEST, json) as ApplyOTTRequest
}
/** The same as {@link ApplyOTTRequestFromJSON}. */
export function ApplyOTTRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyOTTRequest {
  return fromJson(APPLY_OTT_REQUEST, json) as ApplyOTTRequest
}
/** Builds what goes over the wire for a {@link ApplyOTTRequest}. */
export function ApplyOTTRequestToJSON(json: any): ApplyOTTRequest {
  return toJson(APPLY_OTT_REQUEST, json) as ApplyOTTRequest
}
/** The same as {@link ApplyOTTRequestToJSON}. */
export function ApplyOTTRequestToJSONTyped(value?: ApplyOTTRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_OTT_REQUEST, value)
}
/** The limits of a {@link ApplyOTTRequest} that the value breaks. */
export function validateApplyOTTRequest(value: ApplyOTTRequest): ValidationErrorContext[] {
  return validateModel(APPLY_OTT_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyOTTResponseUserResourcesInner}. */
export function instanceOfApplyOTTResponseUserResourcesInner(value: object): value is ApplyOTTResponseUserResourcesInner {
  return instanceOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, value)
}
/** Reads a {@link ApplyOTTResponseUserResourcesInner} from parsed JSON. */
export function ApplyOTTResponseUserResourcesInnerFromJSON(json: any): ApplyOTTResponseUserResourcesInner {
  return fromJson(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, json) as ApplyOTTResponseUserResourcesInner
}
/** The same as {@link ApplyOTTResponseUserResourcesInnerFromJSON}. */
export function ApplyOTTResponseUserResourcesInnerFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyOTTResponseUserResourcesInner {
  return fromJson(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, json) as ApplyOTTResponseUserResourcesInner
}
/** Builds what goes over the wire for a {@link ApplyOTTResponseUserResourcesInner}. */
export function ApplyOTTResponseUserResourcesInnerToJSON(json: any): ApplyOTTResponseUserResourcesInner {
  return toJson(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, json) as ApplyOTTResponseUserResourcesInner
}
/** The same as {@link ApplyOTTResponseUserResourcesInnerToJSON}. */
export function ApplyOTTResponseUserResourcesInnerToJSONTyped(value?: ApplyOTTResponseUserResourcesInner | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, value)
}
/** The limits of a {@link ApplyOTTResponseUserResourcesInner} that the value breaks. */
export function validateApplyOTTResponseUserResourcesInner(value: ApplyOTTResponseUserResourcesInner): ValidationErrorContext[] {
  return validateModel(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER, value)
}

/** Whether the value has all mandatory fields of a {@link ApplyOTTResponse}. */
export function instanceOfApplyOTTResponse(value: object): value is ApplyOTTResponse {
  return instanceOf(APPLY_OTT_RESPONSE, value)
}
/** Reads a {@link ApplyOTTResponse} from parsed JSON. */
export function ApplyOTTResponseFromJSON(json: any): ApplyOTTResponse {
  return fromJson(APPLY_OTT_RESPONSE, json) as ApplyOTTResponse
}
/** The same as {@link ApplyOTTResponseFromJSON}. */
export function ApplyOTTResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): ApplyOTTResponse {
  return fromJson(APPLY_OTT_RESPONSE, json) as ApplyOTTResponse
}
/** Builds what goes over the wire for a {@link ApplyOTTResponse}. */
export function ApplyOTTResponseToJSON(json: any): ApplyOTTResponse {
  return toJson(APPLY_OTT_RESPONSE, json) as ApplyOTTResponse
}
/** The same as {@link ApplyOTTResponseToJSON}. */
export function ApplyOTTResponseToJSONTyped(value?: ApplyOTTResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(APPLY_OTT_RESPONSE, value)
}
/** The limits of a {@link ApplyOTTResponse} that the value breaks. */
export function validateApplyOTTResponse(value: ApplyOTTResponse): ValidationErrorContext[] {
  return validateModel(APPLY_OTT_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link BalanceInquiryRequestAdditionalInfo}. */
export function instanceOfBalanceInquiryRequestAdditionalInfo(value: object): value is BalanceInquiryRequestAdditionalInfo {
  return instanceOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link BalanceInquiryRequestAdditionalInfo} from parsed JSON. */
export function BalanceInquiryRequestAdditionalInfoFromJSON(json: any): BalanceInquiryRequestAdditionalInfo {
  return fromJson(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, json) as BalanceInquiryRequestAdditionalInfo
}
/** The same as {@link BalanceInquiryRequestAdditionalInfoFromJSON}. */
export function BalanceInquiryRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): BalanceInquiryRequestAdditionalInfo {
  return fromJson(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, json) as BalanceInquiryRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link BalanceInquiryRequestAdditionalInfo}. */
export function BalanceInquiryRequestAdditionalInfoToJSON(json: any): BalanceInquiryRequestAdditionalInfo {
  return toJson(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, json) as BalanceInquiryRequestAdditionalInfo
}
/** The same as {@link BalanceInquiryRequestAdditionalInfoToJSON}. */
export function BalanceInquiryRequestAdditionalInfoToJSONTyped(value?: BalanceInquiryRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link BalanceInquiryRequestAdditionalInfo} that the value breaks. */
export function validateBalanceInquiryRequestAdditionalInfo(value: BalanceInquiryRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link BalanceInquiryRequest}. */
export function instanceOfBalanceInquiryRequest(value: object): value is BalanceInquiryRequest {
  return instanceOf(BALANCE_INQUIRY_REQUEST, value)
}
/** Reads a {@link BalanceInquiryRequest} from parsed JSON. */
export function BalanceInquiryRequestFromJSON(json: any): BalanceInquiryRequest {
  return fromJson(BALANCE_INQUIRY_REQUEST, json) as BalanceInquiryRequest
}
/** The same as {@link BalanceInquiryRequestFromJSON}. */
export function BalanceInquiryRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): BalanceInquiryRequest {
  return fromJson(BALANCE_INQUIRY_REQUEST, json) as BalanceInquiryRequest
}
/** Builds what goes over the wire for a {@link BalanceInquiryRequest}. */
export function BalanceInquiryRequestToJSON(json: any): BalanceInquiryRequest {
  return toJson(BALANCE_INQUIRY_REQUEST, json) as BalanceInquiryRequest
}
/** The same as {@link BalanceInquiryRequestToJSON}. */
export function BalanceInquiryRequestToJSONTyped(value?: BalanceInquiryRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(BALANCE_INQUIRY_REQUEST, value)
}
/** The limits of a {@link BalanceInquiryRequest} that the value breaks. */
export function validateBalanceInquiryRequest(value: BalanceInquiryRequest): ValidationErrorContext[] {
  return validateModel(BALANCE_INQUIRY_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link AccountInfo}. */
export function instanceOfAccountInfo(value: object): value is AccountInfo {
  return instanceOf(ACCOUNT_INFO, value)
}
/** Reads a {@link AccountInfo} from parsed JSON. */
export function AccountInfoFromJSON(json: any): AccountInfo {
  return fromJson(ACCOUNT_INFO, json) as AccountInfo
}
/** The same as {@link AccountInfoFromJSON}. */
export function AccountInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): AccountInfo {
  return fromJson(ACCOUNT_INFO, json) as AccountInfo
}
/** Builds what goes over the wire for a {@link AccountInfo}. */
export function AccountInfoToJSON(json: any): AccountInfo {
  return toJson(ACCOUNT_INFO, json) as AccountInfo
}
/** The same as {@link AccountInfoToJSON}. */
export function AccountInfoToJSONTyped(value?: AccountInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(ACCOUNT_INFO, value)
}
/** The limits of a {@link AccountInfo} that the value breaks. */
export function validateAccountInfo(value: AccountInfo): ValidationErrorContext[] {
  return validateModel(ACCOUNT_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link BalanceInquiryResponse}. */
export function instanceOfBalanceInquiryResponse(value: object): value is BalanceInquiryResponse {
  return instanceOf(BALANCE_INQUIRY_RESPONSE, value)
}
/** Reads a {@link BalanceInquiryResponse} from parsed JSON. */
export function BalanceInquiryResponseFromJSON(json: any): BalanceInquiryResponse {
  return fromJson(BALANCE_INQUIRY_RESPONSE, json) as BalanceInquiryResponse
}
/** The same as {@link BalanceInquiryResponseFromJSON}. */
export function BalanceInquiryResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): BalanceInquiryResponse {
  return fromJson(BALANCE_INQUIRY_RESPONSE, json) as BalanceInquiryResponse
}
/** Builds what goes over the wire for a {@link BalanceInquiryResponse}. */
export function BalanceInquiryResponseToJSON(json: any): BalanceInquiryResponse {
  return toJson(BALANCE_INQUIRY_RESPONSE, json) as BalanceInquiryResponse
}
/** The same as {@link BalanceInquiryResponseToJSON}. */
export function BalanceInquiryResponseToJSONTyped(value?: BalanceInquiryResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(BALANCE_INQUIRY_RESPONSE, value)
}
/** The limits of a {@link BalanceInquiryResponse} that the value breaks. */
export function validateBalanceInquiryResponse(value: BalanceInquiryResponse): ValidationErrorContext[] {
  return validateModel(BALANCE_INQUIRY_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link QueryUserProfileRequest}. */
export function instanceOfQueryUserProfileRequest(value: object): value is QueryUserProfileRequest {
  return instanceOf(QUERY_USER_PROFILE_REQUEST, value)
}
/** Reads a {@link QueryUserProfileRequest} from parsed JSON. */
export function QueryUserProfileRequestFromJSON(json: any): QueryUserProfileRequest {
  return fromJson(QUERY_USER_PROFILE_REQUEST, json) as QueryUserProfileRequest
}
/** The same as {@link QueryUserProfileRequestFromJSON}. */
export function QueryUserProfileRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryUserProfileRequest {
  return fromJson(QUERY_USER_PROFILE_REQUEST, json) as QueryUserProfileRequest
}
/** Builds what goes over the wire for a {@link QueryUserProfileRequest}. */
export function QueryUserProfileRequestToJSON(json: any): QueryUserProfileRequest {
  return toJson(QUERY_USER_PROFILE_REQUEST, json) as QueryUserProfileRequest
}
/** The same as {@link QueryUserProfileRequestToJSON}. */
export function QueryUserProfileRequestToJSONTyped(value?: QueryUserProfileRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_USER_PROFILE_REQUEST, value)
}
/** The limits of a {@link QueryUserProfileRequest} that the value breaks. */
export function validateQueryUserProfileRequest(value: QueryUserProfileRequest): ValidationErrorContext[] {
  return validateModel(QUERY_USER_PROFILE_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link QueryUserProfileResponseResponseHead}. */
export function instanceOfQueryUserProfileResponseResponseHead(value: object): value is QueryUserProfileResponseResponseHead {
  return instanceOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, value)
}
/** Reads a {@link QueryUserProfileResponseResponseHead} from parsed JSON. */
export function QueryUserProfileResponseResponseHeadFromJSON(json: any): QueryUserProfileResponseResponseHead {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, json) as QueryUserProfileResponseResponseHead
}
/** The same as {@link QueryUserProfileResponseResponseHeadFromJSON}. */
export function QueryUserProfileResponseResponseHeadFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryUserProfileResponseResponseHead {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, json) as QueryUserProfileResponseResponseHead
}
/** Builds what goes over the wire for a {@link QueryUserProfileResponseResponseHead}. */
export function QueryUserProfileResponseResponseHeadToJSON(json: any): QueryUserProfileResponseResponseHead {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, json) as QueryUserProfileResponseResponseHead
}
/** The same as {@link QueryUserProfileResponseResponseHeadToJSON}. */
export function QueryUserProfileResponseResponseHeadToJSONTyped(value?: QueryUserProfileResponseResponseHead | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, value)
}
/** The limits of a {@link QueryUserProfileResponseResponseHead} that the value breaks. */
export function validateQueryUserProfileResponseResponseHead(value: QueryUserProfileResponseResponseHead): ValidationErrorContext[] {
  return validateModel(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD, value)
}

/** Whether the value has all mandatory fields of a {@link ResultInfo}. */
export function instanceOfResultInfo(value: object): value is ResultInfo {
  return instanceOf(RESULT_INFO, value)
}
/** Reads a {@link ResultInfo} from parsed JSON. */
export function ResultInfoFromJSON(json: any): ResultInfo {
  return fromJson(RESULT_INFO, json) as ResultInfo
}
/** The same as {@link ResultInfoFromJSON}. */
export function ResultInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ResultInfo {
  return fromJson(RESULT_INFO, json) as ResultInfo
}
/** Builds what goes over the wire for a {@link ResultInfo}. */
export function ResultInfoToJSON(json: any): ResultInfo {
  return toJson(RESULT_INFO, json) as ResultInfo
}
/** The same as {@link ResultInfoToJSON}. */
export function ResultInfoToJSONTyped(value?: ResultInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(RESULT_INFO, value)
}
/** The limits of a {@link ResultInfo} that the value breaks. */
export function validateResultInfo(value: ResultInfo): ValidationErrorContext[] {
  return validateModel(RESULT_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link UserResourceInfo}. */
export function instanceOfUserResourceInfo(value: object): value is UserResourceInfo {
  return instanceOf(USER_RESOURCE_INFO, value)
}
/** Reads a {@link UserResourceInfo} from parsed JSON. */
export function UserResourceInfoFromJSON(json: any): UserResourceInfo {
  return fromJson(USER_RESOURCE_INFO, json) as UserResourceInfo
}
/** The same as {@link UserResourceInfoFromJSON}. */
export function UserResourceInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): UserResourceInfo {
  return fromJson(USER_RESOURCE_INFO, json) as UserResourceInfo
}
/** Builds what goes over the wire for a {@link UserResourceInfo}. */
export function UserResourceInfoToJSON(json: any): UserResourceInfo {
  return toJson(USER_RESOURCE_INFO, json) as UserResourceInfo
}
/** The same as {@link UserResourceInfoToJSON}. */
export function UserResourceInfoToJSONTyped(value?: UserResourceInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(USER_RESOURCE_INFO, value)
}
/** The limits of a {@link UserResourceInfo} that the value breaks. */
export function validateUserResourceInfo(value: UserResourceInfo): ValidationErrorContext[] {
  return validateModel(USER_RESOURCE_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link QueryUserProfileResponseResponseBody}. */
export function instanceOfQueryUserProfileResponseResponseBody(value: object): value is QueryUserProfileResponseResponseBody {
  return instanceOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, value)
}
/** Reads a {@link QueryUserProfileResponseResponseBody} from parsed JSON. */
export function QueryUserProfileResponseResponseBodyFromJSON(json: any): QueryUserProfileResponseResponseBody {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, json) as QueryUserProfileResponseResponseBody
}
/** The same as {@link QueryUserProfileResponseResponseBodyFromJSON}. */
export function QueryUserProfileResponseResponseBodyFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryUserProfileResponseResponseBody {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, json) as QueryUserProfileResponseResponseBody
}
/** Builds what goes over the wire for a {@link QueryUserProfileResponseResponseBody}. */
export function QueryUserProfileResponseResponseBodyToJSON(json: any): QueryUserProfileResponseResponseBody {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, json) as QueryUserProfileResponseResponseBody
}
/** The same as {@link QueryUserProfileResponseResponseBodyToJSON}. */
export function QueryUserProfileResponseResponseBodyToJSONTyped(value?: QueryUserProfileResponseResponseBody | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, value)
}
/** The limits of a {@link QueryUserProfileResponseResponseBody} that the value breaks. */
export function validateQueryUserProfileResponseResponseBody(value: QueryUserProfileResponseResponseBody): ValidationErrorContext[] {
  return validateModel(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY, value)
}

/** Whether the value has all mandatory fields of a {@link QueryUserProfileResponseResponse}. */
export function instanceOfQueryUserProfileResponseResponse(value: object): value is QueryUserProfileResponseResponse {
  return instanceOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE, value)
}
/** Reads a {@link QueryUserProfileResponseResponse} from parsed JSON. */
export function QueryUserProfileResponseResponseFromJSON(json: any): QueryUserProfileResponseResponse {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE, json) as QueryUserProfileResponseResponse
}
/** The same as {@link QueryUserProfileResponseResponseFromJSON}. */
export function QueryUserProfileResponseResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryUserProfileResponseResponse {
  return fromJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE, json) as QueryUserProfileResponseResponse
}
/** Builds what goes over the wire for a {@link QueryUserProfileResponseResponse}. */
export function QueryUserProfileResponseResponseToJSON(json: any): QueryUserProfileResponseResponse {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE, json) as QueryUserProfileResponseResponse
}
/** The same as {@link QueryUserProfileResponseResponseToJSON}. */
export function QueryUserProfileResponseResponseToJSONTyped(value?: QueryUserProfileResponseResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_USER_PROFILE_RESPONSE_RESPONSE, value)
}
/** The limits of a {@link QueryUserProfileResponseResponse} that the value breaks. */
export function validateQueryUserProfileResponseResponse(value: QueryUserProfileResponseResponse): ValidationErrorContext[] {
  return validateModel(QUERY_USER_PROFILE_RESPONSE_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link QueryUserProfileResponse}. */
export function instanceOfQueryUserProfileResponse(value: object): value is QueryUserProfileResponse {
  return instanceOf(QUERY_USER_PROFILE_RESPONSE, value)
}
/** Reads a {@link QueryUserProfileResponse} from parsed JSON. */
export function QueryUserProfileResponseFromJSON(json: any): QueryUserProfileResponse {
  return fromJson(QUERY_USER_PROFILE_RESPONSE, json) as QueryUserProfileResponse
}
/** The same as {@link QueryUserProfileResponseFromJSON}. */
export function QueryUserProfileResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryUserProfileResponse {
  return fromJson(QUERY_USER_PROFILE_RESPONSE, json) as QueryUserProfileResponse
}
/** Builds what goes over the wire for a {@link QueryUserProfileResponse}. */
export function QueryUserProfileResponseToJSON(json: any): QueryUserProfileResponse {
  return toJson(QUERY_USER_PROFILE_RESPONSE, json) as QueryUserProfileResponse
}
/** The same as {@link QueryUserProfileResponseToJSON}. */
export function QueryUserProfileResponseToJSONTyped(value?: QueryUserProfileResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_USER_PROFILE_RESPONSE, value)
}
/** The limits of a {@link QueryUserProfileResponse} that the value breaks. */
export function validateQueryUserProfileResponse(value: QueryUserProfileResponse): ValidationErrorContext[] {
  return validateModel(QUERY_USER_PROFILE_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link PayOptionDetailAdditionalInfo}. */
export function instanceOfPayOptionDetailAdditionalInfo(value: object): value is PayOptionDetailAdditionalInfo {
  return instanceOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO, value)
}
/** Reads a {@link PayOptionDetailAdditionalInfo} from parsed JSON. */
export function PayOptionDetailAdditionalInfoFromJSON(json: any): PayOptionDetailAdditionalInfo {
  return fromJson(PAY_OPTION_DETAIL_ADDITIONAL_INFO, json) as PayOptionDetailAdditionalInfo
}
/** The same as {@link PayOptionDetailAdditionalInfoFromJSON}. */
export function PayOptionDetailAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): PayOptionDetailAdditionalInfo {
  return fromJson(PAY_OPTION_DETAIL_ADDITIONAL_INFO, json) as PayOptionDetailAdditionalInfo
}
/** Builds what goes over the wire for a {@link PayOptionDetailAdditionalInfo}. */
export function PayOptionDetailAdditionalInfoToJSON(json: any): PayOptionDetailAdditionalInfo {
  return toJson(PAY_OPTION_DETAIL_ADDITIONAL_INFO, json) as PayOptionDetailAdditionalInfo
}
/** The same as {@link PayOptionDetailAdditionalInfoToJSON}. */
export function PayOptionDetailAdditionalInfoToJSONTyped(value?: PayOptionDetailAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(PAY_OPTION_DETAIL_ADDITIONAL_INFO, value)
}
/** The limits of a {@link PayOptionDetailAdditionalInfo} that the value breaks. */
export function validatePayOptionDetailAdditionalInfo(value: PayOptionDetailAdditionalInfo): ValidationErrorContext[] {
  return validateModel(PAY_OPTION_DETAIL_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link PayOptionDetail}. */
export function instanceOfPayOptionDetail(value: object): value is PayOptionDetail {
  return instanceOf(PAY_OPTION_DETAIL, value)
}
/** Reads a {@link PayOptionDetail} from parsed JSON. */
export function PayOptionDetailFromJSON(json: any): PayOptionDetail {
  return fromJson(PAY_OPTION_DETAIL, json) as PayOptionDetail
}
/** The same as {@link PayOptionDetailFromJSON}. */
export function PayOptionDetailFromJSONTyped(json: any, ignoreDiscriminator: boolean): PayOptionDetail {
  return fromJson(PAY_OPTION_DETAIL, json) as PayOptionDetail
}
/** Builds what goes over the wire for a {@link PayOptionDetail}. */
export function PayOptionDetailToJSON(json: any): PayOptionDetail {
  return toJson(PAY_OPTION_DETAIL, json) as PayOptionDetail
}
/** The same as {@link PayOptionDetailToJSON}. */
export function PayOptionDetailToJSONTyped(value?: PayOptionDetail | null, ignoreDiscriminator?: boolean): any {
  return toJson(PAY_OPTION_DETAIL, value)
}
/** The limits of a {@link PayOptionDetail} that the value breaks. */
export function validatePayOptionDetail(value: PayOptionDetail): ValidationErrorContext[] {
  return validateModel(PAY_OPTION_DETAIL, value)
}

/** Whether the value has all mandatory fields of a {@link ServiceInfo}. */
export function instanceOfServiceInfo(value: object): value is ServiceInfo {
  return instanceOf(SERVICE_INFO, value)
}
/** Reads a {@link ServiceInfo} from parsed JSON. */
export function ServiceInfoFromJSON(json: any): ServiceInfo {
  return fromJson(SERVICE_INFO, json) as ServiceInfo
}
/** The same as {@link ServiceInfoFromJSON}. */
export function ServiceInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ServiceInfo {
  return fromJson(SERVICE_INFO, json) as ServiceInfo
}
/** Builds what goes over the wire for a {@link ServiceInfo}. */
export function ServiceInfoToJSON(json: any): ServiceInfo {
  return toJson(SERVICE_INFO, json) as ServiceInfo
}
/** The same as {@link ServiceInfoToJSON}. */
export function ServiceInfoToJSONTyped(value?: ServiceInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(SERVICE_INFO, value)
}
/** The limits of a {@link ServiceInfo} that the value breaks. */
export function validateServiceInfo(value: ServiceInfo): ValidationErrorContext[] {
  return validateModel(SERVICE_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link InternationalOrderInfoExchangeRate}. */
export function instanceOfInternationalOrderInfoExchangeRate(value: object): value is InternationalOrderInfoExchangeRate {
  return instanceOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, value)
}
/** Reads a {@link InternationalOrderInfoExchangeRate} from parsed JSON. */
export function InternationalOrderInfoExchangeRateFromJSON(json: any): InternationalOrderInfoExchangeRate {
  return fromJson(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, json) as InternationalOrderInfoExchangeRate
}
/** The same as {@link InternationalOrderInfoExchangeRateFromJSON}. */
export function InternationalOrderInfoExchangeRateFromJSONTyped(json: any, ignoreDiscriminator: boolean): InternationalOrderInfoExchangeRate {
  return fromJson(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, json) as InternationalOrderInfoExchangeRate
}
/** Builds what goes over the wire for a {@link InternationalOrderInfoExchangeRate}. */
export function InternationalOrderInfoExchangeRateToJSON(json: any): InternationalOrderInfoExchangeRate {
  return toJson(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, json) as InternationalOrderInfoExchangeRate
}
/** The same as {@link InternationalOrderInfoExchangeRateToJSON}. */
export function InternationalOrderInfoExchangeRateToJSONTyped(value?: InternationalOrderInfoExchangeRate | null, ignoreDiscriminator?: boolean): any {
  return toJson(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, value)
}
/** The limits of a {@link InternationalOrderInfoExchangeRate} that the value breaks. */
export function validateInternationalOrderInfoExchangeRate(value: InternationalOrderInfoExchangeRate): ValidationErrorContext[] {
  return validateModel(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE, value)
}

/** Whether the value has all mandatory fields of a {@link PaymentPromoInfo}. */
export function instanceOfPaymentPromoInfo(value: object): value is PaymentPromoInfo {
  return instanceOf(PAYMENT_PROMO_INFO, value)
}
/** Reads a {@link PaymentPromoInfo} from parsed JSON. */
export function PaymentPromoInfoFromJSON(json: any): PaymentPromoInfo {
  return fromJson(PAYMENT_PROMO_INFO, json) as PaymentPromoInfo
}
/** The same as {@link PaymentPromoInfoFromJSON}. */
export function PaymentPromoInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): PaymentPromoInfo {
  return fromJson(PAYMENT_PROMO_INFO, json) as PaymentPromoInfo
}
/** Builds what goes over the wire for a {@link PaymentPromoInfo}. */
export function PaymentPromoInfoToJSON(json: any): PaymentPromoInfo {
  return toJson(PAYMENT_PROMO_INFO, json) as PaymentPromoInfo
}
/** The same as {@link PaymentPromoInfoToJSON}. */
export function PaymentPromoInfoToJSONTyped(value?: PaymentPromoInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(PAYMENT_PROMO_INFO, value)
}
/** The limits of a {@link PaymentPromoInfo} that the value breaks. */
export function validatePaymentPromoInfo(value: PaymentPromoInfo): ValidationErrorContext[] {
  return validateModel(PAYMENT_PROMO_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link RefundPromoInfo}. */
export function instanceOfRefundPromoInfo(value: object): value is RefundPromoInfo {
  return instanceOf(REFUND_PROMO_INFO, value)
}
/** Reads a {@link RefundPromoInfo} from parsed JSON. */
export function RefundPromoInfoFromJSON(json: any): RefundPromoInfo {
  return fromJson(REFUND_PROMO_INFO, json) as RefundPromoInfo
}
/** The same as {@link RefundPromoInfoFromJSON}. */
export function RefundPromoInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): RefundPromoInfo {
  return fromJson(REFUND_PROMO_INFO, json) as RefundPromoInfo
}
/** Builds what goes over the wire for a {@link RefundPromoInfo}. */
export function RefundPromoInfoToJSON(json: any): RefundPromoInfo {
  return toJson(REFUND_PROMO_INFO, json) as RefundPromoInfo
}
/** The same as {@link RefundPromoInfoToJSON}. */
export function RefundPromoInfoToJSONTyped(value?: RefundPromoInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(REFUND_PROMO_INFO, value)
}
/** The limits of a {@link RefundPromoInfo} that the value breaks. */
export function validateRefundPromoInfo(value: RefundPromoInfo): ValidationErrorContext[] {
  return validateModel(REFUND_PROMO_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link InternationalOrderInfo}. */
export function instanceOfInternationalOrderInfo(value: object): value is InternationalOrderInfo {
  return instanceOf(INTERNATIONAL_ORDER_INFO, value)
}
/** Reads a {@link InternationalOrderInfo} from parsed JSON. */
export function InternationalOrderInfoFromJSON(json: any): InternationalOrderInfo {
  return fromJson(INTERNATIONAL_ORDER_INFO, json) as InternationalOrderInfo
}
/** The same as {@link InternationalOrderInfoFromJSON}. */
export function InternationalOrderInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): InternationalOrderInfo {
  return fromJson(INTERNATIONAL_ORDER_INFO, json) as InternationalOrderInfo
}
/** Builds what goes over the wire for a {@link InternationalOrderInfo}. */
export function InternationalOrderInfoToJSON(json: any): InternationalOrderInfo {
  return toJson(INTERNATIONAL_ORDER_INFO, json) as InternationalOrderInfo
}
/** The same as {@link InternationalOrderInfoToJSON}. */
export function InternationalOrderInfoToJSONTyped(value?: InternationalOrderInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(INTERNATIONAL_ORDER_INFO, value)
}
/** The limits of a {@link InternationalOrderInfo} that the value breaks. */
export function validateInternationalOrderInfo(value: InternationalOrderInfo): ValidationErrorContext[] {
  return validateModel(INTERNATIONAL_ORDER_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link Order}. */
export function instanceOfOrder(value: object): value is Order {
  return instanceOf(ORDER, value)
}
/** Reads a {@link Order} from parsed JSON. */
export function OrderFromJSON(json: any): Order {
  return fromJson(ORDER, json) as Order
}
/** The same as {@link OrderFromJSON}. */
export function OrderFromJSONTyped(json: any, ignoreDiscriminator: boolean): Order {
  return fromJson(ORDER, json) as Order
}
/** Builds what goes over the wire for a {@link Order}. */
export function OrderToJSON(json: any): Order {
  return toJson(ORDER, json) as Order
}
/** The same as {@link OrderToJSON}. */
export function OrderToJSONTyped(value?: Order | null, ignoreDiscriminator?: boolean): any {
  return toJson(ORDER, value)
}
/** The limits of a {@link Order} that the value breaks. */
export function validateOrder(value: Order): ValidationErrorContext[] {
  return validateModel(ORDER, value)
}

/** Whether the value has all mandatory fields of a {@link WidgetPaymentRequestAdditionalInfo}. */
export function instanceOfWidgetPaymentRequestAdditionalInfo(value: object): value is WidgetPaymentRequestAdditionalInfo {
  return instanceOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link WidgetPaymentRequestAdditionalInfo} from parsed JSON. */
export function WidgetPaymentRequestAdditionalInfoFromJSON(json: any): WidgetPaymentRequestAdditionalInfo {
  return fromJson(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, json) as WidgetPaymentRequestAdditionalInfo
}
/** The same as {@link WidgetPaymentRequestAdditionalInfoFromJSON}. */
export function WidgetPaymentRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): WidgetPaymentRequestAdditionalInfo {
  return fromJson(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, json) as WidgetPaymentRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link WidgetPaymentRequestAdditionalInfo}. */
export function WidgetPaymentRequestAdditionalInfoToJSON(json: any): WidgetPaymentRequestAdditionalInfo {
  return toJson(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, json) as WidgetPaymentRequestAdditionalInfo
}
/** The same as {@link WidgetPaymentRequestAdditionalInfoToJSON}. */
export function WidgetPaymentRequestAdditionalInfoToJSONTyped(value?: WidgetPaymentRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link WidgetPaymentRequestAdditionalInfo} that the value breaks. */
export function validateWidgetPaymentRequestAdditionalInfo(value: WidgetPaymentRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link WidgetPaymentRequest}. */
export function instanceOfWidgetPaymentRequest(value: object): value is WidgetPaymentRequest {
  return instanceOf(WIDGET_PAYMENT_REQUEST, value)
}
/** Reads a {@link WidgetPaymentRequest} from parsed JSON. */
export function WidgetPaymentRequestFromJSON(json: any): WidgetPaymentRequest {
  return fromJson(WIDGET_PAYMENT_REQUEST, json) as WidgetPaymentRequest
}
/** The same as {@link WidgetPaymentRequestFromJSON}. */
export function WidgetPaymentRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): WidgetPaymentRequest {
  return fromJson(WIDGET_PAYMENT_REQUEST, json) as WidgetPaymentRequest
}
/** Builds what goes over the wire for a {@link WidgetPaymentRequest}. */
export function WidgetPaymentRequestToJSON(json: any): WidgetPaymentRequest {
  return toJson(WIDGET_PAYMENT_REQUEST, json) as WidgetPaymentRequest
}
/** The same as {@link WidgetPaymentRequestToJSON}. */
export function WidgetPaymentRequestToJSONTyped(value?: WidgetPaymentRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(WIDGET_PAYMENT_REQUEST, value)
}
/** The limits of a {@link WidgetPaymentRequest} that the value breaks. */
export function validateWidgetPaymentRequest(value: WidgetPaymentRequest): ValidationErrorContext[] {
  return validateModel(WIDGET_PAYMENT_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link WidgetPaymentResponse}. */
export function instanceOfWidgetPaymentResponse(value: object): value is WidgetPaymentResponse {
  return instanceOf(WIDGET_PAYMENT_RESPONSE, value)
}
/** Reads a {@link WidgetPaymentResponse} from parsed JSON. */
export function WidgetPaymentResponseFromJSON(json: any): WidgetPaymentResponse {
  return fromJson(WIDGET_PAYMENT_RESPONSE, json) as WidgetPaymentResponse
}
/** The same as {@link WidgetPaymentResponseFromJSON}. */
export function WidgetPaymentResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): WidgetPaymentResponse {
  return fromJson(WIDGET_PAYMENT_RESPONSE, json) as WidgetPaymentResponse
}
/** Builds what goes over the wire for a {@link WidgetPaymentResponse}. */
export function WidgetPaymentResponseToJSON(json: any): WidgetPaymentResponse {
  return toJson(WIDGET_PAYMENT_RESPONSE, json) as WidgetPaymentResponse
}
/** The same as {@link WidgetPaymentResponseToJSON}. */
export function WidgetPaymentResponseToJSONTyped(value?: WidgetPaymentResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(WIDGET_PAYMENT_RESPONSE, value)
}
/** The limits of a {@link WidgetPaymentResponse} that the value breaks. */
export function validateWidgetPaymentResponse(value: WidgetPaymentResponse): ValidationErrorContext[] {
  return validateModel(WIDGET_PAYMENT_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link QueryPaymentRequest}. */
export function instanceOfQueryPaymentRequest(value: object): value is QueryPaymentRequest {
  return instanceOf(QUERY_PAYMENT_REQUEST, value)
}
/** Reads a {@link QueryPaymentRequest} from parsed JSON. */
export function QueryPaymentRequestFromJSON(json: any): QueryPaymentRequest {
  return fromJson(QUERY_PAYMENT_REQUEST, json) as QueryPaymentRequest
}
/** The same as {@link QueryPaymentRequestFromJSON}. */
export function QueryPaymentRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryPaymentRequest {
  return fromJson(QUERY_PAYMENT_REQUEST, json) as QueryPaymentRequest
}
/** Builds what goes over the wire for a {@link QueryPaymentRequest}. */
export function QueryPaymentRequestToJSON(json: any): QueryPaymentRequest {
  return toJson(QUERY_PAYMENT_REQUEST, json) as QueryPaymentRequest
}
/** The same as {@link QueryPaymentRequestToJSON}. */
export function QueryPaymentRequestToJSONTyped(value?: QueryPaymentRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_PAYMENT_REQUEST, value)
}
/** The limits of a {@link QueryPaymentRequest} that the value breaks. */
export function validateQueryPaymentRequest(value: QueryPaymentRequest): ValidationErrorContext[] {
  return validateModel(QUERY_PAYMENT_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link AmountDetail}. */
export function instanceOfAmountDetail(value: object): value is AmountDetail {
  return instanceOf(AMOUNT_DETAIL, value)
}
/** Reads a {@link AmountDetail} from parsed JSON. */
export function AmountDetailFromJSON(json: any): AmountDetail {
  return fromJson(AMOUNT_DETAIL, json) as AmountDetail
}
/** The same as {@link AmountDetailFromJSON}. */
export function AmountDetailFromJSONTyped(json: any, ignoreDiscriminator: boolean): AmountDetail {
  return fromJson(AMOUNT_DETAIL, json) as AmountDetail
}
/** Builds what goes over the wire for a {@link AmountDetail}. */
export function AmountDetailToJSON(json: any): AmountDetail {
  return toJson(AMOUNT_DETAIL, json) as AmountDetail
}
/** The same as {@link AmountDetailToJSON}. */
export function AmountDetailToJSONTyped(value?: AmountDetail | null, ignoreDiscriminator?: boolean): any {
  return toJson(AMOUNT_DETAIL, value)
}
/** The limits of a {@link AmountDetail} that the value breaks. */
export function validateAmountDetail(value: AmountDetail): ValidationErrorContext[] {
  return validateModel(AMOUNT_DETAIL, value)
}

/** Whether the value has all mandatory fields of a {@link TimeDetail}. */
export function instanceOfTimeDetail(value: object): value is TimeDetail {
  return instanceOf(TIME_DETAIL, value)
}
/** Reads a {@link TimeDetail} from parsed JSON. */
export function TimeDetailFromJSON(json: any): TimeDetail {
  return fromJson(TIME_DETAIL, json) as TimeDetail
}
/** The same as {@link TimeDetailFromJSON}. */
export function TimeDetailFromJSONTyped(json: any, ignoreDiscriminator: boolean): TimeDetail {
  return fromJson(TIME_DETAIL, json) as TimeDetail
}
/** Builds what goes over the wire for a {@link TimeDetail}. */
export function TimeDetailToJSON(json: any): TimeDetail {
  return toJson(TIME_DETAIL, json) as TimeDetail
}
/** The same as {@link TimeDetailToJSON}. */
export function TimeDetailToJSONTyped(value?: TimeDetail | null, ignoreDiscriminator?: boolean): any {
  return toJson(TIME_DETAIL, value)
}
/** The limits of a {@link TimeDetail} that the value breaks. */
export function validateTimeDetail(value: TimeDetail): ValidationErrorContext[] {
  return validateModel(TIME_DETAIL, value)
}

/** Whether the value has all mandatory fields of a {@link PayOptionInfo}. */
export function instanceOfPayOptionInfo(value: object): value is PayOptionInfo {
  return instanceOf(PAY_OPTION_INFO, value)
}
/** Reads a {@link PayOptionInfo} from parsed JSON. */
export function PayOptionInfoFromJSON(json: any): PayOptionInfo {
  return fromJson(PAY_OPTION_INFO, json) as PayOptionInfo
}
/** The same as {@link PayOptionInfoFromJSON}. */
export function PayOptionInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): PayOptionInfo {
  return fromJson(PAY_OPTION_INFO, json) as PayOptionInfo
}
/** Builds what goes over the wire for a {@link PayOptionInfo}. */
export function PayOptionInfoToJSON(json: any): PayOptionInfo {
  return toJson(PAY_OPTION_INFO, json) as PayOptionInfo
}
/** The same as {@link PayOptionInfoToJSON}. */
export function PayOptionInfoToJSONTyped(value?: PayOptionInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(PAY_OPTION_INFO, value)
}
/** The limits of a {@link PayOptionInfo} that the value breaks. */
export function validatePayOptionInfo(value: PayOptionInfo): ValidationErrorContext[] {
  return validateModel(PAY_OPTION_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link PaymentView}. */
export function instanceOfPaymentView(value: object): value is PaymentView {
  return instanceOf(PAYMENT_VIEW, value)
}
/** Reads a {@link PaymentView} from parsed JSON. */
export function PaymentViewFromJSON(json: any): PaymentView {
  return fromJson(PAYMENT_VIEW, json) as PaymentView
}
/** The same as {@link PaymentViewFromJSON}. */
export function PaymentViewFromJSONTyped(json: any, ignoreDiscriminator: boolean): PaymentView {
  return fromJson(PAYMENT_VIEW, json) as PaymentView
}
/** Builds what goes over the wire for a {@link PaymentView}. */
export function PaymentViewToJSON(json: any): PaymentView {
  return toJson(PAYMENT_VIEW, json) as PaymentView
}
/** The same as {@link PaymentViewToJSON}. */
export function PaymentViewToJSONTyped(value?: PaymentView | null, ignoreDiscriminator?: boolean): any {
  return toJson(PAYMENT_VIEW, value)
}
/** The limits of a {@link PaymentView} that the value breaks. */
export function validatePaymentView(value: PaymentView): ValidationErrorContext[] {
  return validateModel(PAYMENT_VIEW, value)
}

/** Whether the value has all mandatory fields of a {@link StatusDetail}. */
export function instanceOfStatusDetail(value: object): value is StatusDetail {
  return instanceOf(STATUS_DETAIL, value)
}
/** Reads a {@link StatusDetail} from parsed JSON. */
export function StatusDetailFromJSON(json: any): StatusDetail {
  return fromJson(STATUS_DETAIL, json) as StatusDetail
}
/** The same as {@link StatusDetailFromJSON}. */
export function StatusDetailFromJSONTyped(json: any, ignoreDiscriminator: boolean): StatusDetail {
  return fromJson(STATUS_DETAIL, json) as StatusDetail
}
/** Builds what goes over the wire for a {@link StatusDetail}. */
export function StatusDetailToJSON(json: any): StatusDetail {
  return toJson(STATUS_DETAIL, json) as StatusDetail
}
/** The same as {@link StatusDetailToJSON}. */
export function StatusDetailToJSONTyped(value?: StatusDetail | null, ignoreDiscriminator?: boolean): any {
  return toJson(STATUS_DETAIL, value)
}
/** The limits of a {@link StatusDetail} that the value breaks. */
export function validateStatusDetail(value: StatusDetail): ValidationErrorContext[] {
  return validateModel(STATUS_DETAIL, value)
}

/** Whether the value has all mandatory fields of a {@link VirtualAccountInfo}. */
export function instanceOfVirtualAccountInfo(value: object): value is VirtualAccountInfo {
  return instanceOf(VIRTUAL_ACCOUNT_INFO, value)
}
/** Reads a {@link VirtualAccountInfo} from parsed JSON. */
export function VirtualAccountInfoFromJSON(json: any): VirtualAccountInfo {
  return fromJson(VIRTUAL_ACCOUNT_INFO, json) as VirtualAccountInfo
}
/** The same as {@link VirtualAccountInfoFromJSON}. */
export function VirtualAccountInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): VirtualAccountInfo {
  return fromJson(VIRTUAL_ACCOUNT_INFO, json) as VirtualAccountInfo
}
/** Builds what goes over the wire for a {@link VirtualAccountInfo}. */
export function VirtualAccountInfoToJSON(json: any): VirtualAccountInfo {
  return toJson(VIRTUAL_ACCOUNT_INFO, json) as VirtualAccountInfo
}
/** The same as {@link VirtualAccountInfoToJSON}. */
export function VirtualAccountInfoToJSONTyped(value?: VirtualAccountInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(VIRTUAL_ACCOUNT_INFO, value)
}
/** The limits of a {@link VirtualAccountInfo} that the value breaks. */
export function validateVirtualAccountInfo(value: VirtualAccountInfo): ValidationErrorContext[] {
  return validateModel(VIRTUAL_ACCOUNT_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link QueryPaymentResponseAdditionalInfo}. */
export function instanceOfQueryPaymentResponseAdditionalInfo(value: object): value is QueryPaymentResponseAdditionalInfo {
  return instanceOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, value)
}
/** Reads a {@link QueryPaymentResponseAdditionalInfo} from parsed JSON. */
export function QueryPaymentResponseAdditionalInfoFromJSON(json: any): QueryPaymentResponseAdditionalInfo {
  return fromJson(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, json) as QueryPaymentResponseAdditionalInfo
}
/** The same as {@link QueryPaymentResponseAdditionalInfoFromJSON}. */
export function QueryPaymentResponseAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryPaymentResponseAdditionalInfo {
  return fromJson(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, json) as QueryPaymentResponseAdditionalInfo
}
/** Builds what goes over the wire for a {@link QueryPaymentResponseAdditionalInfo}. */
export function QueryPaymentResponseAdditionalInfoToJSON(json: any): QueryPaymentResponseAdditionalInfo {
  return toJson(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, json) as QueryPaymentResponseAdditionalInfo
}
/** The same as {@link QueryPaymentResponseAdditionalInfoToJSON}. */
export function QueryPaymentResponseAdditionalInfoToJSONTyped(value?: QueryPaymentResponseAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, value)
}
/** The limits of a {@link QueryPaymentResponseAdditionalInfo} that the value breaks. */
export function validateQueryPaymentResponseAdditionalInfo(value: QueryPaymentResponseAdditionalInfo): ValidationErrorContext[] {
  return validateModel(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link QueryPaymentResponse}. */
export function instanceOfQueryPaymentResponse(value: object): value is QueryPaymentResponse {
  return instanceOf(QUERY_PAYMENT_RESPONSE, value)
}
/** Reads a {@link QueryPaymentResponse} from parsed JSON. */
export function QueryPaymentResponseFromJSON(json: any): QueryPaymentResponse {
  return fromJson(QUERY_PAYMENT_RESPONSE, json) as QueryPaymentResponse
}
/** The same as {@link QueryPaymentResponseFromJSON}. */
export function QueryPaymentResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): QueryPaymentResponse {
  return fromJson(QUERY_PAYMENT_RESPONSE, json) as QueryPaymentResponse
}
/** Builds what goes over the wire for a {@link QueryPaymentResponse}. */
export function QueryPaymentResponseToJSON(json: any): QueryPaymentResponse {
  return toJson(QUERY_PAYMENT_RESPONSE, json) as QueryPaymentResponse
}
/** The same as {@link QueryPaymentResponseToJSON}. */
export function QueryPaymentResponseToJSONTyped(value?: QueryPaymentResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(QUERY_PAYMENT_RESPONSE, value)
}
/** The limits of a {@link QueryPaymentResponse} that the value breaks. */
export function validateQueryPaymentResponse(value: QueryPaymentResponse): ValidationErrorContext[] {
  return validateModel(QUERY_PAYMENT_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link CancelOrderRequest}. */
export function instanceOfCancelOrderRequest(value: object): value is CancelOrderRequest {
  return instanceOf(CANCEL_ORDER_REQUEST, value)
}
/** Reads a {@link CancelOrderRequest} from parsed JSON. */
export function CancelOrderRequestFromJSON(json: any): CancelOrderRequest {
  return fromJson(CANCEL_ORDER_REQUEST, json) as CancelOrderRequest
}
/** The same as {@link CancelOrderRequestFromJSON}. */
export function CancelOrderRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): CancelOrderRequest {
  return fromJson(CANCEL_ORDER_REQUEST, json) as CancelOrderRequest
}
/** Builds what goes over the wire for a {@link CancelOrderRequest}. */
export function CancelOrderRequestToJSON(json: any): CancelOrderRequest {
  return toJson(CANCEL_ORDER_REQUEST, json) as CancelOrderRequest
}
/** The same as {@link CancelOrderRequestToJSON}. */
export function CancelOrderRequestToJSONTyped(value?: CancelOrderRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(CANCEL_ORDER_REQUEST, value)
}
/** The limits of a {@link CancelOrderRequest} that the value breaks. */
export function validateCancelOrderRequest(value: CancelOrderRequest): ValidationErrorContext[] {
  return validateModel(CANCEL_ORDER_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link CancelOrderResponse}. */
export function instanceOfCancelOrderResponse(value: object): value is CancelOrderResponse {
  return instanceOf(CANCEL_ORDER_RESPONSE, value)
}
/** Reads a {@link CancelOrderResponse} from parsed JSON. */
export function CancelOrderResponseFromJSON(json: any): CancelOrderResponse {
  return fromJson(CANCEL_ORDER_RESPONSE, json) as CancelOrderResponse
}
/** The same as {@link CancelOrderResponseFromJSON}. */
export function CancelOrderResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): CancelOrderResponse {
  return fromJson(CANCEL_ORDER_RESPONSE, json) as CancelOrderResponse
}
/** Builds what goes over the wire for a {@link CancelOrderResponse}. */
export function CancelOrderResponseToJSON(json: any): CancelOrderResponse {
  return toJson(CANCEL_ORDER_RESPONSE, json) as CancelOrderResponse
}
/** The same as {@link CancelOrderResponseToJSON}. */
export function CancelOrderResponseToJSONTyped(value?: CancelOrderResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(CANCEL_ORDER_RESPONSE, value)
}
/** The limits of a {@link CancelOrderResponse} that the value breaks. */
export function validateCancelOrderResponse(value: CancelOrderResponse): ValidationErrorContext[] {
  return validateModel(CANCEL_ORDER_RESPONSE, value)
}

/** Whether the value has all mandatory fields of a {@link RefundOrderRequestAdditionalInfo}. */
export function instanceOfRefundOrderRequestAdditionalInfo(value: object): value is RefundOrderRequestAdditionalInfo {
  return instanceOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link RefundOrderRequestAdditionalInfo} from parsed JSON. */
export function RefundOrderRequestAdditionalInfoFromJSON(json: any): RefundOrderRequestAdditionalInfo {
  return fromJson(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, json) as RefundOrderRequestAdditionalInfo
}
/** The same as {@link RefundOrderRequestAdditionalInfoFromJSON}. */
export function RefundOrderRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): RefundOrderRequestAdditionalInfo {
  return fromJson(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, json) as RefundOrderRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link RefundOrderRequestAdditionalInfo}. */
export function RefundOrderRequestAdditionalInfoToJSON(json: any): RefundOrderRequestAdditionalInfo {
  return toJson(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, json) as RefundOrderRequestAdditionalInfo
}
/** The same as {@link RefundOrderRequestAdditionalInfoToJSON}. */
export function RefundOrderRequestAdditionalInfoToJSONTyped(value?: RefundOrderRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link RefundOrderRequestAdditionalInfo} that the value breaks. */
export function validateRefundOrderRequestAdditionalInfo(value: RefundOrderRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(REFUND_ORDER_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link RefundOrderRequest}. */
export function instanceOfRefundOrderRequest(value: object): value is RefundOrderRequest {
  return instanceOf(REFUND_ORDER_REQUEST, value)
}
/** Reads a {@link RefundOrderRequest} from parsed JSON. */
export function RefundOrderRequestFromJSON(json: any): RefundOrderRequest {
  return fromJson(REFUND_ORDER_REQUEST, json) as RefundOrderRequest
}
/** The same as {@link RefundOrderRequestFromJSON}. */
export function RefundOrderRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): RefundOrderRequest {
  return fromJson(REFUND_ORDER_REQUEST, json) as RefundOrderRequest
}
/** Builds what goes over the wire for a {@link RefundOrderRequest}. */
export function RefundOrderRequestToJSON(json: any): RefundOrderRequest {
  return toJson(REFUND_ORDER_REQUEST, json) as RefundOrderRequest
}
/** The same as {@link RefundOrderRequestToJSON}. */
export function RefundOrderRequestToJSONTyped(value?: RefundOrderRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(REFUND_ORDER_REQUEST, value)
}
/** The limits of a {@link RefundOrderRequest} that the value breaks. */
export function validateRefundOrderRequest(value: RefundOrderRequest): ValidationErrorContext[] {
  return validateModel(REFUND_ORDER_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link RefundOrderResponse}. */
export function instanceOfRefundOrderResponse(value: object): value is RefundOrderResponse {
  return instanceOf(REFUND_ORDER_RESPONSE, value)
}
/** Reads a {@link RefundOrderResponse} from parsed JSON. */
export function RefundOrderResponseFromJSON(json: any): RefundOrderResponse {
  return fromJson(REFUND_ORDER_RESPONSE, json) as RefundOrderResponse
}
/** The same as {@link RefundOrderResponseFromJSON}. */
export function RefundOrderResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): RefundOrderResponse {
  return fromJson(REFUND_ORDER_RESPONSE, json) as RefundOrderResponse
}
/** Builds what goes over the wire for a {@link RefundOrderResponse}. */
export function RefundOrderResponseToJSON(json: any): RefundOrderResponse {
  return toJson(REFUND_ORDER_RESPONSE, json) as RefundOrderResponse
}
/** The same as {@link RefundOrderResponseToJSON}. */
export function RefundOrderResponseToJSONTyped(value?: RefundOrderResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(REFUND_ORDER_RESPONSE, value)
}
/** The limits of a {@link RefundOrderResponse} that the value breaks. */
export function validateRefundOrderResponse(value: RefundOrderResponse): ValidationErrorContext[] {
  return validateModel(REFUND_ORDER_RESPONSE, value)
}
