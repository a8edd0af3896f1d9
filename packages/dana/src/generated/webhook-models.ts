// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { constructible, type ModelConstructor } from '../models/constructible.js'
import {
  FINISH_NOTIFY_RESPONSE
} from './webhook-tables.js'

/** To be described. */
export interface Money {
  /** To be described. */
  value: string
  /** To be described. */
  currency: string
}

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
  NetworkPay: 'NETWORK_PAY'
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
  VirtualAccountBca: 'VIRTUAL_ACCOUNT_BCA',
  VirtualAccountBni: 'VIRTUAL_ACCOUNT_BNI',
  VirtualAccountMandiri: 'VIRTUAL_ACCOUNT_MANDIRI',
  VirtualAccountBri: 'VIRTUAL_ACCOUNT_BRI',
  VirtualAccountBtpn: 'VIRTUAL_ACCOUNT_BTPN',
  VirtualAccountCimb: 'VIRTUAL_ACCOUNT_CIMB',
  VirtualAccountPermata: 'VIRTUAL_ACCOUNT_PERMATA'
} as const
/** One of {@link PayOptionInfoPayOptionEnum}, or an empty text, which DANA takes as none. */
export type PayOptionInfoPayOptionEnum = (typeof PayOptionInfoPayOptionEnum)[keyof typeof PayOptionInfoPayOptionEnum] | ''

/** To be described. */
export interface FinishNotifyPaymentInfo {
  /** To be described. */
  cashierRequestId?: string | undefined
  /** To be described. */
  paidTime?: string | undefined
  /** To be described. */
  payOptionInfos: Array<PayOptionInfo>
  /** To be described. */
  payRequestExtendInfo?: string | undefined
  /** To be described. */
  extendInfo?: string | undefined
}

/** To be described. */
export interface ShopInfo {
  /** To be described. */
  shopId?: string | undefined
  /** To be described. */
  externalShopId?: string | undefined
  /** To be described. */
  operatorId?: string | undefined
  /** To be described. */
  shopAddress?: string | undefined
  /** To be described. */
  divisionId?: string | undefined
  /** To be described. */
  externalDivisionId?: string | undefined
  /** To be described. */
  divisionType?: string | undefined
  /** To be described. */
  shopName?: string | undefined
}

/** To be described. */
export interface FinishNotifyRequestAdditionalInfo {
  /** To be described. */
  paymentInfo?: FinishNotifyPaymentInfo | undefined
  /** To be described. */
  shopInfo?: ShopInfo | undefined
  /** To be described. */
  extendInfo?: string | undefined
  /** To be described. */
  extendInfoClosedReason?: string | undefined
  /** To be described. */
  paidTime?: string | undefined
}

/** To be described. */
export interface FinishNotifyRequest {
  /** To be described. */
  originalPartnerReferenceNo: string
  /** To be described. */
  originalReferenceNo: string
  /** To be described. */
  originalExternalId?: string | undefined
  /** To be described. */
  merchantId: string
  /** To be described. */
  subMerchantId?: string | undefined
  /** To be described. */
  amount: Money
  /** To be described. */
  latestTransactionStatus: string
  /** To be described. */
  transactionStatusDesc?: string | undefined
  /** To be described. */
  createdTime: string
  /** To be described. */
  finishedTime: string
  /** To be described. */
  externalStoreId?: string | undefined
  /** To be described. */
  additionalInfo?: FinishNotifyRequestAdditionalInfo | undefined
}

/** To be described. */
export interface FinishNotifyResponse {
  /** To be described. */
  responseCode: string
  /** To be described. */
  responseMessage: string
}

/** Makes a {@link FinishNotifyResponse} of the fields given: a plain object. */
export const FinishNotifyResponse: ModelConstructor<FinishNotifyResponse> = /* @__PURE__ */ constructible(FINISH_NOTIFY_RESPONSE)
