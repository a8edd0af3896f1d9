// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import type { OperationId, OperationTable, RequestModel } from '../api/operation-table.js'

const ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO: RequestModel = {
  name: 'AccountUnbindingRequestAdditionalInfo',
  fields: [
    { name: 'accessToken', isMandatory: true, type: 'string', maxLength: 512 },
    { name: 'endUserIpAddress', type: 'string', maxLength: 15 },
    { name: 'deviceId', isMandatory: true, type: 'string', maxLength: 400 },
    { name: 'latitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,2}([.][0-9]{1,4})?$/ },
    { name: 'longitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,3}([.][0-9]{1,4})?$/ }
  ]
}

const ACCOUNT_UNBINDING_REQUEST: RequestModel = {
  name: 'AccountUnbindingRequest',
  fields: [
    { name: 'merchantId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'subMerchantId', type: 'string', maxLength: 32 },
    { name: 'partnerReferenceNo', type: 'string', maxLength: 64 },
    { name: 'linkId', type: 'string', maxLength: 24 },
    { name: 'tokenId', type: 'string', maxLength: 128 },
    {
      name: 'additionalInfo',
      isMandatory: true,
      type: 'object',
      model: ACCOUNT_UNBINDING_REQUEST_ADDITIONAL_INFO
    }
  ]
}

const APPLY_OTT_REQUEST_ADDITIONAL_INFO: RequestModel = {
  name: 'ApplyOTTRequestAdditionalInfo',
  fields: [
    { name: 'accessToken', isMandatory: true, type: 'string', maxLength: 512 },
    { name: 'endUserIpAddress', type: 'string', maxLength: 15 },
    { name: 'deviceId', isMandatory: true, type: 'string', maxLength: 400 },
    { name: 'latitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,2}([.][0-9]{1,4})?$/ },
    { name: 'longitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,3}([.][0-9]{1,4})?$/ }
  ]
}

const APPLY_OTT_REQUEST: RequestModel = {
  name: 'ApplyOTTRequest',
  fields: [
    { name: 'userResources', isMandatory: true, isList: true, type: 'string', values: ['OTT'] },
    {
      name: 'additionalInfo',
      isMandatory: true,
      type: 'object',
      model: APPLY_OTT_REQUEST_ADDITIONAL_INFO
    }
  ]
}

const APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST: RequestModel = {
  name: 'ApplyTokenAuthorizationCodeRequest',
  fields: [
    { name: 'additionalInfo', type: 'object' },
    {
      name: 'grantType',
      isMandatory: true,
      type: 'string',
      maxLength: 64,
      values: ['AUTHORIZATION_CODE']
    },
    { name: 'authCode', isMandatory: true, type: 'string', maxLength: 256, forbiddenCharacters: '&=' },
    { name: 'refreshToken', type: 'string', maxLength: 512 }
  ]
}

const APPLY_TOKEN_REFRESH_TOKEN_REQUEST: RequestModel = {
  name: 'ApplyTokenRefreshTokenRequest',
  fields: [
    { name: 'additionalInfo', type: 'object' },
    { name: 'grantType', isMandatory: true, type: 'string', maxLength: 64, values: ['REFRESH_TOKEN'] },
    { name: 'authCode', type: 'string', maxLength: 256, forbiddenCharacters: '&=' },
    { name: 'refreshToken', isMandatory: true, type: 'string', maxLength: 512 }
  ]
}

const APPLY_TOKEN_REQUEST: RequestModel = {
  name: 'ApplyTokenRequest',
  discriminator: 'grantType',
  variants: {
    AUTHORIZATION_CODE: APPLY_TOKEN_AUTHORIZATION_CODE_REQUEST,
    REFRESH_TOKEN: APPLY_TOKEN_REFRESH_TOKEN_REQUEST
  }
}

const BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO: RequestModel = {
  name: 'BalanceInquiryRequestAdditionalInfo',
  fields: [
    { name: 'accessToken', isMandatory: true, type: 'string', maxLength: 512 },
    { name: 'endUserIpAddress', type: 'string', maxLength: 15 },
    { name: 'deviceId', isMandatory: true, type: 'string', maxLength: 400 },
    { name: 'latitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,2}([.][0-9]{1,4})?$/ },
    { name: 'longitude', type: 'string', maxLength: 10, pattern: /^[-+]?[0-9]{1,3}([.][0-9]{1,4})?$/ }
  ]
}

const BALANCE_INQUIRY_REQUEST: RequestModel = {
  name: 'BalanceInquiryRequest',
  fields: [
    { name: 'partnerReferenceNo', type: 'string', maxLength: 64 },
    { name: 'balanceTypes', isList: true, type: 'string' },
    {
      name: 'additionalInfo',
      isMandatory: true,
      type: 'object',
      model: BALANCE_INQUIRY_REQUEST_ADDITIONAL_INFO
    }
  ]
}

const MONEY: RequestModel = {
  name: 'Money',
  fields: [
    { name: 'value', isMandatory: true, type: 'string', maxLength: 19 },
    { name: 'currency', isMandatory: true, type: 'string', maxLength: 3 }
  ]
}

const CANCEL_ORDER_REQUEST: RequestModel = {
  name: 'CancelOrderRequest',
  fields: [
    { name: 'originalPartnerReferenceNo', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'originalReferenceNo', type: 'string', maxLength: 64 },
    { name: 'originalExternalId', type: 'string', maxLength: 36 },
    { name: 'merchantId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'subMerchantId', type: 'string', maxLength: 32 },
    { name: 'reason', type: 'string', maxLength: 256 },
    { name: 'externalStoreId', type: 'string', maxLength: 64 },
    { name: 'amount', type: 'object', model: MONEY },
    { name: 'additionalInfo', type: 'object' }
  ]
}

const QUERY_PAYMENT_REQUEST: RequestModel = {
  name: 'QueryPaymentRequest',
  fields: [
    { name: 'originalPartnerReferenceNo', type: 'string', maxLength: 64 },
    { name: 'originalReferenceNo', type: 'string', maxLength: 64 },
    { name: 'originalExternalId', type: 'string', maxLength: 36 },
    { name: 'serviceCode', isMandatory: true, type: 'string', maxLength: 2 },
    {
      name: 'transactionDate',
      type: 'string',
      maxLength: 25,
      pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/
    },
    { name: 'amount', type: 'object', model: MONEY },
    { name: 'merchantId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'subMerchantId', type: 'string', maxLength: 32 },
    { name: 'externalStoreId', type: 'string', maxLength: 64 },
    { name: 'additionalInfo', type: 'object' }
  ]
}

const QUERY_USER_PROFILE_ENVELOPE_HEAD: RequestModel = {
  name: 'QueryUserProfileEnvelopeHead',
  fields: [
    { name: 'version', isMandatory: true, type: 'string', maxLength: 8, values: ['2.0'] },
    {
      name: 'function',
      isMandatory: true,
      type: 'string',
      maxLength: 128,
      values: ['dana.member.query.queryUserProfile']
    },
    { name: 'clientId', isMandatory: true, type: 'string', maxLength: 32 },
    { name: 'clientSecret', type: 'string' },
    {
      name: 'reqTime',
      isMandatory: true,
      type: 'string',
      maxLength: 25,
      pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/
    },
    { name: 'reqMsgId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'reserve', type: 'string', maxLength: 256 },
    { name: 'accessToken', type: 'string' }
  ]
}

const QUERY_USER_PROFILE_ENVELOPE_BODY: RequestModel = {
  name: 'QueryUserProfileEnvelopeBody',
  fields: [
    {
      name: 'userResources',
      isMandatory: true,
      isList: true,
      minItems: 1,
      type: 'string',
      values: [
        'BALANCE',
        'TOPUP_URL',
        'TRANSACTION_URL',
        'OTT',
        'MASK_DANA_ID',
        'USER_KYC',
        'LOGIN_ID',
        'CLEAR_TEXT_DANA_ID',
        'NICKNAME',
        'FULLNAME',
        'KTP_NUMBER',
        'KTP_PHOTO_DATA',
        'SELFIE_PHOTO_DATA',
        'AVATAR_URL',
        'MASKED_FULLNAME'
      ]
    }
  ]
}

const QUERY_USER_PROFILE_ENVELOPE_REQUEST: RequestModel = {
  name: 'QueryUserProfileEnvelopeRequest',
  fields: [
    { name: 'head', isMandatory: true, type: 'object', model: QUERY_USER_PROFILE_ENVELOPE_HEAD },
    { name: 'body', isMandatory: true, type: 'object', model: QUERY_USER_PROFILE_ENVELOPE_BODY }
  ]
}

const QUERY_USER_PROFILE_ENVELOPE: RequestModel = {
  name: 'QueryUserProfileEnvelope',
  fields: [
    { name: 'request', isMandatory: true, type: 'object', model: QUERY_USER_PROFILE_ENVELOPE_REQUEST },
    { name: 'signature', isMandatory: true, type: 'string' }
  ]
}

const REFUND_ORDER_REQUEST_ADDITIONAL_INFO: RequestModel = {
  name: 'RefundOrderRequestAdditionalInfo',
  fields: [
    { name: 'payoutAccountNo', type: 'string', maxLength: 64 },
    { name: 'refundAppliedTime', type: 'string', maxLength: 25 },
    { name: 'actorType', type: 'string', maxLength: 64 },
    { name: 'returnChargeToPayer', type: 'string', maxLength: 64 },
    { name: 'destination', type: 'string', maxLength: 64 },
    { name: 'envInfo', isMandatory: true, type: 'object' },
    { name: 'auditInfo', type: 'object' },
    { name: 'actorContext', type: 'object' },
    { name: 'refundOptionBill', isList: true, type: 'object' },
    { name: 'extendInfo', type: 'string', maxLength: 4096 },
    { name: 'asyncRefund', type: 'string', maxLength: 5 }
  ]
}

const REFUND_ORDER_REQUEST: RequestModel = {
  name: 'RefundOrderRequest',
  fields: [
    { name: 'merchantId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'subMerchantId', type: 'string', maxLength: 32 },
    { name: 'originalReferenceNo', type: 'string', maxLength: 64 },
    { name: 'originalPartnerReferenceNo', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'originalExternalId', type: 'string', maxLength: 36 },
    { name: 'originalCaptureNo', type: 'string', maxLength: 64 },
    { name: 'partnerRefundNo', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'refundAmount', isMandatory: true, type: 'object', model: MONEY },
    { name: 'externalStoreId', type: 'string', maxLength: 64 },
    { name: 'reason', type: 'string', maxLength: 256 },
    { name: 'additionalInfo', type: 'object', model: REFUND_ORDER_REQUEST_ADDITIONAL_INFO }
  ]
}

const PAY_OPTION_DETAIL_ADDITIONAL_INFO: RequestModel = {
  name: 'PayOptionDetailAdditionalInfo',
  fields: [
    { name: 'topupAndPay', type: 'boolean' },
    { name: 'payerAccountNo', type: 'string', maxLength: 64 },
    { name: 'saveCardAfterPay', type: 'boolean' },
    { name: 'channelInfo', type: 'string', maxLength: 4096 },
    { name: 'issuingCountry', type: 'string', maxLength: 8 },
    { name: 'assetType', type: 'string', maxLength: 64 },
    { name: 'extendInfo', type: 'string', maxLength: 4096 }
  ]
}

const PAY_OPTION_DETAIL: RequestModel = {
  name: 'PayOptionDetail',
  fields: [
    { name: 'payMethod', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'payOption', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'transAmount', type: 'object', model: MONEY },
    { name: 'feeAmount', type: 'object', model: MONEY },
    { name: 'cardToken', type: 'string', maxLength: 64 },
    { name: 'merchantToken', type: 'string', maxLength: 64 },
    { name: 'additionalInfo', type: 'object', model: PAY_OPTION_DETAIL_ADDITIONAL_INFO }
  ]
}

const SERVICE_INFO: RequestModel = {
  name: 'ServiceInfo',
  fields: [
    { name: 'serviceType', type: 'string', values: ['PARKING', 'INVESTMENT'] },
    {
      name: 'serviceScenario',
      type: 'string',
      values: ['SCAN_AND_PAY', 'EXIT_AND_PAY', 'EMAS_PURCHASE']
    },
    { name: 'extendInfo', type: 'string', maxLength: 4096 }
  ]
}

const BUYER: RequestModel = {
  name: 'Buyer',
  fields: [
    { name: 'externalUserType', type: 'string', maxLength: 32 },
    { name: 'nickname', type: 'string', maxLength: 64 },
    { name: 'externalUserId', type: 'string', maxLength: 32 },
    { name: 'userId', type: 'string', maxLength: 32 }
  ]
}

const SELLER: RequestModel = {
  name: 'Seller',
  fields: [
    { name: 'externalUserType', type: 'string', maxLength: 32 },
    { name: 'nickname', type: 'string', maxLength: 64 },
    { name: 'externalUserId', type: 'string', maxLength: 32 },
    { name: 'userId', type: 'string', maxLength: 32 }
  ]
}

const GOODS: RequestModel = {
  name: 'Goods',
  fields: [
    { name: 'name', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'merchantGoodsId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'description', isMandatory: true, type: 'string', maxLength: 1024 },
    { name: 'category', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'price', isMandatory: true, type: 'object', model: MONEY },
    { name: 'unit', type: 'string', maxLength: 64 },
    { name: 'quantity', isMandatory: true, type: 'string', maxLength: 16 },
    { name: 'merchantShippingId', type: 'string', maxLength: 64 },
    { name: 'snapshotUrl', type: 'string', maxLength: 512 },
    { name: 'extendInfo', type: 'string', maxLength: 4096 }
  ]
}

const SHIPPING_INFO: RequestModel = {
  name: 'ShippingInfo',
  fields: [
    { name: 'merchantShippingId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'trackingNo', type: 'string', maxLength: 64 },
    { name: 'carrier', type: 'string', maxLength: 64 },
    { name: 'chargeAmount', type: 'object', model: MONEY },
    { name: 'countryName', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'stateName', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'cityName', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'areaName', type: 'string', maxLength: 64 },
    { name: 'address1', isMandatory: true, type: 'string', maxLength: 256 },
    { name: 'address2', type: 'string', maxLength: 256 },
    { name: 'firstName', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'lastName', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'mobileNo', type: 'string', maxLength: 32 },
    { name: 'phoneNo', type: 'string', maxLength: 32 },
    { name: 'zipCode', isMandatory: true, type: 'string', maxLength: 32 },
    { name: 'email', type: 'string', maxLength: 128 },
    { name: 'faxNo', type: 'string', maxLength: 32 }
  ]
}

const INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE: RequestModel = {
  name: 'InternationalOrderInfoExchangeRate',
  fields: [{ name: 'rate', type: 'string' }, { name: 'exchangeRelation', type: 'string' }]
}

const PAYMENT_PROMO_INFO: RequestModel = {
  name: 'PaymentPromoInfo',
  fields: [
    { name: 'promoId', isMandatory: true, type: 'string', maxLength: 128 },
    { name: 'promoName', isMandatory: true, type: 'string', maxLength: 128 },
    {
      name: 'promoType',
      isMandatory: true,
      type: 'string',
      values: ['CASH_BACK', 'DISCOUNT', 'VOUCHER', 'POINT']
    },
    { name: 'savingsAmount', isMandatory: true, type: 'object', model: MONEY }
  ]
}

const REFUND_PROMO_INFO: RequestModel = {
  name: 'RefundPromoInfo',
  fields: [
    { name: 'promoId', isMandatory: true, type: 'string', maxLength: 128 },
    { name: 'promoName', isMandatory: true, type: 'string', maxLength: 128 },
    {
      name: 'promoType',
      isMandatory: true,
      type: 'string',
      values: ['CASH_BACK', 'DISCOUNT', 'VOUCHER', 'POINT']
    },
    { name: 'refundAmount', isMandatory: true, type: 'object', model: MONEY }
  ]
}

const INTERNATIONAL_ORDER_INFO: RequestModel = {
  name: 'InternationalOrderInfo',
  fields: [
    { name: 'originOrderAmount', type: 'object', model: MONEY },
    { name: 'exchangeRate', type: 'object', model: INTERNATIONAL_ORDER_INFO_EXCHANGE_RATE },
    { name: 'totalAmount', type: 'object', model: MONEY },
    { name: 'paymentPromoInfo', type: 'object', model: PAYMENT_PROMO_INFO },
    { name: 'refundPromoInfo', type: 'object', model: REFUND_PROMO_INFO }
  ]
}

const ORDER: RequestModel = {
  name: 'Order',
  fields: [
    { name: 'buyer', type: 'object', model: BUYER },
    { name: 'seller', type: 'object', model: SELLER },
    { name: 'orderTitle', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'merchantTransType', type: 'string', maxLength: 64 },
    { name: 'orderMemo', type: 'string', maxLength: 64 },
    { name: 'createdTime', type: 'string', pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/ },
    { name: 'goods', isList: true, type: 'object', model: GOODS },
    { name: 'shippingInfo', isList: true, type: 'object', model: SHIPPING_INFO },
    { name: 'internationalOrderInfo', type: 'object', model: INTERNATIONAL_ORDER_INFO },
    { name: 'extendInfo', type: 'string', maxLength: 4096 }
  ]
}

const ENV_INFO: RequestModel = {
  name: 'EnvInfo',
  fields: [
    { name: 'sessionId', type: 'string', maxLength: 128 },
    { name: 'tokenId', type: 'string', maxLength: 128 },
    { name: 'websiteLanguage', type: 'string', maxLength: 16 },
    { name: 'clientIp', type: 'string', maxLength: 32 },
    { name: 'osType', type: 'string', maxLength: 128 },
    { name: 'appVersion', type: 'string', maxLength: 128 },
    { name: 'sdkVersion', type: 'string', maxLength: 128 },
    { name: 'sourcePlatform', isMandatory: true, type: 'string', maxLength: 32, values: ['IPG'] },
    { name: 'orderOsType', type: 'string', maxLength: 128 },
    { name: 'merchantAppVersion', type: 'string', maxLength: 128 },
    {
      name: 'terminalType',
      isMandatory: true,
      type: 'string',
      maxLength: 32,
      values: ['APP', 'WEB', 'WAP', 'SYSTEM']
    },
    {
      name: 'orderTerminalType',
      type: 'string',
      maxLength: 32,
      values: ['APP', 'WEB', 'WAP', 'SYSTEM']
    },
    { name: 'extendInfo', type: 'string', maxLength: 4096 },
    { name: 'clientKey', type: 'string', maxLength: 64 }
  ]
}

const WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO: RequestModel = {
  name: 'WidgetPaymentRequestAdditionalInfo',
  fields: [
    { name: 'supportDeepLinkCheckoutUrl', type: 'string', maxLength: 64 },
    { name: 'phoneNumber', type: 'string', maxLength: 64 },
    { name: 'publicUserId', type: 'string', maxLength: 64 },
    { name: 'productCode', isMandatory: true, type: 'string', maxLength: 32 },
    { name: 'serviceInfo', type: 'object', model: SERVICE_INFO },
    { name: 'order', isMandatory: true, type: 'object', model: ORDER },
    { name: 'mcc', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'envInfo', isMandatory: true, type: 'object', model: ENV_INFO },
    { name: 'extendInfo', type: 'string', maxLength: 4096 }
  ]
}

const URL_PARAM: RequestModel = {
  name: 'UrlParam',
  fields: [
    { name: 'url', isMandatory: true, type: 'string', maxLength: 512 },
    {
      name: 'type',
      isMandatory: true,
      type: 'string',
      maxLength: 32,
      values: ['PAY_RETURN', 'NOTIFICATION']
    },
    { name: 'isDeeplink', isMandatory: true, type: 'string', maxLength: 1 }
  ]
}

const WIDGET_PAYMENT_REQUEST: RequestModel = {
  name: 'WidgetPaymentRequest',
  fields: [
    { name: 'partnerReferenceNo', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'merchantId', isMandatory: true, type: 'string', maxLength: 64 },
    { name: 'subMerchantId', type: 'string', maxLength: 32 },
    { name: 'amount', isMandatory: true, type: 'object', model: MONEY },
    { name: 'externalStoreId', type: 'string', maxLength: 64 },
    {
      name: 'validUpTo',
      isMandatory: true,
      type: 'string',
      pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/
    },
    { name: 'pointOfInitiation', type: 'string', maxLength: 20 },
    { name: 'disabledPayMethods', type: 'string', maxLength: 64 },
    { name: 'payOptionDetails', isList: true, type: 'object', model: PAY_OPTION_DETAIL },
    {
      name: 'additionalInfo',
      isMandatory: true,
      type: 'object',
      model: WIDGET_PAYMENT_REQUEST_ADDITIONAL_INFO
    },
    { name: 'urlParams', isList: true, type: 'object', model: URL_PARAM }
  ]
}

/** The operations of DANA's Widget API by their names in the document. */
export const OPERATIONS: Readonly<Record<OperationId, OperationTable>> = {
  accountUnbinding: {
    operationId: 'accountUnbinding',
    path: '/v1.0/registration-account-unbinding.htm',
    aliases: [],
    serviceCode: '09',
    headerProfile: 'b2b2c',
    headers: [
      { name: 'Authorization-Customer', isMandatory: true },
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'X-IP-ADDRESS', maxLength: 15 },
      { name: 'X-DEVICE-ID', maxLength: 400 },
      { name: 'X-LATITUDE', maxLength: 10 },
      { name: 'X-LONGITUDE', maxLength: 10 },
      { name: 'CHANNEL-ID', isMandatory: true }
    ],
    request: ACCOUNT_UNBINDING_REQUEST,
    messages: {
      '2000900': 'Successful',
      '4000900': 'Bad Request',
      '4000901': 'Invalid Field Format {field}',
      '4000902': 'Invalid Mandatory Field {field}',
      '4010900': 'Unauthorized. [reason]',
      '4010902': 'Invalid Customer Token',
      '4030905': 'Do Not Honor',
      '4090900': 'Conflict',
      '4290900': 'Too Many Requests',
      '5000900': 'General Error',
      '5000901': 'Internal Server Error',
      '5040900': 'Timeout'
    }
  },
  applyOTT: {
    operationId: 'applyOTT',
    path: '/rest/v1.1/qr/apply-ott',
    aliases: ['/v1.0/qr/apply-ott.htm'],
    serviceCode: '49',
    headerProfile: 'b2b2c',
    headers: [
      { name: 'Authorization-Customer', isMandatory: true },
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'X-IP-ADDRESS', maxLength: 15 },
      { name: 'X-DEVICE-ID', maxLength: 400 },
      { name: 'X-LATITUDE', maxLength: 10 },
      { name: 'X-LONGITUDE', maxLength: 10 },
      { name: 'CHANNEL-ID', isMandatory: true }
    ],
    request: APPLY_OTT_REQUEST,
    messages: {
      '2004900': 'Successful',
      '4004900': 'Bad Request',
      '4004901': 'Invalid Field Format {field}',
      '4004902': 'Invalid Mandatory Field {field}',
      '4014900': 'Unauthorized. [reason]',
      '4014901': 'Token Expired',
      '4014902': 'Invalid Customer Token',
      '4034905': 'Do Not Honor',
      '4094900': 'Conflict',
      '4294900': 'Too Many Requests',
      '5004900': 'General Error',
      '5004901': 'Internal Server Error',
      '5044900': 'Timeout'
    }
  },
  applyToken: {
    operationId: 'applyToken',
    path: '/v1.0/access-token/b2b2c.htm',
    aliases: [],
    serviceCode: '74',
    headerProfile: 'apply-token',
    headers: [
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-CLIENT-KEY', isMandatory: true },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-SIGNATURE', isMandatory: true }
    ],
    request: APPLY_TOKEN_REQUEST,
    messages: {
      '2007400': 'Successful',
      '4007400': 'Bad Request',
      '4007401': 'Invalid Field Format {field}',
      '4007402': 'Invalid Mandatory Field {field}',
      '4017400': 'Unauthorized. [reason]',
      '4297400': 'Too Many Requests',
      '5007400': 'General Error',
      '5007401': 'Internal Server Error',
      '5047400': 'Timeout'
    }
  },
  balanceInquiry: {
    operationId: 'balanceInquiry',
    path: '/v1.0/balance-inquiry.htm',
    aliases: [],
    serviceCode: '11',
    headerProfile: 'b2b2c',
    headers: [
      { name: 'Authorization-Customer', isMandatory: true },
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'X-IP-ADDRESS', maxLength: 15 },
      { name: 'X-DEVICE-ID', maxLength: 400 },
      { name: 'X-LATITUDE', maxLength: 10 },
      { name: 'X-LONGITUDE', maxLength: 10 },
      { name: 'CHANNEL-ID', isMandatory: true }
    ],
    request: BALANCE_INQUIRY_REQUEST,
    messages: {
      '2001100': 'Successful',
      '4001100': 'Bad Request',
      '4001101': 'Invalid Field Format {field}',
      '4001102': 'Invalid Mandatory Field {field}',
      '4011100': 'Unauthorized. [reason]',
      '4011102': 'Invalid Customer Token',
      '4031105': 'Do Not Honor',
      '4031118': 'Inactive Card/Account/Customer',
      '4091100': 'Conflict',
      '4291100': 'Too Many Requests',
      '5001100': 'General Error',
      '5001101': 'Internal Server Error',
      '5041100': 'Timeout'
    }
  },
  cancelOrder: {
    operationId: 'cancelOrder',
    path: '/v1.0/debit/cancel.htm',
    aliases: [],
    serviceCode: '57',
    headerProfile: 'b2b',
    headers: [
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'CHANNEL-ID', isMandatory: true },
      { name: 'X-Debug-Mode' }
    ],
    request: CANCEL_ORDER_REQUEST,
    messages: {
      '2005700': 'Successful',
      '2025700': 'Request In Progress',
      '4005700': 'Bad Request',
      '4005701': 'Invalid Field Format {field}',
      '4005702': 'Invalid Mandatory Field {field}',
      '4015700': 'Unauthorized. [reason]',
      '4015701': 'Invalid Token (B2B)',
      '4035700': 'Transaction Expired',
      '4035705': 'Do Not Honor',
      '4035714': 'Insufficient Funds',
      '4035715': 'Transaction Not Permitted',
      '4045700': 'Invalid Transaction Status',
      '4045701': 'Transaction Not Found',
      '4045708': 'Invalid Merchant',
      '4095700': 'Conflict',
      '4295700': 'Too Many Requests',
      '5005700': 'General Error',
      '5005701': 'Internal Server Error',
      '5045700': 'Timeout'
    }
  },
  queryPayment: {
    operationId: 'queryPayment',
    path: '/rest/v1.1/debit/status',
    aliases: ['/v1.0/debit/status.htm'],
    serviceCode: '55',
    headerProfile: 'b2b',
    headers: [
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'CHANNEL-ID', isMandatory: true },
      { name: 'X-Debug-Mode' }
    ],
    request: QUERY_PAYMENT_REQUEST,
    messages: {
      '2005500': 'Successful',
      '4005500': 'Bad Request',
      '4005501': 'Invalid Field Format {field}',
      '4005502': 'Invalid Mandatory Field {field}',
      '4015500': 'Unauthorized. [reason]',
      '4015501': 'Invalid Token (B2B)',
      '4045501': 'Transaction Not Found',
      '4095500': 'Conflict',
      '4295500': 'Too Many Requests',
      '5005500': 'General Error',
      '5005501': 'Internal Server Error',
      '5045500': 'Timeout'
    }
  },
  queryUserProfile: {
    operationId: 'queryUserProfile',
    path: '/dana/member/query/queryUserProfile.htm',
    aliases: [],
    headerProfile: 'open-api',
    headers: [],
    request: QUERY_USER_PROFILE_ENVELOPE,
    messages: {}
  },
  refundOrder: {
    operationId: 'refundOrder',
    path: '/v1.0/debit/refund.htm',
    aliases: [],
    serviceCode: '58',
    headerProfile: 'b2b',
    headers: [
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'CHANNEL-ID', isMandatory: true },
      { name: 'X-Debug-Mode' }
    ],
    request: REFUND_ORDER_REQUEST,
    messages: {
      '2005800': 'Successful',
      '2025800': 'Request In Progress',
      '4005800': 'Bad Request',
      '4005801': 'Invalid Field Format {field}',
      '4005802': 'Invalid Mandatory Field {field}',
      '4015800': 'Unauthorized. [reason]',
      '4035814': 'Insufficient Funds',
      '4035815': 'Transaction Not Permitted',
      '4045800': 'Invalid Transaction Status',
      '4045801': 'Transaction Not Found',
      '4045808': 'Invalid Merchant',
      '4045812': 'Invalid Bill',
      '4045818': 'Inconsistent Request',
      '4095800': 'Conflict',
      '4295800': 'Too Many Requests',
      '5005800': 'General Error',
      '5005801': 'Internal Server Error',
      '5045800': 'Timeout'
    }
  },
  widgetPayment: {
    operationId: 'widgetPayment',
    path: '/rest/redirection/v1.0/debit/payment-host-to-host',
    aliases: ['/rest/redirection/v1.0/debit/payment-host-to-host.htm', '/v1.0/debit/payment.htm'],
    serviceCode: '54',
    headerProfile: 'b2b',
    headers: [
      { name: 'X-TIMESTAMP', isMandatory: true, maxLength: 25 },
      { name: 'X-SIGNATURE', isMandatory: true },
      { name: 'ORIGIN' },
      { name: 'X-PARTNER-ID', isMandatory: true },
      { name: 'X-EXTERNAL-ID', isMandatory: true, maxLength: 36 },
      { name: 'CHANNEL-ID', isMandatory: true },
      { name: 'X-Debug-Mode' }
    ],
    request: WIDGET_PAYMENT_REQUEST,
    messages: {
      '2005400': 'Successful',
      '4005400': 'Bad Request',
      '4005401': 'Invalid Field Format {field}',
      '4005402': 'Invalid Mandatory Field {field}',
      '4015400': 'Unauthorized. [reason]',
      '4035402': 'Exceeds Transaction Amount Limit',
      '4035405': 'Do Not Honor',
      '4035415': 'Transaction Not Permitted',
      '4045408': 'Invalid Merchant',
      '4045418': 'Inconsistent Request',
      '4095400': 'Conflict',
      '4295400': 'Too Many Requests',
      '5005400': 'General Error',
      '5005401': 'Internal Server Error',
      '5045400': 'Timeout'
    }
  }
}
