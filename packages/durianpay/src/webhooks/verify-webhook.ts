import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'
import type { WebhookEvent } from '../generated/models.js'
import { equalsInConstantTime } from '../signatures/equals-in-constant-time.js'
import { signAccountValidation } from '../signatures/sign-account-validation.js'
import { signDisbursement } from '../signatures/sign-disbursement.js'
import { decodeBody } from './decode-body.js'
import { readEvent } from './read-event.js'

/**
 * Verifies a webhook by the signature in its body and gives the event, typed by its `event`.
 *
 * **What this signature does not cover.** It is made of a batch's id and total amount only, or a case's id and amount, or
 * an account's number, bank and status. The `status` of a batch, its lists of items, its counts and `retry_count` are not signed, and neither
 * is the event's name: who has seen one webhook of a batch can send another that verifies and says something else. Never
 * book from them. Use `client.webhooks.receive`, which fetches the batch, or {@link verifyStandardWebhook}, whose
 * signature covers the whole body.
 *
 * @param body the request's body exactly as it came, before any JSON parser
 * @param options.apiKeys the secret keys that may have signed: usually one, two while a key is being changed
 * @returns the event. Both spellings of `disbursement.validation_completed` come out as that one.
 * @throws {WebhookVerificationError} whose `code` says why it must not be believed
 *
 * @example
 * const event = verifyWebhook(rawBody, { apiKeys: [apiKey] })
 * if (event.event === 'disbursement.completed') console.log(event.data.id)
 */
export function verifyWebhook(body: string | Uint8Array, options: { apiKeys: readonly string[] }): WebhookEvent {
  requireApiKeys(options?.apiKeys)
  const event = readEvent(decodeBody(body))
  const key = options.apiKeys.find((apiKey) => equalsInConstantTime(expectedSignature(event, apiKey), event.data.signature))
  if (key === undefined) {
    throw new WebhookVerificationError('wrong_signature', 'none of the keys makes this signature', 'data.signature')
  }
  requireMode(event, key)
  return event
}

/** The signature that an event must carry if this key signed it. */
export function expectedSignature(event: WebhookEvent, apiKey: string): string {
  try {
    switch (event.event) {
      case 'account_validation.completed': {
        const { account_number: accountNumber, bank_code: bankCode, status } = event.data
        return signAccountValidation({ accountNumber, bankCode, status, apiKey })
      }
      case 'disbursement.validation_completed':
      case 'disbursement.case_opened':
        return signDisbursement({ id: event.data.id, amount: event.data.amount, apiKey })
      default:
        return signDisbursement({ id: event.data.id, amount: event.data.total_amount, apiKey })
    }
  } catch (error) {
    // A part that can't be signed, such as an id with the separator in it: the fault of the body, not of the caller.
    if (!(error instanceof InvalidArgumentError)) throw error
    const field = `data.${WIRE_NAMES[error.argument] ?? error.argument}`
    throw new WebhookVerificationError('invalid_field', `${field} can't be part of a signature`, field)
  }
}

const WIRE_NAMES: Record<string, string> = { accountNumber: 'account_number', bankCode: 'bank_code' }

/** A test key is known to more people than a live one: what it signs must not pass for live. */
function requireMode(event: WebhookEvent, apiKey: string): void {
  const mode = /^dp_(test|live)_/.exec(apiKey)?.[1]
  if (mode === undefined || !('is_live' in event.data)) return
  if (event.data.is_live !== (mode === 'live')) {
    throw new WebhookVerificationError('wrong_mode', `a ${mode} key signed this, and the body says otherwise`, 'data.is_live')
  }
}

function requireApiKeys(apiKeys: unknown): void {
  const isUsable = Array.isArray(apiKeys) && apiKeys.length > 0 && apiKeys.every((key) => typeof key === 'string' && key !== '')
  if (!isUsable) throw new InvalidArgumentError('apiKeys', 'must be a list of at least one secret key')
}
