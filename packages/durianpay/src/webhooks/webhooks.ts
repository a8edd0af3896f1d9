import type { Transport } from '../requests/transport.js'
import { type ReceivedWebhook, type ReceiveOptions, receiveWebhook } from './receive-webhook.js'

/** What came in: `client.webhooks`. */
export interface Webhooks {
  /**
   * Verifies a webhook, then asks the server, and hands on what the server says: the batch as it is now, or what is known
   * of the account now. Never the status in the body, which the protocol's signature does not cover.
   *
   * An event may come late, twice, or out of order: decide by `disbursement.status`, which is always the newest.
   *
   * @param body the request's body exactly as it came, before any JSON parser
   * @throws {WebhookVerificationError} not to be believed: answer 400
   * @throws {CallError} verified, and the server could not be asked: answer 503, and it comes again
   *
   * @example
   * const received = await client.webhooks.receive(rawBody)
   * if (received.event === 'disbursement.completed') await book(received.disbursement)
   */
  receive(body: string | Uint8Array, options?: ReceiveOptions): Promise<ReceivedWebhook>
}

/** Binds the calls about webhooks to a client. */
export function createWebhooks(transport: Transport): Webhooks {
  return { receive: (body, options) => receiveWebhook(transport, body, options) }
}
