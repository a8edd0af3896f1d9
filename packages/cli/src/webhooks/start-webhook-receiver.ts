import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A batch of 50,000 is told of in some 10 MB. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

export type WebhookReceiver = {
  /** Where to send webhooks. */
  url: string
  /** Ends the requests under way and closes the port. May be called twice. */
  stop: () => Promise<void>
}

export type ReceiverOptions = {
  host: string
  /** 0: the system picks one. */
  port: number
  /** Given each request's raw body and headers; answers the HTTP status. What it throws is answered with 500. */
  receive: (rawBody: Buffer, headers: IncomingHttpHeaders) => Promise<number>
}

/** Listens for webhooks: POST on any path. The body is handed on as the bytes that came, since those were signed. */
export async function startWebhookReceiver({ host, port, receive }: ReceiverOptions): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    answer(request, receive).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end()
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: boundPort } = server.address() as AddressInfo
  let stopped: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}/`,
    stop: () => {
      stopped ??= new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      return stopped
    }
  }
}

async function answer(request: IncomingMessage, receive: ReceiverOptions['receive']): Promise<number> {
  if (request.method !== 'POST') return 405
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return 413
    chunks.push(chunk)
  }
  return receive(Buffer.concat(chunks), request.headers)
}
