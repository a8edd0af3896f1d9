import { validateAccount } from '../accounts/validate-account.js'
import { getCase } from '../cases/get-case.js'
import { getBatch } from '../disbursements/get-batch.js'
import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'
import type {
  AccountValidation,
  AccountValidationCompletedEvent,
  Case,
  DisbursementCaseOpenedEvent,
  DisbursementDetails,
  WebhookEvent
} from '../generated/models.js'
import type { CallOptions, Transport } from '../requests/transport.js'
import { normaliseAmount } from '../signatures/normalise-amount.js'
import type { WebhookHeaders } from './read-header.js'
import { verifyStandardWebhook } from './verify-standard-webhook.js'
import { verifyWebhook } from './verify-webhook.js'

/** How a webhook is received. */
export type ReceiveOptions = CallOptions & {
  /** The secret keys that may have signed the body. Default: the client's own key, unless `secrets` is given. */
  apiKeys?: readonly string[] | undefined
  /** The endpoint's secrets: verifies the Standard Webhooks headers, which needs `headers`. */
  secrets?: readonly string[] | undefined
  /** The request's headers, for `secrets`. */
  headers?: WebhookHeaders | undefined
  /** See {@link StandardWebhookOptions}. */
  toleranceSeconds?: number | undefined
  /** See {@link StandardWebhookOptions}. */
  now?: Date | undefined
}

type Received<Event extends WebhookEvent> = {
  /** Which event it is. */
  event: Event['event']
  /** The event's id from the `webhook-id` header, where `secrets` verified it: take each event once. */
  webhookId: string | undefined
  /** What the body says. What its signature covers aside, it is a claim: book from what was fetched. */
  claimed: Event['data']
}

/** A webhook about a batch, with the batch as the server has it now. */
export type ReceivedBatchWebhook<Event extends BatchEvent = BatchEvent> = Event extends BatchEvent
  ? Received<Event> & { disbursement: DisbursementDetails }
  : never

/** A webhook about an account, with what the server knows of the account now. */
export type ReceivedAccountWebhook = Received<AccountValidationCompletedEvent> & { accountValidation: AccountValidation }

/** A webhook about a case, with the case as the server has it now. */
export type ReceivedCaseWebhook = Received<DisbursementCaseOpenedEvent> & { case: Case }

/** What `client.webhooks.receive` gives, told apart by `event`. */
export type ReceivedWebhook = ReceivedBatchWebhook | ReceivedAccountWebhook | ReceivedCaseWebhook

type BatchEvent = Exclude<WebhookEvent, AccountValidationCompletedEvent | DisbursementCaseOpenedEvent>

/** Receives a webhook: see {@link Webhooks.receive}. */
export async function receiveWebhook(
  transport: Transport,
  body: string | Uint8Array,
  options: ReceiveOptions = {}
): Promise<ReceivedWebhook> {
  const { event, webhookId } = verify(transport, body, options)
  const received = { event: event.event, webhookId, claimed: event.data }
  if (event.event === 'account_validation.completed') {
    const { account_number, bank_code } = event.data
    // A new request key: one used before would bring the answer of that time.
    const accountValidation = await validateAccount(transport, { account_number, bank_code }, callOptions(options))
    return { ...received, accountValidation } as ReceivedAccountWebhook
  }
  requireClientMode(transport, event.data.is_live)
  if (event.event === 'disbursement.case_opened') {
    const found = await getCase(transport, event.data.id, callOptions(options))
    requireSameAmount(found.id === event.data.id, found.amount, event.data.amount, 'data.amount')
    return { ...received, case: found } as ReceivedCaseWebhook
  }
  const disbursement = await getBatch(transport, event.data.id, callOptions(options))
  requireSameBatch(event, disbursement)
  return { ...received, disbursement } as ReceivedBatchWebhook
}

function verify(
  transport: Transport,
  body: string | Uint8Array,
  options: ReceiveOptions
): { event: WebhookEvent; webhookId: string | undefined } {
  const { secrets, headers } = options
  if (secrets === undefined) {
    return { event: verifyWebhook(body, { apiKeys: options.apiKeys ?? [transport.apiKey] }), webhookId: undefined }
  }
  if (headers === undefined) throw new InvalidArgumentError('headers', 'must be given with secrets')
  const { id, event } = verifyStandardWebhook(body, headers, {
    secrets,
    toleranceSeconds: options.toleranceSeconds,
    now: options.now
  })
  if (options.apiKeys !== undefined) verifyWebhook(body, { apiKeys: options.apiKeys })
  return { event, webhookId: id }
}

/** Only what a call takes: the rest of the options is about the webhook. */
function callOptions(options: ReceiveOptions): CallOptions {
  return { signal: options.signal, timeoutMs: options.timeoutMs, maxRetries: options.maxRetries }
}

/** The client's key sees one mode only: the other's batch would look as if it did not exist. */
function requireClientMode(transport: Transport, isLive: boolean): void {
  if (isLive === transport.apiKey.startsWith('dp_live_')) return
  throw new WebhookVerificationError('wrong_mode', 'the webhook is of the other mode than this client', 'data.is_live')
}

function requireSameBatch(event: BatchEvent, disbursement: DisbursementDetails): void {
  const isValidation = event.event === 'disbursement.validation_completed'
  const signed = isValidation ? event.data.amount : event.data.total_amount
  const field = isValidation ? 'data.amount' : 'data.total_amount'
  requireSameAmount(disbursement.id === event.data.id, disbursement.total_amount, signed, field)
}

function requireSameAmount(isSameId: boolean, fetched: string, signed: string, field: string): void {
  if (isSameId && normaliseAmount(fetched) === normaliseAmount(signed)) return
  throw new WebhookVerificationError('wrong_amount', 'what was fetched has another amount than the webhook', field)
}
