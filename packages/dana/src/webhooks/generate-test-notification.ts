import { createSigner, formatJakartaTime, type KeyInput, parsePrivateKey, requestStringToSign, type Signer } from '@arus/snap-bi'
import { FinishNotifyRequestToJSON } from '../generated/webhook-functions.js'
import type { FinishNotifyRequest } from '../generated/webhook-models.js'

export type TestNotificationOptions = {
  /** Signs it: the private half of the key that the handler under test verifies by. */
  privateKey: KeyInput | Signer
  /** Fields to set; the others are of a small paid order. */
  notification?: Partial<FinishNotifyRequest> | undefined
  /** The path of the URL that will be called. Default `/v1.0/debit/notify`. */
  path?: string | undefined
  /** When it is signed, in milliseconds since 1970. Default now. */
  now?: number | undefined
}

/** A signed request, ready to be sent to a handler. */
export type TestNotification = {
  method: 'POST'
  path: string
  headers: Record<string, string>
  body: string
  /** What the body holds. */
  notification: FinishNotifyRequest
}

/**
 * Makes a correctly signed finish-notify message, so that a handler can be tested without DANA.
 *
 * @throws {KeyError} when `privateKey` is none
 *
 * @example
 * const { method, path, headers, body } = generateTestNotification({
 *   privateKey: testPrivateKey,
 *   notification: { originalPartnerReferenceNo: 'order-1', amount: { value: '15000.00', currency: 'IDR' } }
 * })
 * const response = await fetch(`http://127.0.0.1:3000${path}`, { method, headers, body })
 */
export function generateTestNotification(options: TestNotificationOptions): TestNotification {
  const { privateKey, path = '/v1.0/debit/notify', now = Date.now() } = options
  const timestamp = formatJakartaTime(now)
  const notification: FinishNotifyRequest = {
    originalPartnerReferenceNo: 'test-order-1',
    originalReferenceNo: '2026011511121280010016600000001',
    merchantId: '216620000000000000001',
    amount: { value: '10000.00', currency: 'IDR' },
    latestTransactionStatus: '00',
    transactionStatusDesc: 'SUCCESS',
    createdTime: timestamp,
    finishedTime: timestamp,
    ...options.notification
  }
  const method = 'POST'
  const body = JSON.stringify(FinishNotifyRequestToJSON(notification))
  const signature = toSigner(privateKey).signSync(requestStringToSign({ method, path, body, timestamp }))
  const headers = { 'Content-Type': 'application/json', 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature }
  return { method, path, headers, body, notification }
}

function toSigner(key: KeyInput | Signer): Signer {
  return typeof key === 'object' && 'signSync' in key ? (key as Signer) : createSigner(parsePrivateKey(key))
}
