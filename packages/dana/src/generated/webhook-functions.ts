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
  FinishNotifyPaymentInfo,
  FinishNotifyRequest,
  FinishNotifyRequestAdditionalInfo,
  FinishNotifyResponse,
  Money,
  PayOptionInfo,
  ShopInfo
} from './webhook-models.js'
import {
  FINISH_NOTIFY_PAYMENT_INFO,
  FINISH_NOTIFY_REQUEST,
  FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO,
  FINISH_NOTIFY_RESPONSE,
  MONEY,
  PAY_OPTION_INFO,
  SHOP_INFO
} from './webhook-tables.js'

export const instanceOfMoney: InstanceOf<Money> = /* @__PURE__ */ recogniserOf(MONEY)
export const MoneyFromJSON: FromJSON<Money> = /* @__PURE__ */ readerOf(MONEY)
export { MoneyFromJSON as MoneyFromJSONTyped }
export const MoneyToJSON: ToJSON<Money> = /* @__PURE__ */ writerOf(MONEY)
export const MoneyToJSONTyped: ToJSONTyped<Money> = /* @__PURE__ */ writerOf(MONEY)
export const validateMoney: Validate<Money> = /* @__PURE__ */ validatorOf(MONEY)

export const instanceOfPayOptionInfo: InstanceOf<PayOptionInfo> = /* @__PURE__ */ recogniserOf(PAY_OPTION_INFO)
export const PayOptionInfoFromJSON: FromJSON<PayOptionInfo> = /* @__PURE__ */ readerOf(PAY_OPTION_INFO)
export { PayOptionInfoFromJSON as PayOptionInfoFromJSONTyped }
export const PayOptionInfoToJSON: ToJSON<PayOptionInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_INFO)
export const PayOptionInfoToJSONTyped: ToJSONTyped<PayOptionInfo> = /* @__PURE__ */ writerOf(PAY_OPTION_INFO)
export const validatePayOptionInfo: Validate<PayOptionInfo> = /* @__PURE__ */ validatorOf(PAY_OPTION_INFO)

export const instanceOfFinishNotifyPaymentInfo: InstanceOf<FinishNotifyPaymentInfo> = /* @__PURE__ */ recogniserOf(FINISH_NOTIFY_PAYMENT_INFO)
export const FinishNotifyPaymentInfoFromJSON: FromJSON<FinishNotifyPaymentInfo> = /* @__PURE__ */ readerOf(FINISH_NOTIFY_PAYMENT_INFO)
export { FinishNotifyPaymentInfoFromJSON as FinishNotifyPaymentInfoFromJSONTyped }
export const FinishNotifyPaymentInfoToJSON: ToJSON<FinishNotifyPaymentInfo> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_PAYMENT_INFO)
export const FinishNotifyPaymentInfoToJSONTyped: ToJSONTyped<FinishNotifyPaymentInfo> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_PAYMENT_INFO)
export const validateFinishNotifyPaymentInfo: Validate<FinishNotifyPaymentInfo> = /* @__PURE__ */ validatorOf(FINISH_NOTIFY_PAYMENT_INFO)

export const instanceOfShopInfo: InstanceOf<ShopInfo> = /* @__PURE__ */ recogniserOf(SHOP_INFO)
export const ShopInfoFromJSON: FromJSON<ShopInfo> = /* @__PURE__ */ readerOf(SHOP_INFO)
export { ShopInfoFromJSON as ShopInfoFromJSONTyped }
export const ShopInfoToJSON: ToJSON<ShopInfo> = /* @__PURE__ */ writerOf(SHOP_INFO)
export const ShopInfoToJSONTyped: ToJSONTyped<ShopInfo> = /* @__PURE__ */ writerOf(SHOP_INFO)
export const validateShopInfo: Validate<ShopInfo> = /* @__PURE__ */ validatorOf(SHOP_INFO)

export const instanceOfFinishNotifyRequestAdditionalInfo: InstanceOf<FinishNotifyRequestAdditionalInfo> = /* @__PURE__ */ recogniserOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO)
export const FinishNotifyRequestAdditionalInfoFromJSON: FromJSON<FinishNotifyRequestAdditionalInfo> = /* @__PURE__ */ readerOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO)
export { FinishNotifyRequestAdditionalInfoFromJSON as FinishNotifyRequestAdditionalInfoFromJSONTyped }
export const FinishNotifyRequestAdditionalInfoToJSON: ToJSON<FinishNotifyRequestAdditionalInfo> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO)
export const FinishNotifyRequestAdditionalInfoToJSONTyped: ToJSONTyped<FinishNotifyRequestAdditionalInfo> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO)
export const validateFinishNotifyRequestAdditionalInfo: Validate<FinishNotifyRequestAdditionalInfo> = /* @__PURE__ */ validatorOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO)

export const instanceOfFinishNotifyRequest: InstanceOf<FinishNotifyRequest> = /* @__PURE__ */ recogniserOf(FINISH_NOTIFY_REQUEST)
export const FinishNotifyRequestFromJSON: FromJSON<FinishNotifyRequest> = /* @__PURE__ */ readerOf(FINISH_NOTIFY_REQUEST)
export { FinishNotifyRequestFromJSON as FinishNotifyRequestFromJSONTyped }
export const FinishNotifyRequestToJSON: ToJSON<FinishNotifyRequest> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_REQUEST)
export const FinishNotifyRequestToJSONTyped: ToJSONTyped<FinishNotifyRequest> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_REQUEST)
export const validateFinishNotifyRequest: Validate<FinishNotifyRequest> = /* @__PURE__ */ validatorOf(FINISH_NOTIFY_REQUEST)

export const instanceOfFinishNotifyResponse: InstanceOf<FinishNotifyResponse> = /* @__PURE__ */ recogniserOf(FINISH_NOTIFY_RESPONSE)
export const FinishNotifyResponseFromJSON: FromJSON<FinishNotifyResponse> = /* @__PURE__ */ readerOf(FINISH_NOTIFY_RESPONSE)
export { FinishNotifyResponseFromJSON as FinishNotifyResponseFromJSONTyped }
export const FinishNotifyResponseToJSON: ToJSON<FinishNotifyResponse> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_RESPONSE)
export const FinishNotifyResponseToJSONTyped: ToJSONTyped<FinishNotifyResponse> = /* @__PURE__ */ writerOf(FINISH_NOTIFY_RESPONSE)
export const validateFinishNotifyResponse: Validate<FinishNotifyResponse> = /* @__PURE__ */ validatorOf(FINISH_NOTIFY_RESPONSE)
