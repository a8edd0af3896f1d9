// TypeScript that becomes CommonJS, written as users of dana-node write it: the types are those of the copy that is required.
import { readFileSync } from 'node:fs'
import dana, { type Dana, type DanaOptions, ResponseError } from '@arus/dana'
import { WebhookParser, WebhookVerificationError } from '@arus/dana/webhook/v1'
import type { WidgetPaymentRequest, WidgetPaymentResponse } from '@arus/dana/widget/v1'
import { instanceOfWidgetPaymentRequest, type Money } from '@arus/dana/widget/v1/models'

type Message = { method: string; path: string; headers: Record<string, string>; body: string }
type World = { options: DanaOptions; danaPublicKey: string; notification: Message; forged: Message }

const world: World = JSON.parse(readFileSync('world.json', 'utf8'))

function take({ method, path, headers, body }: Message): string {
  try {
    const parser = new WebhookParser(world.danaPublicKey)
    return parser.parseWebhook(method, path, headers, body).originalPartnerReferenceNo
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.code
    throw error
  }
}

async function main(): Promise<void> {
  const client: Dana = new dana(world.options)
  const amount: Money = { value: '10000.00', currency: 'IDR' }
  const payment: WidgetPaymentRequest = {
    partnerReferenceNo: 'order-1',
    merchantId: 'merchant-1',
    amount,
    validUpTo: '2020-01-15T10:20:00+07:00',
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5732',
      order: { orderTitle: 'Kopi' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
    }
  }
  if (!instanceOfWidgetPaymentRequest(payment)) throw new Error('no payment')
  const reply: WidgetPaymentResponse = await client.widgetApi.widgetPayment(payment).catch((error: unknown) => {
    // dana-node's users compare the status with a number or a text.
    if (error instanceof ResponseError && (error.status === 401 || error.status === '401')) throw new Error('signature')
    throw error
  })
  console.log(JSON.stringify({ paid: reply.webRedirectUrl, verified: take(world.notification), forged: take(world.forged) }))
}

main()
