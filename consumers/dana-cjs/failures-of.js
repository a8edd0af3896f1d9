const payment = {
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
const refund = { merchantId: 'merchant-1', originalPartnerReferenceNo: 'order-1', partnerRefundNo: 'refund-1' }

/** Each error class, and what makes a copy of the package throw it. */
module.exports = function failuresOf({ dana, webhook }, { options, danaPublicKey, forged }) {
  const client = new dana.Dana(options)
  const nowhere = new dana.Dana({ ...options, baseUrl: 'http://127.0.0.1:1' })
  const parser = new webhook.WebhookParser(danaPublicKey)
  return {
    ResponseError: () => client.widgetApi.refundOrder({ ...refund, refundAmount: payment.amount }),
    FetchError: () => nowhere.widgetApi.widgetPayment(payment),
    ValidationError: () => client.widgetApi.widgetPayment({ ...payment, merchantId: 'm'.repeat(65) }),
    RequiredError: () => client.widgetApi.widgetPayment(undefined),
    InvalidOptionError: () => new dana.Dana({ ...options, baseUrl: 'nowhere' }),
    UnsupportedApiError: () => client.disbursementApi,
    OauthRedirectError: () => dana.parseOauthRedirect('https://shop.example/callback?state=other', { state: 'ours' }),
    WebhookVerificationError: () => parser.parseWebhook(forged.method, forged.path, forged.headers, forged.body)
  }
}
module.exports.payment = payment
