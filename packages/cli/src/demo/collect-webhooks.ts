import { EventEmitter, once } from 'node:events'
import type { EventType, WebhookEvent } from '@arus/durianpay'
import { CommandError } from '../command-line/command-result.js'
import { startWebhookReceiver, type WebhookReceiver } from '../webhooks/start-webhook-receiver.js'
import { verifyDelivery } from '../webhooks/verify-delivery.js'

/** What came in. `keys` must be filled in before the first webhook can be verified. */
export type WebhookCollection = {
  receiver: WebhookReceiver
  keys: { apiKeys: string[]; secrets: string[] }
  /** Every delivery that both signatures proved, in the order of arrival. */
  verified: WebhookEvent[]
  /** Why the others were refused. */
  refused: string[]
  /** Waits for an event. It may have come already. */
  waitFor: <Type extends EventType>(
    type: Type,
    options: { signal: AbortSignal; timeoutMs: number }
  ) => Promise<Extract<WebhookEvent, { event: Type }>>
}

/** Receives webhooks, verifies both signatures of each, and keeps them. */
export async function collectWebhooks(): Promise<WebhookCollection> {
  const keys: WebhookCollection['keys'] = { apiKeys: [], secrets: [] }
  const verified: WebhookEvent[] = []
  const refused: string[] = []
  const arrivals = new EventEmitter()
  const receiver = await startWebhookReceiver({
    host: '127.0.0.1',
    port: 0,
    receive: async (rawBody, headers) => {
      const delivery = verifyDelivery(rawBody, headers, keys)
      if (delivery.isVerified) verified.push(delivery.event)
      else refused.push(`${delivery.code}: ${delivery.message}`)
      arrivals.emit('arrival')
      return delivery.isVerified ? 200 : 400
    }
  })
  return {
    receiver,
    keys,
    verified,
    refused,
    waitFor: async (type, { signal, timeoutMs }) => {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      for (;;) {
        const found = verified.find((event) => event.event === type)
        if (found !== undefined) return found as never
        if (signal.aborted) throw new CommandError('interrupted', 'interrupted')
        if (ended.aborted)
          throw new CommandError(
            'negative',
            `no webhook ${type} came within ${timeoutMs / 1000} s${refused.length === 0 ? '' : ` (refused: ${refused.join('; ')})`}`
          )
        await once(arrivals, 'arrival', { signal: ended }).catch(() => {})
      }
    }
  }
}
