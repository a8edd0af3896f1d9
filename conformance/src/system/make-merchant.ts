import { Durianpay, type EventType, verifyStandardWebhook, verifyWebhook, type WebhookEvent } from '@arus/durianpay'
import { createApiKey, createMerchant, type Pool } from '@arus/server'
import type { ReceivedRequest, Receiver } from '../../../packages/server/src/testing/start-receiver.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { countRows } from './count-rows.js'
import type { Traffic } from './create-traffic.js'

type Event<Type extends EventType> = Extract<WebhookEvent, { event: Type }>

export type MakeMerchantOptions = { isLive?: boolean }

/** A merchant with a key, a client, and an endpoint that takes its webhooks. */
export type SystemMerchant = {
  merchantId: string
  apiKeyId: string
  secretKey: string
  client: Durianpay
  /** Sends a request that the client wouldn't. `body` is sent as JSON, or as it is when it's a string. */
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  /** All webhooks that came, each with both of its signatures verified. */
  received(): WebhookEvent[]
  /** Waits for a webhook of a kind about a batch, or about an account. */
  receive<Type extends EventType>(type: Type, subject: string): Promise<Event<Type>['data']>
  /** Makes another key, which does not sign. */
  addKey(): Promise<{ apiKeyId: string; secretKey: string }>
  /** How many rows each table has of this merchant. */
  countRows(): Promise<Record<string, number>>
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body by reading it
export type Answer = { status: number; headers: Headers; body: any }

type Surroundings = { pool: Pool; masterKey: Buffer; url: string; traffic: Traffic; receiver: Receiver }

export async function makeMerchant(surroundings: Surroundings, { isLive = false }: MakeMerchantOptions): Promise<SystemMerchant> {
  const { pool, masterKey, url, traffic, receiver } = surroundings
  const { id: merchantId } = await createMerchant(pool, { name: 'Warung Sari' })
  const addKey = async () => {
    const made = await createApiKey({ pool, masterKey, liveModeFault: undefined }, { merchantId, isLive })
    return { apiKeyId: made.apiKey.id, secretKey: made.secretKey }
  }
  const { apiKeyId, secretKey } = await addKey()
  const client = new Durianpay({ apiKey: secretKey, baseUrl: url, fetch: traffic.fetch })
  const hook = new URL(`${receiver.url}/${merchantId}`)
  const { secret } = isLive ? { secret: '' } : await client.webhookEndpoints.create({ url: hook.href })

  const verified = new Map<ReceivedRequest, WebhookEvent>()
  const verify = (request: ReceivedRequest): WebhookEvent => {
    const event = verifyWebhook(request.body, { apiKeys: [secretKey] })
    verifyStandardWebhook(request.body, request.headers, { secrets: [secret] })
    traffic.noteWebhook(JSON.parse(request.body))
    verified.set(request, event)
    return event
  }
  const received = () =>
    receiver.requests.filter(({ path }) => path === hook.pathname).map((request) => verified.get(request) ?? verify(request))

  return {
    merchantId,
    apiKeyId,
    secretKey,
    client,
    call: makeCall(surroundings, secretKey),
    received,
    async receive(type, subject) {
      const event = await until(
        async () => received().find(({ event, data }) => event === type && subjectOf(data) === subject),
        (found) => found !== undefined
      )
      return event!.data as Event<typeof type>['data']
    },
    addKey,
    countRows: () => countRows(pool, merchantId)
  }
}

function subjectOf(data: WebhookEvent['data']): string {
  return 'id' in data ? data.id : data.account_number
}

function makeCall({ url, traffic }: Surroundings, secretKey: string): SystemMerchant['call'] {
  const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
  return async (method, path, { body, headers = {} } = {}) => {
    const response = await traffic.fetch(`${url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
}
