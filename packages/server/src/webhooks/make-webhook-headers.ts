import { createHmac } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { readEndpointSecret } from './make-endpoint-secret.js'

/** Hashing 1 MiB takes a few milliseconds at most. */
const HASHED_AT_ONCE_BYTES = 1_048_576

/**
 * Makes the Standard Webhooks headers, which cover the whole body: `webhook-signature` is the HMAC-SHA256 of
 * `id.timestamp.body`, once for each secret that is valid now, so that a receiver can change from one to the next.
 *
 * @param secrets the newest first, as they were shown (`whsec_…`)
 *
 * @example
 * await makeWebhookHeaders({ id: 'evt_…', timestampSeconds: 1700000000, body, secrets: ['whsec_…'] })
 */
export async function makeWebhookHeaders(webhook: {
  id: string
  timestampSeconds: number
  body: Buffer
  secrets: readonly string[]
}): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(webhook.timestampSeconds)
  const signatures: string[] = []
  for (const secret of webhook.secrets) {
    signatures.push(`v1,${await sign(secret, `${webhook.id}.${timestamp}.`, webhook.body)}`)
  }
  return { 'webhook-id': webhook.id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

async function sign(secret: string, prefix: string, body: Buffer): Promise<string> {
  const hmac = createHmac('sha256', readEndpointSecret(secret)).update(prefix)
  for (let offset = 0; offset < body.length; offset += HASHED_AT_ONCE_BYTES) {
    if (offset > 0) await nextTurn()
    hmac.update(body.subarray(offset, offset + HASHED_AT_ONCE_BYTES))
  }
  return hmac.digest('base64')
}
