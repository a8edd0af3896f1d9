// Generated from specs/dana-widget.openapi.yaml: do not edit, run `npm run generate`.

import type { Operation } from '../models/model.js'
import {
  ACCOUNT_UNBINDING_REQUEST,
  ACCOUNT_UNBINDING_RESPONSE,
  APPLY_OTT_REQUEST,
  APPLY_OTT_RESPONSE,
  APPLY_TOKEN_REQUEST,
  APPLY_TOKEN_RESPONSE,
  BALANCE_INQUIRY_REQUEST,
  BALANCE_INQUIRY_RESPONSE,
  CANCEL_ORDER_REQUEST,
  CANCEL_ORDER_RESPONSE,
  QUERY_PAYMENT_REQUEST,
  QUERY_PAYMENT_RESPONSE,
  QUERY_USER_PROFILE_REQUEST,
  QUERY_USER_PROFILE_RESPONSE,
  REFUND_ORDER_REQUEST,
  REFUND_ORDER_RESPONSE,
  WIDGET_PAYMENT_REQUEST,
  WIDGET_PAYMENT_RESPONSE
} from './widget-tables.js'

/** The operations of the Widget API by the name of their method. */
export const OPERATIONS = {
  accountUnbinding: {
    operationId: 'accountUnbinding',
    parameterName: 'accountUnbindingRequest',
    path: '/v1.0/registration-account-unbinding.htm',
    serviceCode: '09',
    headerProfile: 'b2b2c',
    request: ACCOUNT_UNBINDING_REQUEST,
    response: ACCOUNT_UNBINDING_RESPONSE
  },
  applyOTT: {
    operationId: 'applyOTT',
    parameterName: 'applyOTTRequest',
    path: '/rest/v1.1/qr/apply-ott',
    serviceCode: '49',
    headerProfile: 'b2b2c',
    request: APPLY_OTT_REQUEST,
    response: APPLY_OTT_RESPONSE
  },
  applyToken: {
    operationId: 'applyToken',
    parameterName: 'applyTokenRequest',
    path: '/v1.0/access-token/b2b2c.htm',
    serviceCode: '74',
    headerProfile: 'apply-token',
    request: APPLY_TOKEN_REQUEST,
    response: APPLY_TOKEN_RESPONSE
  },
  balanceInquiry: {
    operationId: 'balanceInquiry',
    parameterName: 'balanceInquiryRequest',
    path: '/v1.0/balance-inquiry.htm',
    serviceCode: '11',
    headerProfile: 'b2b2c',
    request: BALANCE_INQUIRY_REQUEST,
    response: BALANCE_INQUIRY_RESPONSE
  },
  cancelOrder: {
    operationId: 'cancelOrder',
    parameterName: 'cancelOrderRequest',
    path: '/v1.0/debit/cancel.htm',
    serviceCode: '57',
    headerProfile: 'b2b',
    request: CANCEL_ORDER_REQUEST,
    response: CANCEL_ORDER_RESPONSE
  },
  queryPayment: {
    operationId: 'queryPayment',
    parameterName: 'queryPaymentRequest',
    path: '/rest/v1.1/debit/status',
    serviceCode: '55',
    headerProfile: 'b2b',
    request: QUERY_PAYMENT_REQUEST,
    response: QUERY_PAYMENT_RESPONSE
  },
  queryUserProfile: {
    operationId: 'queryUserProfile',
    parameterName: 'queryUserProfileRequest',
    path: '/dana/member/query/queryUserProfile.htm',
    headerProfile: 'open-api',
    functionName: 'dana.member.query.queryUserProfile',
    request: QUERY_USER_PROFILE_REQUEST,
    response: QUERY_USER_PROFILE_RESPONSE
  },
  refundOrder: {
    operationId: 'refundOrder',
    parameterName: 'refundOrderRequest',
    path: '/v1.0/debit/refund.htm',
    serviceCode: '58',
    headerProfile: 'b2b',
    request: REFUND_ORDER_REQUEST,
    response: REFUND_ORDER_RESPONSE
  },
  widgetPayment: {
    operationId: 'widgetPayment',
    parameterName: 'widgetPaymentRequest',
    path: '/rest/redirection/v1.0/debit/payment-host-to-host',
    serviceCode: '54',
    headerProfile: 'b2b',
    request: WIDGET_PAYMENT_REQUEST,
    response: WIDGET_PAYMENT_RESPONSE
  }
} as const satisfies Record<string, Operation>
