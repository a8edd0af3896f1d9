// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { defineModel } from '../models/define-model.js'
import type { Model } from '../models/model.js'

const PAID_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/

export const MONEY: Model = /* @__PURE__ */ defineModel(
  'value!', 19,
  'currency!', 3
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

export const FINISH_NOTIFY_PAYMENT_INFO: Model = /* @__PURE__ */ defineModel(
  'cashierRequestId', 64,
  'paidTime', 25, PAID_TIME_PATTERN,
  'payOptionInfos!', [PAY_OPTION_INFO],
  'payRequestExtendInfo', 4096,
  'extendInfo', 4096
)

export const SHOP_INFO: Model = /* @__PURE__ */ defineModel(
  'shopId', 64,
  'externalShopId', 64,
  'operatorId', 32,
  'shopAddress', 256,
  'divisionId', 64,
  'externalDivisionId', 64,
  'divisionType', 32,
  'shopName', 128
)

export const FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO: Model = /* @__PURE__ */ defineModel(
  'paymentInfo', FINISH_NOTIFY_PAYMENT_INFO,
  'shopInfo', SHOP_INFO,
  'extendInfo', 4096,
  'extendInfoClosedReason:extendInfo.closedReason', 64,
  'paidTime', 25, PAID_TIME_PATTERN
)

export const FINISH_NOTIFY_REQUEST: Model = /* @__PURE__ */ defineModel(
  'originalPartnerReferenceNo!', 64,
  'originalReferenceNo!', 64,
  'originalExternalId', 36,
  'merchantId!', 64,
  'subMerchantId', 32,
  'amount!', MONEY,
  'latestTransactionStatus!', 2,
  'transactionStatusDesc', 50,
  'createdTime!', 25,
  'finishedTime!', 25,
  'externalStoreId', 64,
  'additionalInfo', FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO
)

export const FINISH_NOTIFY_RESPONSE: Model = /* @__PURE__ */ defineModel(
  'responseCode!', 7,
  'responseMessage!', 150
)

export const MODELS: Record<string, Model> = {
  Money: MONEY,
  PayOptionInfo: PAY_OPTION_INFO,
  FinishNotifyPaymentInfo: FINISH_NOTIFY_PAYMENT_INFO,
  ShopInfo: SHOP_INFO,
  FinishNotifyRequestAdditionalInfo: FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO,
  FinishNotifyRequest: FINISH_NOTIFY_REQUEST,
  FinishNotifyResponse: FINISH_NOTIFY_RESPONSE
}
