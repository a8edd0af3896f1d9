import { WebhookVerificationError } from '../errors.js'

/** The error with which a webhook is not accepted. Anything else, a success too, fails the test. */
export async function verificationErrorOf(verify: () => unknown): Promise<WebhookVerificationError> {
  try {
    await verify()
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error
    throw error
  }
  throw new Error('the webhook was accepted')
}
