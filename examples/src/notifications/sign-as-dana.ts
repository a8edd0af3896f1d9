import { createHash, generateKeyPairSync, sign } from 'node:crypto'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The public half, in PEM: what DANA would hand out. */
export const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** A notification as DANA sends it, signed with nothing but node:crypto. */
export function signAsDana(orderNumber: string, path: string): { method: 'POST'; headers: Record<string, string>; body: string } {
  // DANA's zone is UTC+7 all year.
  const timestamp = `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
  const body = JSON.stringify({
    originalPartnerReferenceNo: orderNumber,
    originalReferenceNo: '2026011511121280010016600000001',
    merchantId: '216620000000000000001',
    amount: { value: '15000.00', currency: 'IDR' },
    latestTransactionStatus: '00',
    createdTime: timestamp,
    finishedTime: timestamp
  })
  const text = `POST:${path}:${createHash('sha256').update(body).digest('hex')}:${timestamp}`
  const signature = sign('sha256', Buffer.from(text), keys.privateKey).toString('base64')
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature },
    body
  }
}
