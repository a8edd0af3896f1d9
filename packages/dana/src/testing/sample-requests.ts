import type {
  ApplyOTTRequest,
  CancelOrderRequest,
  QueryPaymentRequest,
  QueryUserProfileRequest,
  RefundOrderRequest,
  WidgetPaymentRequest
} from '../generated/widget-models.js'

/** Requests that lack nothing and break no limit. */
export const WIDGET_PAYMENT: WidgetPaymentRequest = {
  partnerReferenceNo: 'order-1',
  merchantId: 'merchant-1',
  amount: { value: '10000.00', currency: 'IDR' },
  validUpTo: '2020-01-15T10:20:00+07:00',
  additionalInfo: {
    productCode: '51051000100000000001',
    mcc: '5732',
    order: { orderTitle: 'Kopi' },
    envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
  }
}
export const REFUND: RefundOrderRequest = {
  merchantId: 'merchant-1',
  originalPartnerReferenceNo: 'order-1',
  partnerRefundNo: 'refund-1',
  refundAmount: { value: '1.00', currency: 'IDR' }
}
export const CANCEL: CancelOrderRequest = { originalPartnerReferenceNo: 'order-1', merchantId: 'merchant-1' }
export const QUERY: QueryPaymentRequest = { serviceCode: '54', merchantId: 'merchant-1', originalPartnerReferenceNo: 'order-1' }
export const PROFILE: QueryUserProfileRequest = { userResources: ['BALANCE'], accessToken: 'token-of-the-user' }
export const APPLY_OTT: ApplyOTTRequest = {
  userResources: ['OTT'],
  additionalInfo: { accessToken: 'token-of-the-user', deviceId: 'web-1', longitude: '106.8456' }
}
