/** The least that each operation takes. */
export const VALID_REQUESTS = {
  widgetPayment: {
    partnerReferenceNo: 'ref-0001',
    merchantId: '216620000000000000001',
    amount: { value: '10000.00', currency: 'IDR' },
    validUpTo: '2026-01-15T10:20:00+07:00',
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5732',
      order: { orderTitle: 'Kopi' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
    },
    urlParams: [{ url: 'https://merchant.example.id/return', type: 'PAY_RETURN', isDeeplink: 'N' }]
  },
  cancelOrder: { originalPartnerReferenceNo: 'ref-0001', merchantId: '216620000000000000001' },
  queryPayment: { serviceCode: '54', merchantId: '216620000000000000001', originalPartnerReferenceNo: 'ref-0001' },
  refundOrder: {
    merchantId: '216620000000000000001',
    originalPartnerReferenceNo: 'ref-0001',
    partnerRefundNo: 'refund-1',
    refundAmount: { value: '10000.00', currency: 'IDR' }
  },
  applyToken: { grantType: 'AUTHORIZATION_CODE', authCode: 'auth-code' },
  applyOTT: { userResources: ['OTT'], additionalInfo: { accessToken: 'access-token', deviceId: 'web-1' } },
  balanceInquiry: { additionalInfo: { accessToken: 'access-token', deviceId: 'web-1' } },
  accountUnbinding: {
    merchantId: '216620000000000000001',
    additionalInfo: { accessToken: 'access-token', deviceId: 'web-1' }
  },
  queryUserProfile: { userResources: ['BALANCE'], accessToken: 'access-token' }
} as const
