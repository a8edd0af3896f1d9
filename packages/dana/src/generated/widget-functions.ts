// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import {
  type FromJSON,
  type InstanceOf,
  readerOf,
  recogniserOf,
  type ToJSON,
  type ToJSONTyped,
  type Validate,
  validatorOf,
  writerOf
} from '../models/model-functions.js'
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

export const instanceOfMoney: InstanceOf<Money> = /* @__PURE__ */ recogniserOf(MONEY)
export const MoneyFromJSON: FromJSON<Money> = /* @__PURE__ */ readerOf(MONEY)
export { MoneyFromJSON as MoneyFromJSONTyped }
export const MoneyToJSON: ToJSON<Money> = /* @__PURE__ */ writerOf(MONEY)
export const MoneyToJSONTyped: ToJSONTyped<Money> = /* @__PURE__ */ writerOf(MONEY)
export const validateMoney: Validate<Money> = /* @__PURE__ */ validatorOf(MONEY)

export const instanceOfUrlParam: InstanceOf<UrlParam> = /* @__PURE__ */ recogniserOf(URL_PARAM)
export const UrlParamFromJSON: FromJSON<UrlParam> = /* @__PURE__ */ readerOf(URL_PARAM)
export { UrlParamFromJSON as UrlParamFromJSONTyped }
export const UrlParamToJSON: ToJSON<UrlParam> = /* @__PURE__ */ writerOf(URL_PARAM)
export const UrlParamToJSONTyped: ToJSONTyped<UrlParam> = /* @__PURE__ */ writerOf(URL_PARAM)
export const validateUrlParam: Validate<UrlParam> = /* @__PURE__ */ validatorOf(URL_PARAM)

export const instanceOfEnvInfo: InstanceOf<EnvInfo> = /* @__PURE__ */ recogniserOf(ENV_INFO)
export const EnvInfoFromJSON: FromJSON<EnvInfo> = /* @__PURE__ */ readerOf(ENV_INFO)
export { EnvInfoFromJSON as EnvInfoFromJSONTyped }
export const EnvInfoToJSON: ToJSON<EnvInfo> = /* @__PURE__ */ writerOf(ENV_INFO)
export const EnvInfoToJSONTyped: ToJSONTyped<EnvInfo> = /* @__PURE__ */ writerOf(ENV_INFO)
export const validateEnvInfo: Validate<EnvInfo> = /* @__PURE__ */ validatorOf(ENV_INFO)

export const instanceOfBuyer: InstanceOf<Buyer> = /* @__PURE__ */ recogniserOf(BUYER)
export const BuyerFromJSON: FromJSON<Buyer> = /* @__PURE__ */ readerOf(BUYER)
export { BuyerFromJSON as BuyerFromJSONTyped }
export const BuyerToJSON: ToJSON<Buyer> = /* @__PURE__ */ writerOf(BUYER)
export const BuyerToJSONTyped: ToJSONTyped<Buyer> = /* @__PURE__ */ writerOf(BUYER)
export const validateBuyer: Validate<Buyer> = /* @__PURE__ */ validatorOf(BUYER)

export const instanceOfSeller: InstanceOf<Seller> = /* @__PURE__ */ recogniserOf(SELLER)
export const SellerFromJSON: FromJSON<Seller> = /* @__PURE__ */ readerOf(SELLER)
export { SellerFromJSON as SellerFromJSONTyped }
export const SellerToJSON: ToJSON<Seller> = /* @__PURE__ */ writerOf(SELLER)
export const SellerToJSONTyped: ToJSONTyped<Seller> = /* @__PURE__ */ writerOf(SELLER)
export const validateSeller: Validate<Seller> = /* @__PURE__ */ validatorOf(SELLER)

export const instanceOfGoods: InstanceOf<Goods> = /* @__PURE__ */ recogniserOf(GOODS)
export const GoodsFromJSON: FromJSON<Goods> = /* @__PURE__ */ readerOf(GOODS)
export { GoodsFromJSON as GoodsFromJSONTyped }
export const GoodsToJSON: ToJSON<Goods> = /* @__PURE__ */ writerOf(GOODS)
export const GoodsToJSONTyped: ToJSONTyped<Goods> = /* @__PURE__ */ writerOf(GOODS)
export const validateGoods: Validate<Goods> = /* @__PURE__ */ validatorOf(GOODS)

export const instanceOfShippingInfo: InstanceOf<ShippingInfo> = /* @__PURE__ */ recogniserOf(SHIPPING_INFO)
export const ShippingInfoFromJSON: FromJSON<ShippingInfo> = /* @__PURE__ */ readerOf(SHIPPING_INFO)
export { ShippingInfoFromJSON as ShippingInfoFromJSONTyped }
export const ShippingInfoToJSON: ToJSON<ShippingInfo> = /* @__PURE__ */ writerOf(SHIPPING_INFO)
export const ShippingInfoToJSONTyped: ToJSONTyped<ShippingInfo> = /* @__PURE__ */ writerOf(SHIPPING_INFO)
export const validateShippingInfo: Validate<ShippingInfo> = /* @__PURE__ */ validatorOf(SHIPPING_INFO)

export const instanceOfOauth2UrlDataSeamlessData: InstanceOf<Oauth2UrlDataSeamlessData> = /* @__PURE__ */ recogniserOf(OAUTH2_URL_DATA_SEAMLESS_DATA)
export const Oauth2UrlDataSeamlessDataFromJSON: FromJSON<Oauth2UrlDataSeamlessData> = /* @__PURE__ */ readerOf(OAUTH2_URL_DATA_SEAMLESS_DATA)
export { Oauth2UrlDataSeamlessDataFromJSON as Oauth2UrlDataSeamlessDataFromJSONTyped }
export const Oauth2UrlDataSeamlessDataToJSON: ToJSON<Oauth2UrlDataSeamlessData> = /* @__PURE__ */ writerOf(OAUTH2_URL_DATA_SEAMLESS_DATA)
export const Oauth2UrlDataSeamlessDataToJSONTyped: ToJSONTyped<Oauth2UrlDataSeamlessData> = /* @__PURE__ */ writerOf(OAUTH2_URL_DATA_SEAMLESS_DATA)
export const validateOauth2UrlDataSeamlessData: Validate<Oauth2UrlDataSeamlessData> = /* @__PURE__ */ validatorOf(OAUTH2_URL_DATA_SEAMLESS_DATA)

export const instanceOfOauth2UrlData: InstanceOf<Oauth2UrlData> = /* @__PURE__ */ recogniserOf(OAUTH2_URL_DATA)
export const Oauth2UrlDataFromJSON: FromJSON<Oauth2UrlData> = /* @__PURE__ */ readerOf(OAUTH2_URL_DATA)
export { Oauth2UrlDataFromJSON as Oauth2UrlDataFromJSONTyped }
export const Oauth2UrlDataToJSON: ToJSON<Oauth2UrlData> = /* @__PURE__ */ writerOf(OAUTH2_URL_DATA)
export const Oauth2UrlDataToJSONTyped: ToJSONTyped<Oauth2UrlData> = /* @__PURE__ */ writerOf(OAUTH2_URL_DATA)
export const validateOauth2UrlData: Validate<Oauth2UrlData> = /* @__PURE__ */ validatorOf(OAUTH2_URL_DATA)

export const instanceOfApplyTokenAuthorizationCodeRequest: InstanceOf<ApplyTokenAuthorizationCodeRequest> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST)
export const ApplyTokenAuthorizationCodeRequestFromJSON: FromJSON<ApplyTokenAuthorizationCodeRequest> = /* @__PURE__ */ readerOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST)
export { ApplyTokenAuthorizationCodeRequestFromJSON as ApplyTokenAuthorizationCodeRequestFromJSONTyped }
export const ApplyTokenAuthorizationCodeRequestToJSON: ToJSON<ApplyTokenAuthorizationCodeRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST)
export const ApplyTokenAuthorizationCodeRequestToJSONTyped: ToJSONTyped<ApplyTokenAuthorizationCodeRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST)
export const validateApplyTokenAuthorizationCodeRequest: Validate<ApplyTokenAuthorizationCodeRequest> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST)

export const instanceOfApplyTokenRefreshTokenRequest: InstanceOf<ApplyTokenRefreshTokenRequest> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST)
export const ApplyTokenRefreshTokenRequestFromJSON: FromJSON<ApplyTokenRefreshTokenRequest> = /* @__PURE__ */ readerOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST)
export { ApplyTokenRefreshTokenRequestFromJSON as ApplyTokenRefreshTokenRequestFromJSONTyped }
export const ApplyTokenRefreshTokenRequestToJSON: ToJSON<ApplyTokenRefreshTokenRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST)
export const ApplyTokenRefreshTokenRequestToJSONTyped: ToJSONTyped<ApplyTokenRefreshTokenRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST)
export const validateApplyTokenRefreshTokenRequest: Validate<ApplyTokenRefreshTokenRequest> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_REFRESH_TOKEN_REQUEST)

export const ApplyTokenRequestFromJSON: FromJSON<ApplyTokenRequest> = /* @__PURE__ */ readerOf(APPLY_TOKEN_REQUEST)
export { ApplyTokenRequestFromJSON as ApplyTokenRequestFromJSONTyped }
export const ApplyTokenRequestToJSON: ToJSON<ApplyTokenRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_REQUEST)
export const ApplyTokenRequestToJSONTyped: ToJSONTyped<ApplyTokenRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_REQUEST)
export const validateApplyTokenRequest: Validate<ApplyTokenRequest> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_REQUEST)

export const instanceOfApplyTokenBaseRequest: InstanceOf<ApplyTokenBaseRequest> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_BASE_REQUEST)
export const ApplyTokenBaseRequestFromJSON: FromJSON<ApplyTokenBaseRequest> = /* @__PURE__ */ readerOf(APPLY_TOKEN_BASE_REQUEST)
export { ApplyTokenBaseRequestFromJSON as ApplyTokenBaseRequestFromJSONTyped }
export const ApplyTokenBaseRequestToJSON: ToJSON<ApplyTokenBaseRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_BASE_REQUEST)
export const ApplyTokenBaseRequestToJSONTyped: ToJSONTyped<ApplyTokenBaseRequest> = /* @__PURE__ */ writerOf(APPLY_TOKEN_BASE_REQUEST)
export const validateApplyTokenBaseRequest: Validate<ApplyTokenBaseRequest> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_BASE_REQUEST)

export const instanceOfApplyTokenResponseAdditionalInfoUserInfo: InstanceOf<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)
export const ApplyTokenResponseAdditionalInfoUserInfoFromJSON: FromJSON<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ readerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)
export { ApplyTokenResponseAdditionalInfoUserInfoFromJSON as ApplyTokenResponseAdditionalInfoUserInfoFromJSONTyped }
export const ApplyTokenResponseAdditionalInfoUserInfoToJSON: ToJSON<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)
export const ApplyTokenResponseAdditionalInfoUserInfoToJSONTyped: ToJSONTyped<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)
export const validateApplyTokenResponseAdditionalInfoUserInfo: Validate<ApplyTokenResponseAdditionalInfoUserInfo> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO)

export const instanceOfApplyTokenResponseAdditionalInfo: InstanceOf<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)
export const ApplyTokenResponseAdditionalInfoFromJSON: FromJSON<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ readerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)
export { ApplyTokenResponseAdditionalInfoFromJSON as ApplyTokenResponseAdditionalInfoFromJSONTyped }
export const ApplyTokenResponseAdditionalInfoToJSON: ToJSON<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)
export const ApplyTokenResponseAdditionalInfoToJSONTyped: ToJSONTyped<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)
export const validateApplyTokenResponseAdditionalInfo: Validate<ApplyTokenResponseAdditionalInfo> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO)

export const instanceOfApplyTokenResponse: InstanceOf<ApplyTokenResponse> = /* @__PURE__ */ recogniserOf(APPLY_TOKEN_RESPONSE)
export const ApplyTokenResponseFromJSON: FromJSON<ApplyTokenResponse> = /* @__PURE__ */ readerOf(APPLY_TOKEN_RESPONSE)
export { ApplyTokenResponseFromJSON as ApplyTokenResponseFromJSONTyped }
export const ApplyTokenResponseToJSON: ToJSON<ApplyTokenResponse> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE)
export const ApplyTokenResponseToJSONTyped: ToJSONTyped<ApplyTokenResponse> = /* @__PURE__ */ writerOf(APPLY_TOKEN_RESPONSE)
export const validateApplyTokenResponse: Validate<ApplyTokenResponse> = /* @__PURE__ */ validatorOf(APPLY_TOKEN_RESPONSE)

export const instanceOfAccountUnbindingRequestAdditionalInfo: InstanceOf<AccountUnbindingRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO)
export const AccountUnbindingRequestAdditionalInfoFromJSON: FromJSON<AccountUnbindingRequestAdditionalInfo> = /* @__PURE__ */ readerOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO)
export { AccountUnbindingRequestAdditionalInfoFromJSON as AccountUnbindingRequestAdditionalInfoFromJSONTyped }
export const AccountUnbindingRequestAdditionalInfoToJSON: ToJSON<AccountUnbindingRequestAdditionalInfo> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO)
export const AccountUnbindingRequestAdditionalInfoToJSONTyped: ToJSONTyped<AccountUnbindingRequestAdditionalInfo> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO)
export const validateAccountUnbindingRequestAdditionalInfo: Validate<AccountUnbindingRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO)

export const instanceOfAccountUnbindingRequest: InstanceOf<AccountUnbindingRequest> = /* @__PURE__ */ recogniserOf(ACCOUNT_UNBINDING_REQUEST)
export const AccountUnbindingRequestFromJSON: FromJSON<AccountUnbindingRequest> = /* @__PURE__ */ readerOf(ACCOUNT_UNBINDING_REQUEST)
export { AccountUnbindingRequestFromJSON as AccountUnbindingRequestFromJSONTyped }
export const AccountUnbindingRequestToJSON: ToJSON<AccountUnbindingRequest> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_REQUEST)
export const AccountUnbindingRequestToJSONTyped: ToJSONTyped<AccountUnbindingRequest> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_REQUEST)
export const validateAccountUnbindingRequest: Validate<AccountUnbindingRequest> = /* @__PURE__ */ validatorOf(ACCOUNT_UNBINDING_REQUEST)

export const instanceOfAccountUnbindingResponse: InstanceOf<AccountUnbindingResponse> = /* @__PURE__ */ recogniserOf(ACCOUNT_UNBINDING_RESPONSE)
export const AccountUnbindingResponseFromJSON: FromJSON<AccountUnbindingResponse> = /* @__PURE__ */ readerOf(ACCOUNT_UNBINDING_RESPONSE)
export { AccountUnbindingResponseFromJSON as AccountUnbindingResponseFromJSONTyped }
export const AccountUnbindingResponseToJSON: ToJSON<AccountUnbindingResponse> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_RESPONSE)
export const AccountUnbindingResponseToJSONTyped: ToJSONTyped<AccountUnbindingResponse> = /* @__PURE__ */ writerOf(ACCOUNT_UNBINDING_RESPONSE)
export const validateAccountUnbindingResponse: Validate<AccountUnbindingResponse> = /* @__PURE__ */ validatorOf(ACCOUNT_UNBINDING_RESPONSE)

export const instanceOfApplyOTTRequestAdditionalInfo: InstanceOf<ApplyOTTRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO)
export const ApplyOTTRequestAdditionalInfoFromJSON: FromJSON<ApplyOTTRequestAdditionalInfo> = /* @__PURE__ */ readerOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO)
export { ApplyOTTRequestAdditionalInfoFromJSON as ApplyOTTRequestAdditionalInfoFromJSONTyped }
export const ApplyOTTRequestAdditionalInfoToJSON: ToJSON<ApplyOTTRequestAdditionalInfo> = /* @__PURE__ */ writerOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO)
export const ApplyOTTRequestAdditionalInfoToJSONTyped: ToJSONTyped<ApplyOTTRequestAdditionalInfo> = /* @__PURE__ */ writerOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO)
export const validateApplyOTTRequestAdditionalInfo: Validate<ApplyOTTRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(APPLY_OTT_REQUEST_ADDITIONAL_INFO)

export const instanceOfApplyOTTRequest: InstanceOf<ApplyOTTRequest> = /* @__PURE__ */ recogniserOf(APPLY_OTT_REQUEST)
export const ApplyOTTRequestFromJSON: FromJSON<ApplyOTTRequest> = /* @__PURE__ */ readerOf(APPLY_OTT_REQUEST)
export { ApplyOTTRequestFromJSON as ApplyOTTRequestFromJSONTyped }
export const ApplyOTTRequestToJSON: ToJSON<ApplyOTTRequest> = /* @__PURE__ */ writerOf(APPLY_OTT_REQUEST)
export const ApplyOTTRequestToJSONTyped: ToJSONTyped<ApplyOTTRequest> = /* @__PURE__ */ writerOf(APPLY_OTT_REQUEST)
export const validateApplyOTTRequest: Validate<ApplyOTTRequest> = /* @__PURE__ */ validatorOf(APPLY_OTT_REQUEST)

export const instanceOfApplyOTTResponseUserResourcesInner: InstanceOf<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ recogniserOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)
export const ApplyOTTResponseUserResourcesInnerFromJSON: FromJSON<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ readerOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)
export { ApplyOTTResponseUserResourcesInnerFromJSON as ApplyOTTResponseUserResourcesInnerFromJSONTyped }
export const ApplyOTTResponseUserResourcesInnerToJSON: ToJSON<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ writerOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)
export const ApplyOTTResponseUserResourcesInnerToJSONTyped: ToJSONTyped<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ writerOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)
export const validateApplyOTTResponseUserResourcesInner: Validate<ApplyOTTResponseUserResourcesInner> = /* @__PURE__ */ validatorOf(APPLY_OTT_RESPONSE_USER_RESOURCES_INNER)

export const instanceOfApplyOTTResponse: InstanceOf<ApplyOTTResponse> = /* @__PURE__ */ recogniserOf(APPLY_OTT_RESPONSE)
export const ApplyOTTResponseFromJSON: FromJSON<ApplyOTTResponse> = /* @__PURE__ */ readerOf(APPLY_OTT_RESPONSE)
export { ApplyOTTResponseFromJSON as ApplyOTTResponseFromJSONTyped }
export const ApplyOTTResponseToJSON: ToJSON<ApplyOTTResponse> = /* @__PURE__ */ writerOf(APPLY_OTT_RESPONSE)
export const ApplyOTTResponseToJSONTyped: ToJSONTyped<ApplyOTTResponse> = /* @__PURE__ */ writerOf(APPLY_OTT_RESPONSE)
export const validateApplyOTTResponse: Validate<ApplyOTTResponse> = /* @__PURE__ */ validatorOf(APPLY_OTT_RESPONSE)

export const instanceOfBalanceInquiryRequestAdditionalInfo: InstanceOf<BalanceInquiryRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO)
export const BalanceInquiryRequestAdditionalInfoFromJSON: FromJSON<BalanceInquiryRequestAdditionalInfo> = /* @__PURE__ */ readerOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO)
export { BalanceInquiryRequestAdditionalInfoFromJSON as BalanceInquiryRequestAdditionalInfoFromJSONTyped }
export const BalanceInquiryRequestAdditionalInfoToJSON: ToJSON<BalanceInquiryRequestAdditionalInfo> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO)
export const BalanceInquiryRequestAdditionalInfoToJSONTyped: ToJSONTyped<BalanceInquiryRequestAdditionalInfo> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO)
export const validateBalanceInquiryRequestAdditionalInfo: Validate<BalanceInquiryRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO)

export const instanceOfBalanceInquiryRequest: InstanceOf<BalanceInquiryRequest> = /* @__PURE__ */ recogniserOf(BALANCE_INQUIRY_REQUEST)
export const BalanceInquiryRequestFromJSON: FromJSON<BalanceInquiryRequest> = /* @__PURE__ */ readerOf(BALANCE_INQUIRY_REQUEST)
export { BalanceInquiryRequestFromJSON as BalanceInquiryRequestFromJSONTyped }
export const BalanceInquiryRequestToJSON: ToJSON<BalanceInquiryRequest> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_REQUEST)
export const BalanceInquiryRequestToJSONTyped: ToJSONTyped<BalanceInquiryRequest> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_REQUEST)
export const validateBalanceInquiryRequest: Validate<BalanceInquiryRequest> = /* @__PURE__ */ validatorOf(BALANCE_INQUIRY_REQUEST)

export const instanceOfAccountInfo: InstanceOf<AccountInfo> = /* @__PURE__ */ recogniserOf(ACCOUNT_INFO)
export const AccountInfoFromJSON: FromJSON<AccountInfo> = /* @__PURE__ */ readerOf(ACCOUNT_INFO)
export { AccountInfoFromJSON as AccountInfoFromJSONTyped }
export const AccountInfoToJSON: ToJSON<AccountInfo> = /* @__PURE__ */ writerOf(ACCOUNT_INFO)
export const AccountInfoToJSONTyped: ToJSONTyped<AccountInfo> = /* @__PURE__ */ writerOf(ACCOUNT_INFO)
export const validateAccountInfo: Validate<AccountInfo> = /* @__PURE__ */ validatorOf(ACCOUNT_INFO)

export const instanceOfBalanceInquiryResponse: InstanceOf<BalanceInquiryResponse> = /* @__PURE__ */ recogniserOf(BALANCE_INQUIRY_RESPONSE)
export const BalanceInquiryResponseFromJSON: FromJSON<BalanceInquiryResponse> = /* @__PURE__ */ readerOf(BALANCE_INQUIRY_RESPONSE)
export { BalanceInquiryResponseFromJSON as BalanceInquiryResponseFromJSONTyped }
export const BalanceInquiryResponseToJSON: ToJSON<BalanceInquiryResponse> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_RESPONSE)
export const BalanceInquiryResponseToJSONTyped: ToJSONTyped<BalanceInquiryResponse> = /* @__PURE__ */ writerOf(BALANCE_INQUIRY_RESPONSE)
export const validateBalanceInquiryResponse: Validate<BalanceInquiryResponse> = /* @__PURE__ */ validatorOf(BALANCE_INQUIRY_RESPONSE)

export const instanceOfQueryUserProfileRequest: InstanceOf<QueryUserProfileRequest> = /* @__PURE__ */ recogniserOf(QUERY_USER_PROFILE_REQUEST)
export const QueryUserProfileRequestFromJSON: FromJSON<QueryUserProfileRequest> = /* @__PURE__ */ readerOf(QUERY_USER_PROFILE_REQUEST)
export { QueryUserProfileRequestFromJSON as QueryUserProfileRequestFromJSONTyped }
export const QueryUserProfileRequestToJSON: ToJSON<QueryUserProfileRequest> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_REQUEST)
export const QueryUserProfileRequestToJSONTyped: ToJSONTyped<QueryUserProfileRequest> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_REQUEST)
export const validateQueryUserProfileRequest: Validate<QueryUserProfileRequest> = /* @__PURE__ */ validatorOf(QUERY_USER_PROFILE_REQUEST)

export const instanceOfQueryUserProfileResponseResponseHead: InstanceOf<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ recogniserOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)
export const QueryUserProfileResponseResponseHeadFromJSON: FromJSON<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ readerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)
export { QueryUserProfileResponseResponseHeadFromJSON as QueryUserProfileResponseResponseHeadFromJSONTyped }
export const QueryUserProfileResponseResponseHeadToJSON: ToJSON<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)
export const QueryUserProfileResponseResponseHeadToJSONTyped: ToJSONTyped<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)
export const validateQueryUserProfileResponseResponseHead: Validate<QueryUserProfileResponseResponseHead> = /* @__PURE__ */ validatorOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD)

export const instanceOfResultInfo: InstanceOf<ResultInfo> = /* @__PURE__ */ recogniserOf(RESULT_INFO)
export const ResultInfoFromJSON: FromJSON<ResultInfo> = /* @__PURE__ */ readerOf(RESULT_INFO)
export { ResultInfoFromJSON as ResultInfoFromJSONTyped }
export const ResultInfoToJSON: ToJSON<ResultInfo> = /* @__PURE__ */ writerOf(RESULT_INFO)
export const ResultInfoToJSONTyped: ToJSONTyped<ResultInfo> = /* @__PURE__ */ writerOf(RESULT_INFO)
export const validateResultInfo: Validate<ResultInfo> = /* @__PURE__ */ validatorOf(RESULT_INFO)

export const instanceOfUserResourceInfo: InstanceOf<UserResourceInfo> = /* @__PURE__ */ recogniserOf(USER_RESOURCE_INFO)
export const UserResourceInfoFromJSON: FromJSON<UserResourceInfo> = /* @__PURE__ */ readerOf(USER_RESOURCE_INFO)
export { UserResourceInfoFromJSON as UserResourceInfoFromJSONTyped }
export const UserResourceInfoToJSON: ToJSON<UserResourceInfo> = /* @__PURE__ */ writerOf(USER_RESOURCE_INFO)
export const UserResourceInfoToJSONTyped: ToJSONTyped<UserResourceInfo> = /* @__PURE__ */ writerOf(USER_RESOURCE_INFO)
export const validateUserResourceInfo: Validate<UserResourceInfo> = /* @__PURE__ */ validatorOf(USER_RESOURCE_INFO)

export const instanceOfQueryUserProfileResponseResponseBody: InstanceOf<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ recogniserOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)
export const QueryUserProfileResponseResponseBodyFromJSON: FromJSON<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ readerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)
export { QueryUserProfileResponseResponseBodyFromJSON as QueryUserProfileResponseResponseBodyFromJSONTyped }
export const QueryUserProfileResponseResponseBodyToJSON: ToJSON<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)
export const QueryUserProfileResponseResponseBodyToJSONTyped: ToJSONTyped<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)
export const validateQueryUserProfileResponseResponseBody: Validate<QueryUserProfileResponseResponseBody> = /* @__PURE__ */ validatorOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY)

export const instanceOfQueryUserProfileResponseResponse: InstanceOf<QueryUserProfileResponseResponse> = /* @__PURE__ */ recogniserOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE)
export const QueryUserProfileResponseResponseFromJSON: FromJSON<QueryUserProfileResponseResponse> = /* @__PURE__ */ readerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE)
export { QueryUserProfileResponseResponseFromJSON as QueryUserProfileResponseResponseFromJSONTyped }
export const QueryUserProfileResponseResponseToJSON: ToJSON<QueryUserProfileResponseResponse> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE)
export const QueryUserProfileResponseResponseToJSONTyped: ToJSONTyped<QueryUserProfileResponseResponse> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE)
export const validateQueryUserProfileResponseResponse: Validate<QueryUserProfileResponseResponse> = /* @__PURE__ */ validatorOf(QUERY_USER_PROFILE_RESPONSE_RESPONSE)

export const instanceOfQueryUserProfileResponse: InstanceOf<QueryUserProfileResponse> = /* @__PURE__ */ recogniserOf(QUERY_USER_PROFILE_RESPONSE)
export const QueryUserProfileResponseFromJSON: FromJSON<QueryUserProfileResponse> = /* @__PURE__ */ readerOf(QUERY_USER_PROFILE_RESPONSE)
export { QueryUserProfileResponseFromJSON as QueryUserProfileResponseFromJSONTyped }
export const QueryUserProfileResponseToJSON: ToJSON<QueryUserProfileResponse> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE)
export const QueryUserProfileResponseToJSONTyped: ToJSONTyped<QueryUserProfileResponse> = /* @__PURE__ */ writerOf(QUERY_USER_PROFILE_RESPONSE)
export const validateQueryUserProfileResponse: Validate<QueryUserProfileResponse> = /* @__PURE__ */ validatorOf(QUERY_USER_PROFILE_RESPONSE)

export const instanceOfPayOptionDetailAdditionalInfo: InstanceOf<PayOptionDetailAdditionalInfo> = /* @__PURE__ */ recogniserOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO)
export const PayOptionDetailAdditionalInfoFromJSON: FromJSON<PayOptionDetailAdditionalInfo> = /* @__PURE__ */ readerOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO)
export { PayOptionDetailAdditionalInfoFromJSON as PayOptionDetailAdditionalInfoFromJSONTyped }
export const PayOptionDetailAdditionalInfoToJSON: ToJSON<PayOptionDetailAdditionalInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO)
export const PayOptionDetailAdditionalInfoToJSONTyped: ToJSONTyped<PayOptionDetailAdditionalInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO)
export const validatePayOptionDetailAdditionalInfo: Validate<PayOptionDetailAdditionalInfo> = /* @__PURE__ */ validatorOf(PAY_OPTION_DETAIL_ADDITIONAL_INFO)

export const instanceOfPayOptionDetail: InstanceOf<PayOptionDetail> = /* @__PURE__ */ recogniserOf(PAY_OPTION_DETAIL)
export const PayOptionDetailFromJSON: FromJSON<PayOptionDetail> = /* @__PURE__ */ readerOf(PAY_OPTION_DETAIL)
export { PayOptionDetailFromJSON as PayOptionDetailFromJSONTyped }
export const PayOptionDetailToJSON: ToJSON<PayOptionDetail> = /* @__PURE__ */ writerOf(PAY_OPTION_DETAIL)
export const PayOptionDetailToJSONTyped: ToJSONTyped<PayOptionDetail> = /* @__PURE__ */ writerOf(PAY_OPTION_DETAIL)
export const validatePayOptionDetail: Validate<PayOptionDetail> = /* @__PURE__ */ validatorOf(PAY_OPTION_DETAIL)

export const instanceOfServiceInfo: InstanceOf<ServiceInfo> = /* @__PURE__ */ recogniserOf(SERVICE_INFO)
export const ServiceInfoFromJSON: FromJSON<ServiceInfo> = /* @__PURE__ */ readerOf(SERVICE_INFO)
export { ServiceInfoFromJSON as ServiceInfoFromJSONTyped }
export const ServiceInfoToJSON: ToJSON<ServiceInfo> = /* @__PURE__ */ writerOf(SERVICE_INFO)
export const ServiceInfoToJSONTyped: ToJSONTyped<ServiceInfo> = /* @__PURE__ */ writerOf(SERVICE_INFO)
export const validateServiceInfo: Validate<ServiceInfo> = /* @__PURE__ */ validatorOf(SERVICE_INFO)

export const instanceOfInternationalOrderInfoExchangeRate: InstanceOf<InternationalOrderInfoExchangeRate> = /* @__PURE__ */ recogniserOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE)
export const InternationalOrderInfoExchangeRateFromJSON: FromJSON<InternationalOrderInfoExchangeRate> = /* @__PURE__ */ readerOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE)
export { InternationalOrderInfoExchangeRateFromJSON as InternationalOrderInfoExchangeRateFromJSONTyped }
export const InternationalOrderInfoExchangeRateToJSON: ToJSON<InternationalOrderInfoExchangeRate> = /* @__PURE__ */ writerOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE)
export const InternationalOrderInfoExchangeRateToJSONTyped: ToJSONTyped<InternationalOrderInfoExchangeRate> = /* @__PURE__ */ writerOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE)
export const validateInternationalOrderInfoExchangeRate: Validate<InternationalOrderInfoExchangeRate> = /* @__PURE__ */ validatorOf(INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE)

export const instanceOfPaymentPromoInfo: InstanceOf<PaymentPromoInfo> = /* @__PURE__ */ recogniserOf(PAYMENT_PROMO_INFO)
export const PaymentPromoInfoFromJSON: FromJSON<PaymentPromoInfo> = /* @__PURE__ */ readerOf(PAYMENT_PROMO_INFO)
export { PaymentPromoInfoFromJSON as PaymentPromoInfoFromJSONTyped }
export const PaymentPromoInfoToJSON: ToJSON<PaymentPromoInfo> = /* @__PURE__ */ writerOf(PAYMENT_PROMO_INFO)
export const PaymentPromoInfoToJSONTyped: ToJSONTyped<PaymentPromoInfo> = /* @__PURE__ */ writerOf(PAYMENT_PROMO_INFO)
export const validatePaymentPromoInfo: Validate<PaymentPromoInfo> = /* @__PURE__ */ validatorOf(PAYMENT_PROMO_INFO)

export const instanceOfRefundPromoInfo: InstanceOf<RefundPromoInfo> = /* @__PURE__ */ recogniserOf(REFUND_PROMO_INFO)
export const RefundPromoInfoFromJSON: FromJSON<RefundPromoInfo> = /* @__PURE__ */ readerOf(REFUND_PROMO_INFO)
export { RefundPromoInfoFromJSON as RefundPromoInfoFromJSONTyped }
export const RefundPromoInfoToJSON: ToJSON<RefundPromoInfo> = /* @__PURE__ */ writerOf(REFUND_PROMO_INFO)
export const RefundPromoInfoToJSONTyped: ToJSONTyped<RefundPromoInfo> = /* @__PURE__ */ writerOf(REFUND_PROMO_INFO)
export const validateRefundPromoInfo: Validate<RefundPromoInfo> = /* @__PURE__ */ validatorOf(REFUND_PROMO_INFO)

export const instanceOfInternationalOrderInfo: InstanceOf<InternationalOrderInfo> = /* @__PURE__ */ recogniserOf(INTERNATIONAL_ORDER_INFO)
export const InternationalOrderInfoFromJSON: FromJSON<InternationalOrderInfo> = /* @__PURE__ */ readerOf(INTERNATIONAL_ORDER_INFO)
export { InternationalOrderInfoFromJSON as InternationalOrderInfoFromJSONTyped }
export const InternationalOrderInfoToJSON: ToJSON<InternationalOrderInfo> = /* @__PURE__ */ writerOf(INTERNATIONAL_ORDER_INFO)
export const InternationalOrderInfoToJSONTyped: ToJSONTyped<InternationalOrderInfo> = /* @__PURE__ */ writerOf(INTERNATIONAL_ORDER_INFO)
export const validateInternationalOrderInfo: Validate<InternationalOrderInfo> = /* @__PURE__ */ validatorOf(INTERNATIONAL_ORDER_INFO)

export const instanceOfOrder: InstanceOf<Order> = /* @__PURE__ */ recogniserOf(ORDER)
export const OrderFromJSON: FromJSON<Order> = /* @__PURE__ */ readerOf(ORDER)
export { OrderFromJSON as OrderFromJSONTyped }
export const OrderToJSON: ToJSON<Order> = /* @__PURE__ */ writerOf(ORDER)
export const OrderToJSONTyped: ToJSONTyped<Order> = /* @__PURE__ */ writerOf(ORDER)
export const validateOrder: Validate<Order> = /* @__PURE__ */ validatorOf(ORDER)

export const instanceOfWidgetPaymentRequestAdditionalInfo: InstanceOf<WidgetPaymentRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO)
export const WidgetPaymentRequestAdditionalInfoFromJSON: FromJSON<WidgetPaymentRequestAdditionalInfo> = /* @__PURE__ */ readerOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO)
export { WidgetPaymentRequestAdditionalInfoFromJSON as WidgetPaymentRequestAdditionalInfoFromJSONTyped }
export const WidgetPaymentRequestAdditionalInfoToJSON: ToJSON<WidgetPaymentRequestAdditionalInfo> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO)
export const WidgetPaymentRequestAdditionalInfoToJSONTyped: ToJSONTyped<WidgetPaymentRequestAdditionalInfo> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO)
export const validateWidgetPaymentRequestAdditionalInfo: Validate<WidgetPaymentRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO)

export const instanceOfWidgetPaymentRequest: InstanceOf<WidgetPaymentRequest> = /* @__PURE__ */ recogniserOf(WIDGET_PAYMENT_REQUEST)
export const WidgetPaymentRequestFromJSON: FromJSON<WidgetPaymentRequest> = /* @__PURE__ */ readerOf(WIDGET_PAYMENT_REQUEST)
export { WidgetPaymentRequestFromJSON as WidgetPaymentRequestFromJSONTyped }
export const WidgetPaymentRequestToJSON: ToJSON<WidgetPaymentRequest> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_REQUEST)
export const WidgetPaymentRequestToJSONTyped: ToJSONTyped<WidgetPaymentRequest> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_REQUEST)
export const validateWidgetPaymentRequest: Validate<WidgetPaymentRequest> = /* @__PURE__ */ validatorOf(WIDGET_PAYMENT_REQUEST)

export const instanceOfWidgetPaymentResponse: InstanceOf<WidgetPaymentResponse> = /* @__PURE__ */ recogniserOf(WIDGET_PAYMENT_RESPONSE)
export const WidgetPaymentResponseFromJSON: FromJSON<WidgetPaymentResponse> = /* @__PURE__ */ readerOf(WIDGET_PAYMENT_RESPONSE)
export { WidgetPaymentResponseFromJSON as WidgetPaymentResponseFromJSONTyped }
export const WidgetPaymentResponseToJSON: ToJSON<WidgetPaymentResponse> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_RESPONSE)
export const WidgetPaymentResponseToJSONTyped: ToJSONTyped<WidgetPaymentResponse> = /* @__PURE__ */ writerOf(WIDGET_PAYMENT_RESPONSE)
export const validateWidgetPaymentResponse: Validate<WidgetPaymentResponse> = /* @__PURE__ */ validatorOf(WIDGET_PAYMENT_RESPONSE)

export const instanceOfQueryPaymentRequest: InstanceOf<QueryPaymentRequest> = /* @__PURE__ */ recogniserOf(QUERY_PAYMENT_REQUEST)
export const QueryPaymentRequestFromJSON: FromJSON<QueryPaymentRequest> = /* @__PURE__ */ readerOf(QUERY_PAYMENT_REQUEST)
export { QueryPaymentRequestFromJSON as QueryPaymentRequestFromJSONTyped }
export const QueryPaymentRequestToJSON: ToJSON<QueryPaymentRequest> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_REQUEST)
export const QueryPaymentRequestToJSONTyped: ToJSONTyped<QueryPaymentRequest> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_REQUEST)
export const validateQueryPaymentRequest: Validate<QueryPaymentRequest> = /* @__PURE__ */ validatorOf(QUERY_PAYMENT_REQUEST)

export const instanceOfAmountDetail: InstanceOf<AmountDetail> = /* @__PURE__ */ recogniserOf(AMOUNT_DETAIL)
export const AmountDetailFromJSON: FromJSON<AmountDetail> = /* @__PURE__ */ readerOf(AMOUNT_DETAIL)
export { AmountDetailFromJSON as AmountDetailFromJSONTyped }
export const AmountDetailToJSON: ToJSON<AmountDetail> = /* @__PURE__ */ writerOf(AMOUNT_DETAIL)
export const AmountDetailToJSONTyped: ToJSONTyped<AmountDetail> = /* @__PURE__ */ writerOf(AMOUNT_DETAIL)
export const validateAmountDetail: Validate<AmountDetail> = /* @__PURE__ */ validatorOf(AMOUNT_DETAIL)

export const instanceOfTimeDetail: InstanceOf<TimeDetail> = /* @__PURE__ */ recogniserOf(TIME_DETAIL)
export const TimeDetailFromJSON: FromJSON<TimeDetail> = /* @__PURE__ */ readerOf(TIME_DETAIL)
export { TimeDetailFromJSON as TimeDetailFromJSONTyped }
export const TimeDetailToJSON: ToJSON<TimeDetail> = /* @__PURE__ */ writerOf(TIME_DETAIL)
export const TimeDetailToJSONTyped: ToJSONTyped<TimeDetail> = /* @__PURE__ */ writerOf(TIME_DETAIL)
export const validateTimeDetail: Validate<TimeDetail> = /* @__PURE__ */ validatorOf(TIME_DETAIL)

export const instanceOfPayOptionInfo: InstanceOf<PayOptionInfo> = /* @__PURE__ */ recogniserOf(PAY_OPTION_INFO)
export const PayOptionInfoFromJSON: FromJSON<PayOptionInfo> = /* @__PURE__ */ readerOf(PAY_OPTION_INFO)
export { PayOptionInfoFromJSON as PayOptionInfoFromJSONTyped }
export const PayOptionInfoToJSON: ToJSON<PayOptionInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_INFO)
export const PayOptionInfoToJSONTyped: ToJSONTyped<PayOptionInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_INFO)
export const validatePayOptionInfo: Validate<PayOptionInfo> = /* @__PURE__ */ validatorOf(PAY_OPTION_INFO)

export const instanceOfPaymentView: InstanceOf<PaymentView> = /* @__PURE__ */ recogniserOf(PAYMENT_VIEW)
export const PaymentViewFromJSON: FromJSON<PaymentView> = /* @__PURE__ */ readerOf(PAYMENT_VIEW)
export { PaymentViewFromJSON as PaymentViewFromJSONTyped }
export const PaymentViewToJSON: ToJSON<PaymentView> = /* @__PURE__ */ writerOf(PAYMENT_VIEW)
export const PaymentViewToJSONTyped: ToJSONTyped<PaymentView> = /* @__PURE__ */ writerOf(PAYMENT_VIEW)
export const validatePaymentView: Validate<PaymentView> = /* @__PURE__ */ validatorOf(PAYMENT_VIEW)

export const instanceOfStatusDetail: InstanceOf<StatusDetail> = /* @__PURE__ */ recogniserOf(STATUS_DETAIL)
export const StatusDetailFromJSON: FromJSON<StatusDetail> = /* @__PURE__ */ readerOf(STATUS_DETAIL)
export { StatusDetailFromJSON as StatusDetailFromJSONTyped }
export const StatusDetailToJSON: ToJSON<StatusDetail> = /* @__PURE__ */ writerOf(STATUS_DETAIL)
export const StatusDetailToJSONTyped: ToJSONTyped<StatusDetail> = /* @__PURE__ */ writerOf(STATUS_DETAIL)
export const validateStatusDetail: Validate<StatusDetail> = /* @__PURE__ */ validatorOf(STATUS_DETAIL)

export const instanceOfVirtualAccountInfo: InstanceOf<VirtualAccountInfo> = /* @__PURE__ */ recogniserOf(VIRTUAL_ACCOUNT_INFO)
export const VirtualAccountInfoFromJSON: FromJSON<VirtualAccountInfo> = /* @__PURE__ */ readerOf(VIRTUAL_ACCOUNT_INFO)
export { VirtualAccountInfoFromJSON as VirtualAccountInfoFromJSONTyped }
export const VirtualAccountInfoToJSON: ToJSON<VirtualAccountInfo> = /* @__PURE__ */ writerOf(VIRTUAL_ACCOUNT_INFO)
export const VirtualAccountInfoToJSONTyped: ToJSONTyped<VirtualAccountInfo> = /* @__PURE__ */ writerOf(VIRTUAL_ACCOUNT_INFO)
export const validateVirtualAccountInfo: Validate<VirtualAccountInfo> = /* @__PURE__ */ validatorOf(VIRTUAL_ACCOUNT_INFO)

export const instanceOfQueryPaymentResponseAdditionalInfo: InstanceOf<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ recogniserOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)
export const QueryPaymentResponseAdditionalInfoFromJSON: FromJSON<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ readerOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)
export { QueryPaymentResponseAdditionalInfoFromJSON as QueryPaymentResponseAdditionalInfoFromJSONTyped }
export const QueryPaymentResponseAdditionalInfoToJSON: ToJSON<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)
export const QueryPaymentResponseAdditionalInfoToJSONTyped: ToJSONTyped<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)
export const validateQueryPaymentResponseAdditionalInfo: Validate<QueryPaymentResponseAdditionalInfo> = /* @__PURE__ */ validatorOf(QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO)

export const instanceOfQueryPaymentResponse: InstanceOf<QueryPaymentResponse> = /* @__PURE__ */ recogniserOf(QUERY_PAYMENT_RESPONSE)
export const QueryPaymentResponseFromJSON: FromJSON<QueryPaymentResponse> = /* @__PURE__ */ readerOf(QUERY_PAYMENT_RESPONSE)
export { QueryPaymentResponseFromJSON as QueryPaymentResponseFromJSONTyped }
export const QueryPaymentResponseToJSON: ToJSON<QueryPaymentResponse> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_RESPONSE)
export const QueryPaymentResponseToJSONTyped: ToJSONTyped<QueryPaymentResponse> = /* @__PURE__ */ writerOf(QUERY_PAYMENT_RESPONSE)
export const validateQueryPaymentResponse: Validate<QueryPaymentResponse> = /* @__PURE__ */ validatorOf(QUERY_PAYMENT_RESPONSE)

export const instanceOfCancelOrderRequest: InstanceOf<CancelOrderRequest> = /* @__PURE__ */ recogniserOf(CANCEL_ORDER_REQUEST)
export const CancelOrderRequestFromJSON: FromJSON<CancelOrderRequest> = /* @__PURE__ */ readerOf(CANCEL_ORDER_REQUEST)
export { CancelOrderRequestFromJSON as CancelOrderRequestFromJSONTyped }
export const CancelOrderRequestToJSON: ToJSON<CancelOrderRequest> = /* @__PURE__ */ writerOf(CANCEL_ORDER_REQUEST)
export const CancelOrderRequestToJSONTyped: ToJSONTyped<CancelOrderRequest> = /* @__PURE__ */ writerOf(CANCEL_ORDER_REQUEST)
export const validateCancelOrderRequest: Validate<CancelOrderRequest> = /* @__PURE__ */ validatorOf(CANCEL_ORDER_REQUEST)

export const instanceOfCancelOrderResponse: InstanceOf<CancelOrderResponse> = /* @__PURE__ */ recogniserOf(CANCEL_ORDER_RESPONSE)
export const CancelOrderResponseFromJSON: FromJSON<CancelOrderResponse> = /* @__PURE__ */ readerOf(CANCEL_ORDER_RESPONSE)
export { CancelOrderResponseFromJSON as CancelOrderResponseFromJSONTyped }
export const CancelOrderResponseToJSON: ToJSON<CancelOrderResponse> = /* @__PURE__ */ writerOf(CANCEL_ORDER_RESPONSE)
export const CancelOrderResponseToJSONTyped: ToJSONTyped<CancelOrderResponse> = /* @__PURE__ */ writerOf(CANCEL_ORDER_RESPONSE)
export const validateCancelOrderResponse: Validate<CancelOrderResponse> = /* @__PURE__ */ validatorOf(CANCEL_ORDER_RESPONSE)

export const instanceOfRefundOrderRequestAdditionalInfo: InstanceOf<RefundOrderRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO)
export const RefundOrderRequestAdditionalInfoFromJSON: FromJSON<RefundOrderRequestAdditionalInfo> = /* @__PURE__ */ readerOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO)
export { RefundOrderRequestAdditionalInfoFromJSON as RefundOrderRequestAdditionalInfoFromJSONTyped }
export const RefundOrderRequestAdditionalInfoToJSON: ToJSON<RefundOrderRequestAdditionalInfo> = /* @__PURE__ */ writerOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO)
export const RefundOrderRequestAdditionalInfoToJSONTyped: ToJSONTyped<RefundOrderRequestAdditionalInfo> = /* @__PURE__ */ writerOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO)
export const validateRefundOrderRequestAdditionalInfo: Validate<RefundOrderRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(REFUND_ORDER_REQUEST_ADDITIONAL_INFO)

export const instanceOfRefundOrderRequest: InstanceOf<RefundOrderRequest> = /* @__PURE__ */ recogniserOf(REFUND_ORDER_REQUEST)
export const RefundOrderRequestFromJSON: FromJSON<RefundOrderRequest> = /* @__PURE__ */ readerOf(REFUND_ORDER_REQUEST)
export { RefundOrderRequestFromJSON as RefundOrderRequestFromJSONTyped }
export const RefundOrderRequestToJSON: ToJSON<RefundOrderRequest> = /* @__PURE__ */ writerOf(REFUND_ORDER_REQUEST)
export const RefundOrderRequestToJSONTyped: ToJSONTyped<RefundOrderRequest> = /* @__PURE__ */ writerOf(REFUND_ORDER_REQUEST)
export const validateRefundOrderRequest: Validate<RefundOrderRequest> = /* @__PURE__ */ validatorOf(REFUND_ORDER_REQUEST)

export const instanceOfRefundOrderResponse: InstanceOf<RefundOrderResponse> = /* @__PURE__ */ recogniserOf(REFUND_ORDER_RESPONSE)
export const RefundOrderResponseFromJSON: FromJSON<RefundOrderResponse> = /* @__PURE__ */ readerOf(REFUND_ORDER_RESPONSE)
export { RefundOrderResponseFromJSON as RefundOrderResponseFromJSONTyped }
export const RefundOrderResponseToJSON: ToJSON<RefundOrderResponse> = /* @__PURE__ */ writerOf(REFUND_ORDER_RESPONSE)
export const RefundOrderResponseToJSONTyped: ToJSONTyped<RefundOrderResponse> = /* @__PURE__ */ writerOf(REFUND_ORDER_RESPONSE)
export const validateRefundOrderResponse: Validate<RefundOrderResponse> = /* @__PURE__ */ validatorOf(REFUND_ORDER_RESPONSE)
