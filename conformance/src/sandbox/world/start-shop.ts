import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requireGenuine } from '../../dana/genuine/genuine-dana-node.js'

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a notification by reading it
type Parsed = any

type GenuineWebhook = {
  WebhookParser: new (
    publicKey: string
  ) => { parseWebhook(method: string, path: string, headers: Record<string, string>, body: string): Parsed }
}

const { WebhookParser } = requireGenuine('/webhook/v1') as unknown as GenuineWebhook

/** A merchant's server that reads notifications with the genuine WebhookParser. */
export type Shop = {
  /** Where orders say that they are notified. */
  notificationUrl: string
  /** What the genuine parser made of each notification that it took. */
  notifications: Parsed[]
  stop(): Promise<void>
}

/**
 * Starts a shop that answers 2005600, 4015600 where the signature is wrong, and `answer` where that says something.
 *
 * @param options.danaPublicKey called for each notification, since the sandbox may start later than the shop
 */
export async function startShop({
  danaPublicKey,
  answer = () => undefined
}: {
  danaPublicKey: () => string
  answer?: (notification: Parsed) => string | undefined
}): Promise<Shop> {
  const notifications: Parsed[] = []
  const codeFor = (method: string, path: string, headers: Record<string, string>, body: string): string => {
    try {
      const notification = new WebhookParser(danaPublicKey()).parseWebhook(method, path, headers, body)
      notifications.push(notification)
      return answer(notification) ?? '2005600'
    } catch {
      return '4015600'
    }
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '' } = request
    // dana-node looks for its headers in this spelling, which express gives them neither.
    const headers = {
      'X-SIGNATURE': String(request.headers['x-signature']),
      'X-TIMESTAMP': String(request.headers['x-timestamp'])
    }
    const responseCode = codeFor(method, url, headers, Buffer.concat(chunks).toString())
    response
      .writeHead(Number(responseCode.slice(0, 3)), { 'content-type': 'application/json' })
      .end(JSON.stringify({ responseCode, responseMessage: `the shop's ${responseCode}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    notificationUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0/debit/notify`,
    notifications,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
