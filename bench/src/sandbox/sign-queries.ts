/**
 * Creates orders in a sandbox, pays half of them, and writes signed queries of them to a file: whole HTTP requests, one after the
 * other, which is done here so that the process that sends them does nothing else.
 *
 *     node dist/sandbox/sign-queries.js http://127.0.0.1:4182 queries.json
 */
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { connectControl, PUBLISHED_KEYS } from '@arus/sandbox'

const QUERIES = 2_000
const ORDERS = 200
const PAYMENT_PATH = '/rest/redirection/v1.0/debit/payment-host-to-host'
const QUERY_PATH = '/rest/v1.1/debit/status'

const [url = '', file = ''] = process.argv.slice(2)
const key = createPrivateKey({ key: PUBLISHED_KEYS.merchant, format: 'jwk' })
const control = connectControl({ url })
const [merchant] = await control.listMerchants()
const { partnerId, merchantId } = merchant!

const references = Array.from({ length: ORDERS }, (_, index) => `bench-${index}`)
for (const [index, partnerReferenceNo] of references.entries()) {
  const { headers, body } = signedRequest(PAYMENT_PATH, {
    partnerReferenceNo,
    merchantId,
    amount: { value: '12500.00', currency: 'IDR' },
    validUpTo: jakartaTime(Date.now() + 6 * 3_600_000),
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5732',
      order: { orderTitle: 'Kopi susu', goods: [] },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' }
    },
    urlParams: [{ url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'N' }]
  })
  const response = await fetch(url + PAYMENT_PATH, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`no order: ${await response.text()}`)
  if (index % 2 === 0) await control.trigger('payment.paid', { reference: partnerReferenceNo })
}

const queries = Array.from({ length: QUERIES }, (_, index) => {
  const originalPartnerReferenceNo = references[index % ORDERS]!
  const { headers, body } = signedRequest(QUERY_PATH, { serviceCode: '54', merchantId, originalPartnerReferenceNo })
  const lines = Object.entries({ Host: new URL(url).host, ...headers, 'Content-Length': String(Buffer.byteLength(body)) })
  return `POST ${QUERY_PATH} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
})
await writeFile(file, JSON.stringify(queries))

function signedRequest(path: string, request: object): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify(request)
  const timestamp = jakartaTime(Date.now())
  const digest = createHash('sha256').update(body).digest('hex')
  const headers = {
    'Content-Type': 'application/json',
    'X-TIMESTAMP': timestamp,
    'X-SIGNATURE': sign('sha256', Buffer.from(`POST:${path}:${digest}:${timestamp}`), key).toString('base64'),
    ORIGIN: 'https://shop.example',
    'X-PARTNER-ID': partnerId,
    'X-EXTERNAL-ID': randomUUID(),
    'CHANNEL-ID': '95221'
  }
  return { headers, body }
}

function jakartaTime(epochMs: number): string {
  return `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}
