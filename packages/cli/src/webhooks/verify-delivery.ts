import type { IncomingHttpHeaders } from 'node:http'
import { verifyStandardWebhook, verifyWebhook, type WebhookEvent, WebhookVerificationError } from '@arus/durianpay'

/** What a delivery turned out to be. */
export type VerifiedDelivery =
  | {
      isVerified: true
      event: WebhookEvent
      /** The `webhook-id` header where the endpoint's secret verified it; undefined where there was no secret to check with. */
      webhookId: string | undefined
    }
  | { isVerified: false; code: string; message: string }

/**
 * Verifies a delivery both ways: the signature in the body with the API key, and the headers with the endpoint's secret
 * where there is one. Both must hold.
 */
export function verifyDelivery(
  rawBody: Buffer,
  headers: IncomingHttpHeaders,
  keys: { apiKeys: readonly string[]; secrets: readonly string[] }
): VerifiedDelivery {
  try {
    const event = verifyWebhook(rawBody, { apiKeys: keys.apiKeys })
    const webhookId =
      keys.secrets.length === 0 ? undefined : verifyStandardWebhook(rawBody, headers, { secrets: keys.secrets }).id
    return { isVerified: true, event, webhookId }
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    return { isVerified: false, code: error.code, message: error.message }
  }
}
