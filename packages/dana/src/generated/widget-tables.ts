// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { atMost30MinutesAhead } from '../models/at-most-30-minutes-ahead.js'
import { defineModel, defineUnion } from '../models/define-model.js'
import { withoutQueryDelimiters } from '../models/without-query-delimiters.js'
import type { Model } from '../models/model.js'

const ACCESS_TOKEN_EXPIRY_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/
const LATITUDE_PATTERN = /^[-+]?[0-9]{1,2}([.][0-9]{1,4})?$/
const LONGITUDE_PATTERN = /^[-+]?[0-9]{1,3}([.][0-9]{1,4})?$/

export const MONEY: Model = /* @__PURE__ */ defineModel(
  'value!', 19,
  'currency!', 3
)

export const URL_PARAM: Model = /* @__PURE__ */ defineModel(
  'url!', 512,
  'type!', 32,
  'isDeeplink!', 1
)

export const ENV_INFO: Model = /* @__PURE__ */ defineModel(
  'sessionId', 128,
  'tokenId', 128,
  'websiteLanguage', 16,
  'clientIp', 32,
  'osType', 128,
  'appVersion', 128,
  'sdkVersion', 128,
  'sourcePlatform!', 32,
  'orderOsType', 128,
  'merchantAppVersion', 128,
  'terminalType!', 32,
  'orderTerminalType', 32,
  'extendInfo', 4096,
  'clientKey', 64
)

export const BUYER: Model = /* @__PURE__ */ defineModel(
  'externalUserType', 32,
  'nickname', 64,
  'externalUserId', 32,
  'userId', 32
)

export const SELLER: Model = /* @__PURE__ */ defineModel(
  'externalUserType', 32,
  'nickname', 64,
  'externalUserId', 32,
  'userId', 32
)

export const GOODS: Model = /* @__PURE__ */ defineModel(
  'name!', 64,
  'merchantGoodsId!', 64,
  'description!', 1024,
  'category!', 64,
  'price!', MONEY,
  'unit', 64,
  'quantity!', 16,
  'merchantShippingId', 64,
  'snapshotUrl', 512,
  'extendInfo', 4096
)

export const SHIPPING_INFO: Model = /* @__PURE__ */ defineModel(
  'merchantShippingId!', 64,
  'trackingNo', 64,
  'carrier', 64,
  'chargeAmount', MONEY,
  'countryName!', 64,
  'stateName!', 64,
  'cityName!', 64,
  'areaName', 64,
  'address1!', 256,
  'address2', 256,
  'firstName!', 64,
  'lastName!', 64,
  'mobileNo', 32,
  'phoneNo', 32,
  'zipCode!', 32,
  'email', 128,
  'faxNo', 32
)

export const OAUTH2_URL_DATA_SEAMLESS_DATA: Model = /* @__PURE__ */ defineModel(
  'bizScenario',
  'mobileNumber',
  'verifiedTime',
  'externalUid',
  'deviceId',
  'skipRegisterConsult'
)

export const OAUTH2_URL_DATA: Model = /* @__PURE__ */ defineModel(
  'externalId!', 64,
  'merchantId!', 64,
  'subMerchantId', 64,
  'seamlessData', OAUTH2_URL_DATA_SEAMLESS_DATA,
  'scopes',
  'redirectUrl!',
  'state',
  'lang',
  'allowRegistration',
  'mode'
)

export const APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST: Model = /* @__PURE__ */ defineModel(
  'additionalInfo',
  'grantType!', 64,
  'authCode!', 256, withoutQueryDelimiters,
  'refreshToken', 512
)

export const APPLY_TOKEN_REFRESH_TOKEN_REQUEST: Model = /* @__PURE__ */ defineModel(
  'additionalInfo',
  'grantType!', 64,
  'authCode', 256, withoutQueryDelimiters,
  'refreshToken!', 512
)

export const APPLY_TOKEN_REQUEST: Model = /* @__PURE__ */ defineUnion(
  'grantType',
  ['AUTHORIZATION_CODE', APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST],
  ['REFRESH_TOKEN', APPLY_TOKEN_REFRESH_TOKEN_REQUEST]
)

export const APPLY_TOKEN_BASE_REQUEST: Model = /* @__PURE__ */ defineModel(
  'additionalInfo'
)

export const APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO: Model = /* @__PURE__ */ defineModel(
  'publicUserId', 64
)

export const APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'userInfo', APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO
)

export const APPLY_TOKEN_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'tokenType', 7,
  'accessToken!', 512,
  'accessTokenExpiryTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'refreshToken', 512,
  'refreshTokenExpiryTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'additionalInfo', APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO
)

export const ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'accessToken!', 512,
  'endUserIpAddress', 15,
  'deviceId!', 400,
  'latitude', 10, LATITUDE_PATTERN,
  'longitude', 10, LONGITUDE_PATTERN
)

export const ACCOUNT_UNBINDING_REQUEST: Model = /* @__PURE__ */ defineModel(
  'merchantId!', 64,
  'subMerchantId', 32,
  'partnerReferenceNo', 64,
  'linkId', 24,
  'tokenId', 128,
  'additionalInfo!', ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO
)

export const ACCOUNT_UNBINDING_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'referenceNo', 64,
  'partnerReferenceNo', 64,
  'merchantId', 64,
  'subMerchantId', 32,
  'linkId', 24,
  'unlinkResult', 64,
  'additionalInfo'
)

export const APPLY_OTT_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'accessToken!', 512,
  'endUserIpAddress', 15,
  'deviceId!', 400,
  'latitude', 10, LATITUDE_PATTERN,
  'longitude', 10, LONGITUDE_PATTERN
)

export const APPLY_OTT_REQUEST: Model = /* @__PURE__ */ defineModel(
  'userResources!',
  'additionalInfo!', APPLY_OTT_REQUEST_ADDITIONAL_INFO
)

export const APPLY_OTT_RESPONSE_USER_RESOURCES_INNER: Model = /* @__PURE__ */ defineModel(
  'resourceType', 32,
  'value', 128
)

export const APPLY_OTT_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'userResources!', [APPLY_OTT_RESPONSE_USER_RESOURCES_INNER],
  'additionalInfo'
)

export const BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'accessToken!', 512,
  'endUserIpAddress', 15,
  'deviceId!', 400,
  'latitude', 10, LATITUDE_PATTERN,
  'longitude', 10, LONGITUDE_PATTERN
)

export const BALANCE_INQUIRY_REQUEST: Model = /* @__PURE__ */ defineModel(
  'partnerReferenceNo', 64,
  'balanceTypes',
  'additionalInfo!', BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO
)

export const ACCOUNT_INFO: Model = /* @__PURE__ */ defineModel(
  'balanceType', 70,
  'amount', MONEY,
  'floatAmount', MONEY,
  'holdAmount', MONEY,
  'availableBalance', MONEY,
  'ledgerBalance', MONEY,
  'currentMultilateralLimit', MONEY,
  'registrationStatusCode', 4,
  'status', 4
)

export const BALANCE_INQUIRY_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'referenceNo', 64,
  'partnerReferenceNo', 64,
  'name', 140,
  'accountInfos', [ACCOUNT_INFO],
  'additionalInfo'
)

export const QUERY_USER_PROFILE_REQUEST: Model = /* @__PURE__ */ defineModel(
  'userResources!', { minItems: 1 },
  'accessToken!'
)

export const QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD: Model = /* @__PURE__ */ defineModel(
  'version', 8,
  '_function:function', 128,
  'clientId', 32,
  'respTime',
  'reqMsgId', 64,
  'reserve', 256
)

export const RESULT_INFO: Model = /* @__PURE__ */ defineModel(
  'resultStatus!',
  'resultCodeId!',
  'resultCode!',
  'resultMsg!'
)

export const USER_RESOURCE_INFO: Model = /* @__PURE__ */ defineModel(
  'resourceType!',
  'value!'
)

export const QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY: Model = /* @__PURE__ */ defineModel(
  'resultInfo!', RESULT_INFO,
  'userResourceInfos', [USER_RESOURCE_INFO]
)

export const QUERY_USER_PROFILE_RESPONSE_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'head!', QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD,
  'body!', QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY
)

export const QUERY_USER_PROFILE_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'response!', QUERY_USER_PROFILE_RESPONSE_RESPONSE,
  'signature'
)

export const PAY_OPTION_DETAIL_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'topupAndPay',
  'payerAccountNo', 64,
  'saveCardAfterPay',
  'channelInfo', 4096,
  'issuingCountry', 8,
  'assetType', 64,
  'extendInfo', 4096
)

export const PAY_OPTION_DETAIL: Model = /* @__PURE__ */ defineModel(
  'payMethod!', 64,
  'payOption!', 64,
  'transAmount', MONEY,
  'feeAmount', MONEY,
  'cardToken', 64,
  'merchantToken', 64,
  'additionalInfo', PAY_OPTION_DETAIL_ADDITIONAL_INFO
)

export const SERVICE_INFO: Model = /* @__PURE__ */ defineModel(
  'serviceType',
  'serviceScenario',
  'extendInfo', 4096
)

export const INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE: Model = /* @__PURE__ */ defineModel(
  'rate',
  'exchangeRelation'
)

export const PAYMENT_PROMO_INFO: Model = /* @__PURE__ */ defineModel(
  'promoId!', 128,
  'promoName!', 128,
  'promoType!',
  'savingsAmount!', MONEY
)

export const REFUND_PROMO_INFO: Model = /* @__PURE__ */ defineModel(
  'promoId!', 128,
  'promoName!', 128,
  'promoType!',
  'refundAmount!', MONEY
)

export const INTERNATIONAL_ORDER_INFO: Model = /* @__PURE__ */ defineModel(
  'originOrderAmount', MONEY,
  'exchangeRate', INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE,
  'totalAmount', MONEY,
  'paymentPromoInfo', PAYMENT_PROMO_INFO,
  'refundPromoInfo', REFUND_PROMO_INFO
)

export const ORDER: Model = /* @__PURE__ */ defineModel(
  'buyer', BUYER,
  'seller', SELLER,
  'orderTitle!', 64,
  'merchantTransType', 64,
  'orderMemo', 64,
  'createdTime', ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'goods', [GOODS],
  'shippingInfo', [SHIPPING_INFO],
  'internationalOrderInfo', INTERNATIONAL_ORDER_INFO,
  'extendInfo', 4096
)

export const WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'supportDeepLinkCheckoutUrl', 64,
  'phoneNumber', 64,
  'publicUserId', 64,
  'productCode!', 32,
  'serviceInfo', SERVICE_INFO,
  'order!', ORDER,
  'mcc!', 64,
  'envInfo!', ENV_INFO,
  'extendInfo', 4096
)

export const WIDGET_PAYMENT_REQUEST: Model = /* @__PURE__ */ defineModel(
  'partnerReferenceNo!', 64,
  'merchantId!', 64,
  'subMerchantId', 32,
  'amount!', MONEY,
  'externalStoreId', 64,
  'validUpTo!', ACCESS_TOKEN_EXPIRY_TIME_PATTERN, atMost30MinutesAhead,
  'pointOfInitiation', 20,
  'disabledPayMethods', 64,
  'payOptionDetails', [PAY_OPTION_DETAIL],
  'additionalInfo!', WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO,
  'urlParams', [URL_PARAM]
)

export const WIDGET_PAYMENT_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'referenceNo', 64,
  'partnerReferenceNo!', 64,
  'webRedirectUrl', 2048,
  'additionalInfo'
)

export const QUERY_PAYMENT_REQUEST: Model = /* @__PURE__ */ defineModel(
  'originalPartnerReferenceNo', 64,
  'originalReferenceNo', 64,
  'originalExternalId', 36,
  'serviceCode!', 2,
  'transactionDate', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'amount', MONEY,
  'merchantId!', 64,
  'subMerchantId', 32,
  'externalStoreId', 64,
  'additionalInfo'
)

export const AMOUNT_DETAIL: Model = /* @__PURE__ */ defineModel(
  'orderAmount!', MONEY,
  'payAmount', MONEY,
  'voidAmount', MONEY,
  'confirmAmount', MONEY,
  'refundAmount', MONEY,
  'chargebackAmount', MONEY,
  'chargeAmount', MONEY
)

export const TIME_DETAIL: Model = /* @__PURE__ */ defineModel(
  'createdTime!', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'expiryTime!', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'paidTimes',
  'confirmedTimes',
  'cancelledTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN
)

export const PAY_OPTION_INFO: Model = /* @__PURE__ */ defineModel(
  'payMethod!', 64,
  'payOption', 64,
  'payAmount', MONEY,
  'transAmount', MONEY,
  'chargeAmount', MONEY,
  'payOptionBillExtendInfo', 4096,
  'extendInfo', 4096,
  'paymentCode'
)

export const PAYMENT_VIEW: Model = /* @__PURE__ */ defineModel(
  'cashierRequestId', 64,
  'paidTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'payOptionInfos', [PAY_OPTION_INFO],
  'payRequestExtendInfo', 4096,
  'extendInfo', 4096
)

export const STATUS_DETAIL: Model = /* @__PURE__ */ defineModel(
  'acquirementStatus!', 64,
  'frozen',
  'cancelled'
)

export const VIRTUAL_ACCOUNT_INFO: Model = /* @__PURE__ */ defineModel(
  'virtualAccountCode!', 64,
  'virtualAccountExpiryTime!', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'signature!'
)

export const QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'merchantId', 64,
  'buyer', BUYER,
  'seller', SELLER,
  'amountDetail', AMOUNT_DETAIL,
  'timeDetail', TIME_DETAIL,
  'goods', [GOODS],
  'shippingInfo', [SHIPPING_INFO],
  'orderMemo', 64,
  'paymentViews', [PAYMENT_VIEW],
  'extendInfo', 4096,
  'statusDetail', STATUS_DETAIL,
  'closeReason', 128,
  'virtualAccountInfo', VIRTUAL_ACCOUNT_INFO
)

export const QUERY_PAYMENT_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'originalPartnerReferenceNo', 64,
  'originalReferenceNo', 64,
  'originalExternalId', 32,
  'serviceCode!', 2,
  'latestTransactionStatus!', 2,
  'transactionStatusDesc', 50,
  'originalResponseCode', 7,
  'originalResponseMessage', 150,
  'sessionId', 25,
  'requestID', 25,
  'transAmount', MONEY,
  'amount', MONEY,
  'feeAmount', MONEY,
  'paidTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'title', 256,
  'additionalInfo', QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO
)

export const CANCEL_ORDER_REQUEST: Model = /* @__PURE__ */ defineModel(
  'originalPartnerReferenceNo!', 64,
  'originalReferenceNo', 64,
  'originalExternalId', 36,
  'merchantId!', 64,
  'subMerchantId', 32,
  'reason', 256,
  'externalStoreId', 64,
  'amount', MONEY,
  'additionalInfo'
)

export const CANCEL_ORDER_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'originalReferenceNo', 64,
  'originalPartnerReferenceNo!', 64,
  'originalExternalId', 36,
  'cancelTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'transactionDate', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'additionalInfo'
)

export const REFUND_ORDER_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'payoutAccountNo', 64,
  'refundAppliedTime', 25,
  'actorType', 64,
  'returnChargeToPayer', 64,
  'destination', 64,
  'envInfo!',
  'auditInfo',
  'actorContext',
  'refundOptionBill',
  'extendInfo', 4096,
  'asyncRefund', 5
)

export const REFUND_ORDER_REQUEST: Model = /* @__PURE__ */ defineModel(
  'merchantId!', 64,
  'subMerchantId', 32,
  'originalReferenceNo', 64,
  'originalPartnerReferenceNo!', 64,
  'originalExternalId', 36,
  'originalCaptureNo', 64,
  'partnerRefundNo!', 64,
  'refundAmount!', MONEY,
  'externalStoreId', 64,
  'reason', 256,
  'additionalInfo', REFUND_ORDER_REQUEST_ADDITIONAL_INFO
)

export const REFUND_ORDER_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150,
  'originalReferenceNo', 64,
  'originalPartnerReferenceNo!', 64,
  'originalExternalId', 36,
  'originalCaptureNo', 64,
  'refundNo', 64,
  'partnerRefundNo!', 64,
  'refundAmount!', MONEY,
  'refundTime', 25, ACCESS_TOKEN_EXPIRY_TIME_PATTERN,
  'additionalInfo'
)

export const MODELS: Record<string, Model> = {
  Money: MONEY,
  UrlParam: URL_PARAM,
  EnvInfo: ENV_INFO,
  Buyer: BUYER,
  Seller: SELLER,
  Goods: GOODS,
  ShippingInfo: SHIPPING_INFO,
  Oauth2UrlDataSeamlessData: OAUTH2_URL_DATA_SEAMLESS_DATA,
  Oauth2UrlData: OAUTH2_URL_DATA,
  ApplyTokenAuthorizationCodeRequest: APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST,
  ApplyTokenRefreshTokenRequest: APPLY_TOKEN_REFRESH_TOKEN_REQUEST,
  ApplyTokenRequest: APPLY_TOKEN_REQUEST,
  ApplyTokenBaseRequest: APPLY_TOKEN_BASE_REQUEST,
  ApplyTokenResponseAdditionalInfoUserInfo: APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO_USER_INFO,
  ApplyTokenResponseAdditionalInfo: APPLY_TOKEN_RESPONSE_ADDITIONAL_INFO,
  ApplyTokenResponse: APPLY_TOKEN_RESPONSE,
  AccountUnbindingRequestAdditionalInfo: ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO,
  AccountUnbindingRequest: ACCOUNT_UNBINDING_REQUEST,
  AccountUnbindingResponse: ACCOUNT_UNBINDING_RESPONSE,
  ApplyOTTRequestAdditionalInfo: APPLY_OTT_REQUEST_ADDITIONAL_INFO,
  ApplyOTTRequest: APPLY_OTT_REQUEST,
  ApplyOTTResponseUserResourcesInner: APPLY_OTT_RESPONSE_USER_RESOURCES_INNER,
  ApplyOTTResponse: APPLY_OTT_RESPONSE,
  BalanceInquiryRequestAdditionalInfo: BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO,
  BalanceInquiryRequest: BALANCE_INQUIRY_REQUEST,
  AccountInfo: ACCOUNT_INFO,
  BalanceInquiryResponse: BALANCE_INQUIRY_RESPONSE,
  QueryUserProfileRequest: QUERY_USER_PROFILE_REQUEST,
  QueryUserProfileResponseResponseHead: QUERY_USER_PROFILE_RESPONSE_RESPONSE_HEAD,
  ResultInfo: RESULT_INFO,
  UserResourceInfo: USER_RESOURCE_INFO,
  QueryUserProfileResponseResponseBody: QUERY_USER_PROFILE_RESPONSE_RESPONSE_BODY,
  QueryUserProfileResponseResponse: QUERY_USER_PROFILE_RESPONSE_RESPONSE,
  QueryUserProfileResponse: QUERY_USER_PROFILE_RESPONSE,
  PayOptionDetailAdditionalInfo: PAY_OPTION_DETAIL_ADDITIONAL_INFO,
  PayOptionDetail: PAY_OPTION_DETAIL,
  ServiceInfo: SERVICE_INFO,
  InternationalOrderInfoExchangeRate: INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE,
  PaymentPromoInfo: PAYMENT_PROMO_INFO,
  RefundPromoInfo: REFUND_PROMO_INFO,
  InternationalOrderInfo: INTERNATIONAL_ORDER_INFO,
  Order: ORDER,
  WidgetPaymentRequestAdditionalInfo: WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO,
  WidgetPaymentRequest: WIDGET_PAYMENT_REQUEST,
  WidgetPaymentResponse: WIDGET_PAYMENT_RESPONSE,
  QueryPaymentRequest: QUERY_PAYMENT_REQUEST,
  AmountDetail: AMOUNT_DETAIL,
  TimeDetail: TIME_DETAIL,
  PayOptionInfo: PAY_OPTION_INFO,
  PaymentView: PAYMENT_VIEW,
  StatusDetail: STATUS_DETAIL,
  VirtualAccountInfo: VIRTUAL_ACCOUNT_INFO,
  QueryPaymentResponseAdditionalInfo: QUERY_PAYMENT_RESPONSE_ADDITIONAL_INFO,
  QueryPaymentResponse: QUERY_PAYMENT_RESPONSE,
  CancelOrderRequest: CANCEL_ORDER_REQUEST,
  CancelOrderResponse: CANCEL_ORDER_RESPONSE,
  RefundOrderRequestAdditionalInfo: REFUND_ORDER_REQUEST_ADDITIONAL_INFO,
  RefundOrderRequest: REFUND_ORDER_REQUEST,
  RefundOrderResponse: REFUND_ORDER_RESPONSE
}
