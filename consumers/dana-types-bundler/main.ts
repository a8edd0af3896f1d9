// TypeScript that a bundler resolves: the default exports, and the entries below the first.
import { readFileSync } from 'node:fs'
import { Dana, type DanaOptions } from '@arus/dana'
import runtime from '@arus/dana/runtime'
import webhook, { type NotificationRequest, type WebhookVerificationCode } from '@arus/dana/webhook/v1'
import widget, { type WidgetPaymentRequest } from '@arus/dana/widget/v1'
import models from '@arus/dana/widget/v1/models'

type World = { options: DanaOptions; danaPublicKey: string; notification: NotificationRequest; forged: NotificationRequest }

const { options, danaPublicKey, notification, forged }: World = JSON.parse(readFileSync('world.json', 'utf8'))

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
} satisfies WidgetPaymentRequest

async function codeOf(request: NotificationRequest): Promise<WebhookVerificationCode | undefined> {
  const error: unknown = await webhook.verifyNotification(request, { publicKey: danaPublicKey }).catch((reason) => reason)
  return error instanceof webhook.WebhookVerificationError ? error.code : undefined
}

const { widgetApi } = new Dana(options)
if (!(widgetApi instanceof widget.WidgetApi) || !(widgetApi instanceof runtime.BaseAPI)) throw new Error('two of one class')
const reply = new models.WidgetPaymentResponse(await widgetApi.widgetPayment(payment))
const delivery = await webhook.verifyNotification(notification, { publicKey: danaPublicKey })

console.log(
  JSON.stringify({
    paid: reply.webRedirectUrl,
    verified: delivery.notification.originalPartnerReferenceNo,
    forged: await codeOf(forged)
  })
)
