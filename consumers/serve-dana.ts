import { createHash, createVerify, generateKeyPairSync, sign } from 'node:crypto'
import { type Reaction, type SeenRequest, startTestServer, type TestServer } from '../packages/calls/src/testing/index.js'

type SignedNotification = { method: string; path: string; headers: Record<string, string>; body: string }

/** What a consumer is given, in `world.json`. Its `.env` names another partner. */
type World = {
  options: { partnerId: string; privateKey: string; origin: string; env: string; baseUrl: string }
  danaPublicKey: string
  /** One that DANA signed just now. */
  notification: SignedNotification
  /** The same, with another amount. */
  forged: SignedNotification
}

/** Makes a pair of keys, as texts. */
function makeKeys(): { publicKey: string; privateKey: string } {
  const publicKeyEncoding = { type: 'spki', format: 'pem' } as const
  const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const
  return generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding })
}

/**
 * Starts DANA as a consumer meets it, and gives the files that a consumer finds beside it: it takes a payment that the merchant signed, and refuses each refund. How messages are
 * signed is written down here once more, so that the client can't be wrong with itself.
 */
export async function serveDana(): Promise<{ server: TestServer; files: Record<string, string> }> {
  const merchant = makeKeys()
  const dana = makeKeys()
  const server = await startTestServer((request) => react(request, merchant.publicKey))
  const options = {
    partnerId: 'partner-1',
    privateKey: merchant.privateKey,
    origin: 'https://shop.example',
    env: 'sandbox',
    baseUrl: server.baseUrl
  }
  const notification = signNotification(dana.privateKey)
  const forged = { ...notification, body: notification.body.replace('10000.00', '99000.00') }
  const world: World = { options, danaPublicKey: dana.publicKey, notification, forged }
  return { server, files: { 'world.json': JSON.stringify(world), '.env': environmentFile(merchant.privateKey) } }
}

function environmentFile(privateKey: string): string {
  const variables = {
    X_PARTNER_ID: 'partner-of-file',
    ORIGIN: 'https://file.example',
    DANA_ENV: 'SANDBOX',
    PRIVATE_KEY: `"${privateKey.trim().replaceAll('\n', '\\n')}"`
  }
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

function react(request: SeenRequest, merchantKey: string): Reaction {
  const timestamp = String(request.headers['x-timestamp'])
  const verifier = createVerify('sha256').update(textToSign(request.method, request.path, request.body, timestamp))
  if (!verifier.verify(merchantKey, String(request.headers['x-signature']), 'base64'))
    return { status: 401, body: { responseCode: '4015400', responseMessage: 'Unauthorized. Invalid Signature' } }
  if (request.path.endsWith('/refund.htm'))
    return { status: 403, body: { responseCode: '4035814', responseMessage: 'Insufficient Funds' } }
  const { partnerReferenceNo } = JSON.parse(request.body)
  const webRedirectUrl = 'https://m.sandbox.dana.id/checkout'
  return { body: { responseCode: '2005400', responseMessage: 'Successful', partnerReferenceNo, webRedirectUrl } }
}

function signNotification(privateKey: string): SignedNotification {
  const [method, path, timestamp] = ['POST', '/v1.0/debit/notify', jakartaTime(Date.now())]
  const body = JSON.stringify({
    originalPartnerReferenceNo: 'order-1',
    originalReferenceNo: '2026011511121280010016600000001',
    merchantId: 'merchant-1',
    amount: { value: '10000.00', currency: 'IDR' },
    latestTransactionStatus: '00',
    createdTime: timestamp,
    finishedTime: timestamp
  })
  const signature = sign('sha256', Buffer.from(textToSign(method, path, body, timestamp)), privateKey).toString('base64')
  return { method, path, headers: { 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature }, body }
}

function textToSign(method: string, path: string, body: string, timestamp: string): string {
  return `${method}:${path}:${createHash('sha256').update(body).digest('hex')}:${timestamp}`
}

function jakartaTime(epochMs: number): string {
  return `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}
