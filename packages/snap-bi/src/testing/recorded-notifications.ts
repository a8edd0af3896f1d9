import type { SignedMessage } from '../signatures/verify-message.js'

/** Notifications signed with the gateway's key, recorded from dana-node 2.1.10, which accepts all of them. */
export const RECORDED_NOTIFICATIONS = {
  minified: {
    method: 'POST',
    path: '/v1.0/debit/notify',
    timestamp: '2026-01-15T10:04:05+07:00',
    signature:
      'Bg18D8mKYSCXuZJRfThJwqa15YldsFYeOoBO3V7aTkOWWRnQTqUGnXrQl77IAYjpoVIZilcLxoJLd919gm5jhpzYjb6tVQJ7oukmZ9m/qE/L+ufxOfgbsFJpkEJsRMP2xGvHaakfztLsHzAYn3F/HQefLpZ/sTorgzQeCigcuTmQTmTlirlqlb2wlU7g2dNKYF6aApt04tSMMxRGu7ctwNkNk3Yjkkc/P/nZ58CZJhZhCXX0liHL5Kw3ZttwTGdqQ5CWzVBGDjtQ2LeDPWzgfH8sIwVLpB/jQSU6RWCp7oLFGUlvyQkHbJcPyPND7wCRf462iCVjFcD/XvQBcAPN6w==',
    body: '{"originalPartnerReferenceNo":"ref-0001","originalReferenceNo":"2026011511121280010016600000001","originalExternalId":"ext-1","merchantId":"216620000000000000001","subMerchantId":"","amount":{"value":"10000.00","currency":"IDR"},"latestTransactionStatus":"00","transactionStatusDesc":"SUCCESS","createdTime":"2026-01-15T10:00:00+07:00","finishedTime":"2026-01-15T10:03:00+07:00","additionalInfo":{"paymentInfo":{"cashierRequestId":"c1","paidTime":"2026-01-15T10:03:00+07:00","payOptionInfos":[{"payMethod":"BALANCE","payAmount":{"value":"10000.00","currency":"IDR"},"transAmount":{"value":"10000.00","currency":"IDR"}}],"payRequestExtendInfo":"{}"},"shopInfo":{"shopId":"s1","externalShopId":"e1"},"extendInfo":"{\\"a\\":\\"b\\"}"}}'
  },
  prettySignedMinified: {
    method: 'POST',
    path: '/v1.0/debit/notify',
    timestamp: '2026-01-15T10:04:05+07:00',
    signature:
      'Bg18D8mKYSCXuZJRfThJwqa15YldsFYeOoBO3V7aTkOWWRnQTqUGnXrQl77IAYjpoVIZilcLxoJLd919gm5jhpzYjb6tVQJ7oukmZ9m/qE/L+ufxOfgbsFJpkEJsRMP2xGvHaakfztLsHzAYn3F/HQefLpZ/sTorgzQeCigcuTmQTmTlirlqlb2wlU7g2dNKYF6aApt04tSMMxRGu7ctwNkNk3Yjkkc/P/nZ58CZJhZhCXX0liHL5Kw3ZttwTGdqQ5CWzVBGDjtQ2LeDPWzgfH8sIwVLpB/jQSU6RWCp7oLFGUlvyQkHbJcPyPND7wCRf462iCVjFcD/XvQBcAPN6w==',
    body: '{\n  "originalPartnerReferenceNo": "ref-0001",\n  "originalReferenceNo": "2026011511121280010016600000001",\n  "originalExternalId": "ext-1",\n  "merchantId": "216620000000000000001",\n  "subMerchantId": "",\n  "amount": {\n    "value": "10000.00",\n    "currency": "IDR"\n  },\n  "latestTransactionStatus": "00",\n  "transactionStatusDesc": "SUCCESS",\n  "createdTime": "2026-01-15T10:00:00+07:00",\n  "finishedTime": "2026-01-15T10:03:00+07:00",\n  "additionalInfo": {\n    "paymentInfo": {\n      "cashierRequestId": "c1",\n      "paidTime": "2026-01-15T10:03:00+07:00",\n      "payOptionInfos": [\n        {\n          "payMethod": "BALANCE",\n          "payAmount": {\n            "value": "10000.00",\n            "currency": "IDR"\n          },\n          "transAmount": {\n            "value": "10000.00",\n            "currency": "IDR"\n          }\n        }\n      ],\n      "payRequestExtendInfo": "{}"\n    },\n    "shopInfo": {\n      "shopId": "s1",\n      "externalShopId": "e1"\n    },\n    "extendInfo": "{\\"a\\":\\"b\\"}"\n  }\n}'
  },
  prettySignedAsSent: {
    method: 'POST',
    path: '/v1.0/debit/notify',
    timestamp: '2026-01-15T10:04:05+07:00',
    signature:
      'LyIXOrM2+CVNzQKQxfjMAxUlgqDcIm1ffspBn8sumtyZVazxU+eTQM7+7/gJREFIajWRLiJG5qCLFc58CX7Kld4XROEsJbXAvtE6mFWxXh/yXlqCQxKHrDWW3phgRCAYU6jMMVjHhYBsri3KcTpzDa26CGPPdUlWYFuGFVlFNa8UF+QFvIw+QTE657ZEkl4W27znOQD0sX/ROSDLXPcgt71EUtUl0DjcIjsn3ZJI7188ex04KZkveMQ6TVh2r6vuLs+1m47zrpDh5NrYwko7/RaIWPdkPyX9XFkeg6DsqmbimY2BbPTZAtGUb+BXmT+XYw/7c+Kfu8u5uMZPp9qnXg==',
    body: '{\n  "originalPartnerReferenceNo": "ref-0001",\n  "originalReferenceNo": "2026011511121280010016600000001",\n  "originalExternalId": "ext-1",\n  "merchantId": "216620000000000000001",\n  "subMerchantId": "",\n  "amount": {\n    "value": "10000.00",\n    "currency": "IDR"\n  },\n  "latestTransactionStatus": "00",\n  "transactionStatusDesc": "SUCCESS",\n  "createdTime": "2026-01-15T10:00:00+07:00",\n  "finishedTime": "2026-01-15T10:03:00+07:00",\n  "additionalInfo": {\n    "paymentInfo": {\n      "cashierRequestId": "c1",\n      "paidTime": "2026-01-15T10:03:00+07:00",\n      "payOptionInfos": [\n        {\n          "payMethod": "BALANCE",\n          "payAmount": {\n            "value": "10000.00",\n            "currency": "IDR"\n          },\n          "transAmount": {\n            "value": "10000.00",\n            "currency": "IDR"\n          }\n        }\n      ],\n      "payRequestExtendInfo": "{}"\n    },\n    "shopInfo": {\n      "shopId": "s1",\n      "externalShopId": "e1"\n    },\n    "extendInfo": "{\\"a\\":\\"b\\"}"\n  }\n}'
  }
} satisfies { [id: string]: SignedMessage }
