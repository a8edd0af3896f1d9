import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  url: string
  /** Whatever has come in whole, oldest first. */
  requests: ReceivedRequest[]
  /** How many were open at once, at most. */
  mostAtOnce(): number
  close(): Promise<void>
}

/**
 * A real HTTP server that takes webhooks, on a port of the system's choice.
 *
 * @param answer ends the response, sooner or later or never
 */
export async function startReceiver(
  answer: (response: ServerResponse, request: ReceivedRequest) => void = (response) => response.end()
): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  let open = 0
  let mostAtOnce = 0
  const server = createServer(async (request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++open)
    response.on('close', () => open--)
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      return
    }
    const received = {
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body: Buffer.concat(chunks).toString()
    }
    requests.push(received)
    answer(response, received)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    mostAtOnce: () => mostAtOnce,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    }
  }
}
