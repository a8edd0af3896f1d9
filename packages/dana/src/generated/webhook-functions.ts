// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { fromJson } from '../models/from-json.js'
import { instanceOf } from '../models/instance-of.js'
import type { ValidationErrorContext } from '../models/model.js'
import { toJson } from '../models/to-json.js'
import { validateModel } from '../models/validate-model.js'
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

/** Whether the value has all mandatory fields of a {@link FinishNotifyPaymentInfo}. */
export function instanceOfFinishNotifyPaymentInfo(value: object): value is FinishNotifyPaymentInfo {
  return instanceOf(FINISH_NOTIFY_PAYMENT_INFO, value)
}
/** Reads a {@link FinishNotifyPaymentInfo} from parsed JSON. */
export function FinishNotifyPaymentInfoFromJSON(json: any): FinishNotifyPaymentInfo {
  return fromJson(FINISH_NOTIFY_PAYMENT_INFO, json) as FinishNotifyPaymentInfo
}
/** The same as {@link FinishNotifyPaymentInfoFromJSON}. */
export function FinishNotifyPaymentInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): FinishNotifyPaymentInfo {
  return fromJson(FINISH_NOTIFY_PAYMENT_INFO, json) as FinishNotifyPaymentInfo
}
/** Builds what goes over the wire for a {@link FinishNotifyPaymentInfo}. */
export function FinishNotifyPaymentInfoToJSON(json: any): FinishNotifyPaymentInfo {
  return toJson(FINISH_NOTIFY_PAYMENT_INFO, json) as FinishNotifyPaymentInfo
}
/** The same as {@link FinishNotifyPaymentInfoToJSON}. */
export function FinishNotifyPaymentInfoToJSONTyped(value?: FinishNotifyPaymentInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(FINISH_NOTIFY_PAYMENT_INFO, value)
}
/** The limits of a {@link FinishNotifyPaymentInfo} that the value breaks. */
export function validateFinishNotifyPaymentInfo(value: FinishNotifyPaymentInfo): ValidationErrorContext[] {
  return validateModel(FINISH_NOTIFY_PAYMENT_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link ShopInfo}. */
export function instanceOfShopInfo(value: object): value is ShopInfo {
  return instanceOf(SHOP_INFO, value)
}
/** Reads a {@link ShopInfo} from parsed JSON. */
export function ShopInfoFromJSON(json: any): ShopInfo {
  return fromJson(SHOP_INFO, json) as ShopInfo
}
/** The same as {@link ShopInfoFromJSON}. */
export function ShopInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): ShopInfo {
  return fromJson(SHOP_INFO, json) as ShopInfo
}
/** Builds what goes over the wire for a {@link ShopInfo}. */
export function ShopInfoToJSON(json: any): ShopInfo {
  return toJson(SHOP_INFO, json) as ShopInfo
}
/** The same as {@link ShopInfoToJSON}. */
export function ShopInfoToJSONTyped(value?: ShopInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(SHOP_INFO, value)
}
/** The limits of a {@link ShopInfo} that the value breaks. */
export function validateShopInfo(value: ShopInfo): ValidationErrorContext[] {
  return validateModel(SHOP_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link FinishNotifyRequestAdditionalInfo}. */
export function instanceOfFinishNotifyRequestAdditionalInfo(value: object): value is FinishNotifyRequestAdditionalInfo {
  return instanceOf(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, value)
}
/** Reads a {@link FinishNotifyRequestAdditionalInfo} from parsed JSON. */
export function FinishNotifyRequestAdditionalInfoFromJSON(json: any): FinishNotifyRequestAdditionalInfo {
  return fromJson(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, json) as FinishNotifyRequestAdditionalInfo
}
/** The same as {@link FinishNotifyRequestAdditionalInfoFromJSON}. */
export function FinishNotifyRequestAdditionalInfoFromJSONTyped(json: any, ignoreDiscriminator: boolean): FinishNotifyRequestAdditionalInfo {
  return fromJson(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, json) as FinishNotifyRequestAdditionalInfo
}
/** Builds what goes over the wire for a {@link FinishNotifyRequestAdditionalInfo}. */
export function FinishNotifyRequestAdditionalInfoToJSON(json: any): FinishNotifyRequestAdditionalInfo {
  return toJson(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, json) as FinishNotifyRequestAdditionalInfo
}
/** The same as {@link FinishNotifyRequestAdditionalInfoToJSON}. */
export function FinishNotifyRequestAdditionalInfoToJSONTyped(value?: FinishNotifyRequestAdditionalInfo | null, ignoreDiscriminator?: boolean): any {
  return toJson(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, value)
}
/** The limits of a {@link FinishNotifyRequestAdditionalInfo} that the value breaks. */
export function validateFinishNotifyRequestAdditionalInfo(value: FinishNotifyRequestAdditionalInfo): ValidationErrorContext[] {
  return validateModel(FINISH_NOTIFY_REQUEST_ADDITIONAL_INFO, value)
}

/** Whether the value has all mandatory fields of a {@link FinishNotifyRequest}. */
export function instanceOfFinishNotifyRequest(value: object): value is FinishNotifyRequest {
  return instanceOf(FINISH_NOTIFY_REQUEST, value)
}
/** Reads a {@link FinishNotifyRequest} from parsed JSON. */
export function FinishNotifyRequestFromJSON(json: any): FinishNotifyRequest {
  return fromJson(FINISH_NOTIFY_REQUEST, json) as FinishNotifyRequest
}
/** The same as {@link FinishNotifyRequestFromJSON}. */
export function FinishNotifyRequestFromJSONTyped(json: any, ignoreDiscriminator: boolean): FinishNotifyRequest {
  return fromJson(FINISH_NOTIFY_REQUEST, json) as FinishNotifyRequest
}
/** Builds what goes over the wire for a {@link FinishNotifyRequest}. */
export function FinishNotifyRequestToJSON(json: any): FinishNotifyRequest {
  return toJson(FINISH_NOTIFY_REQUEST, json) as FinishNotifyRequest
}
/** The same as {@link FinishNotifyRequestToJSON}. */
export function FinishNotifyRequestToJSONTyped(value?: FinishNotifyRequest | null, ignoreDiscriminator?: boolean): any {
  return toJson(FINISH_NOTIFY_REQUEST, value)
}
/** The limits of a {@link FinishNotifyRequest} that the value breaks. */
export function validateFinishNotifyRequest(value: FinishNotifyRequest): ValidationErrorContext[] {
  return validateModel(FINISH_NOTIFY_REQUEST, value)
}

/** Whether the value has all mandatory fields of a {@link FinishNotifyResponse}. */
export function instanceOfFinishNotifyResponse(value: object): value is FinishNotifyResponse {
  return instanceOf(FINISH_NOTIFY_RESPONSE, value)
}
/** Reads a {@link FinishNotifyResponse} from parsed JSON. */
export function FinishNotifyResponseFromJSON(json: any): FinishNotifyResponse {
  return fromJson(FINISH_NOTIFY_RESPONSE, json) as FinishNotifyResponse
}
/** The same as {@link FinishNotifyResponseFromJSON}. */
export function FinishNotifyResponseFromJSONTyped(json: any, ignoreDiscriminator: boolean): FinishNotifyResponse {
  return fromJson(FINISH_NOTIFY_RESPONSE, json) as FinishNotifyResponse
}
/** Builds what goes over the wire for a {@link FinishNotifyResponse}. */
export function FinishNotifyResponseToJSON(json: any): FinishNotifyResponse {
  return toJson(FINISH_NOTIFY_RESPONSE, json) as FinishNotifyResponse
}
/** The same as {@link FinishNotifyResponseToJSON}. */
export function FinishNotifyResponseToJSONTyped(value?: FinishNotifyResponse | null, ignoreDiscriminator?: boolean): any {
  return toJson(FINISH_NOTIFY_RESPONSE, value)
}
/** The limits of a {@link FinishNotifyResponse} that the value breaks. */
export function validateFinishNotifyResponse(value: FinishNotifyResponse): ValidationErrorContext[] {
  return validateModel(FINISH_NOTIFY_RESPONSE, value)
}
