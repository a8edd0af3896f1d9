// An ES module that pays with the DANA client and takes its notification. What it finds goes to standard output as JSON.
import { readFileSync } from 'node:fs'
import * as danaNames from '@arus/dana'
import dana, { Dana, ResponseError } from '@arus/dana'
import * as runtimeNames from '@arus/dana/runtime'
import runtime, { ResponseError as RuntimeResponseError } from '@arus/dana/runtime'
import * as webhookNames from '@arus/dana/webhook/v1'
import webhook, { verifyNotification, WebhookParser, WebhookVerificationError } from '@arus/dana/webhook/v1'
import * as widgetNames from '@arus/dana/widget/v1'
import widget, { WidgetApi, WidgetPaymentRequestToJSON } from '@arus/dana/widget/v1'
import * as modelNames from '@arus/dana/widget/v1/models'
import models, { WidgetPaymentRequestToJSON as modelsToJson } from '@arus/dana/widget/v1/models'

const world = JSON.parse(readFileSync('world.json', 'utf8'))
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

const { widgetApi } = new Dana(world.options)
const paid = await widgetApi.widgetPayment(payment)
const error = await widgetApi.refundOrder({ ...refund, refundAmount: payment.amount }).catch((reason) => reason)
const delivery = await verifyNotification(world.notification, { publicKey: world.danaPublicKey })

/** What the parser of dana-node's interface says of a message. */
function parse({ method, path, headers, body }) {
  try {
    return new WebhookParser(world.danaPublicKey).parseWebhook(method, path, headers, body).amount.value
  } catch (reason) {
    return reason instanceof WebhookVerificationError ? reason.code : String(reason)
  }
}

const namesOf = (entry) => Object.keys(entry).filter((name) => name !== 'default')
const carries = (carrier, entry) => namesOf(entry).every((name) => carrier[name] === entry[name])

console.log(
  JSON.stringify({
    names: Object.fromEntries(
      Object.entries({ danaNames, runtimeNames, webhookNames, widgetNames, modelNames }).map(([entry, names]) => [
        entry,
        namesOf(names).sort()
      ])
    ),
    defaultsCarryNames: [
      dana === Dana && carries(dana, danaNames),
      carries(runtime, runtimeNames),
      carries(webhook, webhookNames),
      carries(widget, widgetNames),
      carries(models, modelNames)
    ],
    sameAcrossEntries: [
      widgetApi instanceof WidgetApi,
      ResponseError === RuntimeResponseError,
      WidgetPaymentRequestToJSON === modelsToJson
    ],
    paid: paid.webRedirectUrl,
    refused: error instanceof ResponseError && [error.responseCode, error.kind, error.outcome],
    verified: [delivery.state, delivery.notification.amount.value, parse(world.notification)],
    forged: parse(world.forged),
    deepImport: await import('@arus/dana/dist/index.js').catch((reason) => reason instanceof Error)
  })
)
