// Runs every code block of DANA's document for Node.js against a server on this machine, and prints as JSON what each did.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { listen, readBody, signNotification, startLocalDana } from './local-dana.js'

const NOTIFY_PATH = '/v1.0/debit/notify'
const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const gateway = generateKeyPairSync('rsa', { modulusLength: 2048 })
const dana = await startLocalDana(merchant.publicKey)

// What the blocks say to put there, and where DANA is.
Object.assign(process.env, {
  X_PARTNER_ID: 'YOUR_PARTNER_ID',
  X_PRIVATE_KEY: merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  MERCHANT_ID: '216620000000000000001',
  DANA_PUBLIC_KEY: gateway.publicKey.export({ type: 'spki', format: 'pem' }),
  DANA_BASE_URL: dana.url,
  DANA_WEB_URL: dana.url
})

// The blocks print too, and the report has to be the only output.
const printed: string[] = []
const print = console.log
console.log = (...words: unknown[]) => printed.push(words.join(' '))
console.error = (...words: unknown[]) => printed.push(words.join(' '))

const { widgetApi } = await import('./blocks/make-client.js')
const replies = {
  accountUnbinding: (await import('./blocks/account-unbinding.js')).response,
  applyOTT: (await import('./blocks/apply-ott.js')).response,
  applyToken: (await import('./blocks/apply-token.js')).response,
  balanceInquiry: (await import('./blocks/balance-inquiry.js')).response,
  cancelOrder: (await import('./blocks/cancel-order.js')).response,
  queryPayment: (await import('./blocks/query-payment.js')).response,
  refundOrder: (await import('./blocks/refund-order.js')).response,
  widgetPayment: (await import('./blocks/widget-payment.js')).response
}
const profile = (await import('./blocks/query-user-profile.js')).response
const { promoType } = await import('./blocks/use-enumeration.js')
const { oauthUrl } = await import('./blocks/generate-oauth-url.js')
const { paymentUrl } = await import('./blocks/generate-payment-url.js')

const report = {
  makeClient: typeof widgetApi.widgetPayment,
  replies: Object.fromEntries(Object.entries(replies).map(([operation, { responseCode }]) => [operation, responseCode])),
  profile: profile.response.body.resultInfo.resultCode,
  promoType,
  oauthUrl: { path: oauthUrl.replace(/\?.*/, '').replace(dana.url, ''), isPrinted: printed.includes(oauthUrl) },
  paymentUrl,
  webhook: await runWebhook()
}
print(JSON.stringify(report))
dana.server.close()

/** Puts the document's handler behind a server, and sends it what DANA and others send. */
async function runWebhook(): Promise<object> {
  const { handleDanaWebhook } = await import('./blocks/handle-webhook.js')
  const server = createServer(async (request, response) => {
    const text = await readBody(request)
    // As with and without express.json().
    const body = request.headers['x-parsed'] ? JSON.parse(text) : text
    const express: AnyResponseType = {
      status: (code) => {
        response.statusCode = code
        return express
      },
      send: (sent) => {
        response.end(sent)
        return express
      }
    }
    await handleDanaWebhook({ method: 'POST', path: NOTIFY_PATH, headers: request.headers, body }, express)
  })
  const url = await listen(server)
  const body = JSON.stringify({
    originalPartnerReferenceNo: 'order-1',
    originalReferenceNo: '2026011511121280010016600000001',
    merchantId: '216620000000000000001',
    amount: { value: '10000.00', currency: 'IDR' },
    latestTransactionStatus: '00',
    createdTime: '2026-01-15T10:00:00+07:00',
    finishedTime: '2026-01-15T10:03:00+07:00'
  })
  const headers = signNotification(NOTIFY_PATH, body, gateway.privateKey)
  const send = async (text: string, more: Record<string, string> = {}) => {
    const response = await fetch(url + NOTIFY_PATH, { method: 'POST', headers: { ...headers, ...more }, body: text })
    return `${response.status} ${await response.text()}`
  }
  const found = {
    text: await send(body),
    parsed: await send(body, { 'x-parsed': 'yes' }),
    forged: await send(body.replace('10000.00', '99000.00')),
    printed: printed.filter((line) => line.startsWith('Original Partner Reference No:'))
  }
  server.close()
  server.closeAllConnections()
  return found
}
