import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyStandardWebhook, verifyWebhook } from '@arus/durianpay'
import type { Merchant } from '../load/make-merchant.js'

export type Receiver = {
  /** Where a merchant's webhooks go. */
  urlOf(merchantId: string): string
  /** From now on deliveries for this merchant are verified with its key and its endpoint's secret. */
  know(merchant: Merchant): void
  /** How often the completed event of each batch was delivered, both signatures verified. */
  completed: Map<string, number>
  /** All deliveries whose signatures held. */
  verified(): number
  /** Why deliveries were turned away; there should be none. */
  refused: string[]
  stop(): Promise<void>
}

/** Receives the webhooks of all merchants, and acknowledges those whose signatures hold. */
export async function startReceiver(): Promise<Receiver> {
  const merchants = new Map<string, Merchant>()
  const completed = new Map<string, number>()
  const refused: string[] = []
  let verified = 0
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const rawBody = Buffer.concat(chunks)
      const merchant = merchants.get(request.url!.slice(1))
      if (merchant === undefined) throw new Error(`nobody is known at ${request.url}`)
      const event = verifyWebhook(rawBody, { apiKeys: [merchant.secretKey] })
      verifyStandardWebhook(rawBody, request.headers, { secrets: [merchant.endpointSecret] })
      verified += 1
      if (event.event === 'disbursement.completed') completed.set(event.data.id, (completed.get(event.data.id) ?? 0) + 1)
      response.writeHead(200).end()
    } catch (error) {
      // A sender that was killed half-way has sent nothing that could be refused.
      if (!request.complete) return
      refused.push(String(error))
      response.writeHead(400).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    urlOf: (merchantId) => `http://127.0.0.1:${port}/${merchantId}`,
    know: (merchant) => void merchants.set(merchant.id, merchant),
    completed,
    verified: () => verified,
    refused,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}
