import { type Accounts, createAccounts } from './accounts/accounts.js'
import { type Banks, createBanks } from './banks/banks.js'
import { type Cases, createCases } from './cases/cases.js'
import { createDisbursements, type Disbursements } from './disbursements/disbursements.js'
import { createEvents, type Events } from './events/events.js'
import { type DurianpayOptions, readOptions } from './requests/read-options.js'
import { createSimulator, type Simulator } from './simulator/simulator.js'
import { createTopups, type Topups } from './topups/topups.js'
import { createWebhookEndpoints, type WebhookEndpoints } from './webhook-endpoints/webhook-endpoints.js'
import { createWebhooks, type Webhooks } from './webhooks/webhooks.js'

/**
 * A client of the Disbursement API, for Arus and for Durianpay's own service.
 *
 * Making one sends nothing and opens nothing. Every call takes `signal`, `timeoutMs` and `maxRetries`, repeats itself only
 * where that can't pay twice, and rejects only with the classes of {@link AnyDurianpayError}, each of which says in
 * `outcome` whether the server may have acted.
 *
 * @throws {InvalidArgumentError} when an option can't be used; the message never shows the key
 *
 * @example
 * const client = new Durianpay({ apiKey: keyFromYourSecretStore, baseUrl: 'https://pay.example' })
 * const batch = await client.disbursements.submit({ items }, { idempotencyKey: 'payroll-2026-07' })
 */
export class Durianpay {
  /** Whether the key is a live one. */
  readonly isLive: boolean
  /** Batches of payments. */
  readonly disbursements: Disbursements
  /** Who owns an account. */
  readonly accounts: Accounts
  /** Where money can be sent. */
  readonly banks: Banks
  /** The money that batches are paid from. */
  readonly topups: Topups
  /** Where events are sent. */
  readonly webhookEndpoints: WebhookEndpoints
  /** What was sent, and what became of it. */
  readonly events: Events
  /** What only a person can settle. */
  readonly cases: Cases
  /** What came in: verified, then looked up. */
  readonly webhooks: Webhooks
  /** What a person or a bank would do, in test mode. */
  readonly simulator: Simulator

  constructor(options: DurianpayOptions) {
    const transport = readOptions(options)
    this.isLive = transport.apiKey.startsWith('dp_live_')
    this.disbursements = createDisbursements(transport)
    this.accounts = createAccounts(transport)
    this.banks = createBanks(transport)
    this.topups = createTopups(transport)
    this.webhookEndpoints = createWebhookEndpoints(transport)
    this.events = createEvents(transport)
    this.cases = createCases(transport)
    this.webhooks = createWebhooks(transport)
    this.simulator = createSimulator(transport)
  }
}
