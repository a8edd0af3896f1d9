import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

const VECTORS = new URL('../../../conformance/src/dana/vectors/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, VECTORS), 'utf8'))

const keys = read('keys') as Record<'merchant' | 'gateway', JsonWebKey>

/** The merchant's key, RSA with 2048 bits, in the two forms that DANA's merchants have, and parsed. */
export const merchantKey = createPrivateKey({ key: keys.merchant, format: 'jwk' })
export const merchantPem = merchantKey.export({ type: 'pkcs8', format: 'pem' }).toString()
export const merchantBase64 = merchantKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
export const merchantPublicKey = createPublicKey(merchantKey)

/** The key that notifications are signed with. */
export const gatewayKey = createPublicKey({ key: keys.gateway, format: 'jwk' })
export const gatewayPem = gatewayKey.export({ type: 'spki', format: 'pem' }).toString()

/** A cancelOrder, as both clients send it. */
export const call = {
  method: 'POST',
  path: '/v1.0/debit/cancel.htm',
  body: JSON.stringify({
    originalPartnerReferenceNo: 'ref-0001',
    originalReferenceNo: '2026011511121280010016600000001',
    merchantId: '216620000000000000001',
    reason: 'customer request',
    amount: { value: '10000.00', currency: 'IDR' }
  }),
  origin: 'https://merchant.example.id',
  partnerId: '2025010112345678901234'
}

type Notification = { method: string; path: string; headers: Record<string, string>; body: string }
const recorded = (read('dana-webhooks') as { vectors: { id: string; request: Notification }[] }).vectors
const { headers, ...rest } = recorded.find(({ id }) => id === 'valid/minified')!.request

/** A recorded notification of a paid order, with the headers that Node's server hands on for such a request. */
export const notification: Notification = {
  ...rest,
  headers: {
    host: 'merchant.example.id',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(rest.body)),
    'user-agent': 'Apache-HttpClient/4.5.13',
    'accept-encoding': 'gzip,deflate',
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-partner-id': '2025010112345678901234',
    'x-external-id': '41807553358950093184162180797837',
    'channel-id': '95221',
    'x-timestamp': headers['X-TIMESTAMP']!,
    'x-signature': headers['X-SIGNATURE']!
  }
}
