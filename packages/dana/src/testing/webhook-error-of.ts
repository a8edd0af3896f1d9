import { WebhookVerificationError } from '../webhooks/webhook-verification-error.js'

/** The error with which a notification is refused. Anything else, a success too, fails the test. */
export async function webhookErrorOf(verify: () => unknown): Promise<WebhookVerificationError> {
  try {
    await verify()
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error
    throw error
  }
  throw new Error('the notification was accepted')
}
