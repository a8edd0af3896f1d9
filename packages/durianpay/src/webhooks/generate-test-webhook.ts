import { randomBytes } from 'node:crypto'
import type { EventType, WebhookEvent } from '../generated/models.js'
import { SAMPLE_DATA } from './sample-data.js'
import { standardSignature } from './standard-signature.js'
import { expectedSignature } from './verify-webhook.js'

/** What a test webhook says, and who signs it. */
export type TestWebhookOptions<Type extends EventType> = {
  event: Type
  /** Signs the body. A `dp_live_` key makes a live event. */
  apiKey: string
  /** Fields to set; the others come from a small sample batch. A `signature` given here stays as it is, wrong or not. */
  data?: Partial<Extract<WebhookEvent, { event: Type }>['data']> | undefined
  /** Default 0. */
  retryCount?: number | undefined
  /** The endpoint's secret, `whsec_…`: signs the headers too. */
  secret?: string | undefined
  /** The event's id in the headers. Default: a new one. */
  id?: string | undefined
  /** When it is signed. Default: now. */
  now?: Date | undefined
}

/** A signed request, ready to be given to a handler. */
export type TestWebhook<Type extends EventType> = {
  body: string
  headers: Record<string, string>
  /** What the body holds. */
  event: Extract<WebhookEvent, { event: Type }>
}

/**
 * Makes a correctly signed webhook, so that a handler can be tested without a server.
 *
 * @example
 * const { body, headers } = generateTestWebhook({ event: 'disbursement.completed', apiKey: 'dp_test_local', data: { id: 'dis_mine' } })
 * const response = await fetch('http://127.0.0.1:3000/webhook', { method: 'POST', body, headers })
 */
export function generateTestWebhook<Type extends EventType>(options: TestWebhookOptions<Type>): TestWebhook<Type> {
  const event = makeEvent(options)
  const body = JSON.stringify(event)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (options.secret !== undefined) {
    const id = options.id ?? `evt_${randomBytes(7).toString('hex')}`
    const timestamp = String(Math.floor((options.now ?? new Date()).getTime() / 1000))
    headers['webhook-id'] = id
    headers['webhook-timestamp'] = timestamp
    headers['webhook-signature'] = standardSignature({ id, timestamp, body, secret: options.secret })
  }
  return { body, headers, event }
}

function makeEvent<Type extends EventType>(options: TestWebhookOptions<Type>): Extract<WebhookEvent, { event: Type }> {
  const mode = options.event === 'account_validation.completed' ? {} : { is_live: options.apiKey.startsWith('dp_live_') }
  const data = { ...SAMPLE_DATA[options.event], ...mode, signature: '', ...options.data }
  const event = { event: options.event, data, retry_count: options.retryCount ?? 0 } as unknown as WebhookEvent
  if (options.data?.signature === undefined) event.data.signature = expectedSignature(event, options.apiKey)
  return event as Extract<WebhookEvent, { event: Type }>
}
