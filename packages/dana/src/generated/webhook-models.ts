// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import { constructible, type ModelConstructor } from '../models/constructible.js'
import {
  FINISH_NOTIFY_RESPONSE
} from './webhook-tables.js'

/** An amount of money. Two texts, never a JSON number. */
export interface Money {
  /** The amount as a decimal text, at most 19 characters. With IDR it has two decimals always, `"10000.00"`: DANA refuses `"10000"` and `"10000.0000"` (case 01 of status 400). No separators. Never make a floating-point number of it. */
  value: string
  /** The currency by ISO 4217, three letters. `IDR`, the rupiah. */
  currency: string
}

/** One way in which the order was paid, and how much of it. An order can be paid in several ways at once, such as a coupon and the balance. The model of the same name in an answer of queryPayment has more values. */
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
   */
  payMethod: PayOptionInfoPayMethodEnum
  /** Which bank or provider, where the method has several; the name says it: `VIRTUAL_ACCOUNT_BCA` is a virtual account at BCA, `NETWORK_PAY_PG_GOPAY` is GoPay. At most 64 characters; may be left out for methods such as `BALANCE`. Expect values that are not in this list: the one of queryPayment is longer, and DANA adds to it from version to version. */
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
export type PayOptionInfoPayOptionEnum = (typeof PayOptionInfoPayOptionEnum)[keyof typeof PayOptionInfoPayOptionEnum] | ''

/** How an order was paid. */
export interface FinishNotifyPaymentInfo {
  /** The id of the cashier's request, at most 64 characters. */
  cashierRequestId?: string | undefined
  /** When it was paid. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  paidTime?: string | undefined
  /** The methods it was paid with; one entry for each. */
  payOptionInfos: Array<PayOptionInfo>
  /** Further data of the payment's request, as one text; at most 4096 characters. */
  payRequestExtendInfo?: string | undefined
  /** Further data as one text, usually JSON; at most 4096 characters. What is in it is not documented. */
  extendInfo?: string | undefined
}

/** The shop of an order. */
export interface ShopInfo {
  /** DANA's id of the shop, at most 64 characters. */
  shopId?: string | undefined
  /** The merchant's id of the shop, at most 64 characters. */
  externalShopId?: string | undefined
  /** Who served there, at most 32 characters. */
  operatorId?: string | undefined
  /** The shop's address, at most 256 characters. */
  shopAddress?: string | undefined
  /** DANA's id of the division, at most 64 characters. */
  divisionId?: string | undefined
  /** The merchant's id of the division, at most 64 characters: what requests call `subMerchantId`. */
  externalDivisionId?: string | undefined
  /** The kind of division, at most 32 characters. */
  divisionType?: string | undefined
  /** The shop's name, at most 128 characters. */
  shopName?: string | undefined
}

/** How the order was paid, in which shop, or why it was closed. */
export interface FinishNotifyRequestAdditionalInfo {
  /** How it was paid. */
  paymentInfo?: FinishNotifyPaymentInfo | undefined
  /** In which shop. */
  shopInfo?: ShopInfo | undefined
  /** Further data as JSON text, at most 4096 characters. */
  extendInfo?: string | undefined
  /** Why the order was closed, such as `TIMEOUT`; at most 64 characters. Present when it was. On the wire the key has a dot in it, `extendInfo.closedReason`, and is not a field of `extendInfo`; in TypeScript it is `extendInfoClosedReason`. */
  extendInfoClosedReason?: string | undefined
  /** When it was paid. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  paidTime?: string | undefined
}

/** How an order ended. */
export interface FinishNotifyRequest {
  /** The merchant's own reference of the order: the `partnerReferenceNo` of widgetPayment. At most 64 characters. (The comment in DANA's client has this one and `originalReferenceNo` swapped.) */
  originalPartnerReferenceNo: string
  /** DANA's reference of the order: the `referenceNo` that widgetPayment answered. At most 64 characters. (The comment in DANA's client has this one and `originalPartnerReferenceNo` swapped.) */
  originalReferenceNo: string
  /** The `X-EXTERNAL-ID` of the order's widgetPayment request. At most 36 characters. */
  originalExternalId?: string | undefined
  /** The merchant's id at DANA, at most 64 characters. Compare it with yours. */
  merchantId: string
  /** The division (sub-merchant) of the order, at most 32 characters; may be empty. */
  subMerchantId?: string | undefined
  /** The order's amount. Compare it with yours before you ship. */
  amount: Money
  /**
   * How the order ended:
   *
   * - `00`: paid
   * - `05`: cancelled or expired; `additionalInfo` tells why (`extendInfo.closedReason`)
   *
   * Ship on `00` only. Ask queryPayment about any other value.
   */
  latestTransactionStatus: string
  /** The same in a word, such as `SUCCESS`; at most 50 characters. Decide by `latestTransactionStatus`. */
  transactionStatusDesc?: string | undefined
  /** When the order was created. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  createdTime: string
  /** When it ended. Jakarta time, `YYYY-MM-DDTHH:mm:ss+07:00`. */
  finishedTime: string
  /** The merchant's id of the store, at most 64 characters. */
  externalStoreId?: string | undefined
  /** How it was paid, in which shop, or why it was closed. */
  additionalInfo?: FinishNotifyRequestAdditionalInfo | undefined
}

/** What the merchant answers to a notification. */
export interface FinishNotifyResponse {
  /** `2005600` for "taken and stored"; `5005601` for "please send again"; others say why it was refused. The HTTP status is its first three digits. */
  responseCode: string
  /** The code in words, at most 150 characters: `Successful`, `Internal Server Error`. */
  responseMessage: string
}

/** Makes a plain object of the fields given. */
export const FinishNotifyResponse: ModelConstructor<FinishNotifyResponse> = /* @__PURE__ */ constructible(FINISH_NOTIFY_RESPONSE)
