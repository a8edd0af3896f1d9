import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the test's server got it. */
export type SeenRequest = { method: string; path: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: string }

/** What the test's server does with a request: an answer, no answer at all, or half of one. */
export type Reaction =
  | { status?: number; headers?: Record<string, string>; body?: unknown; rawBody?: string }
  | 'drop the connection'
  | 'break off in the body'
  | 'never answer'

export type TestServer = { baseUrl: string; requests: SeenRequest[]; stop: () => Promise<void> }

/** Starts a real HTTP server whose handler sees how many requests came before. */
export async function startTestServer(
  react: (request: SeenRequest, before: number) => Reaction | Promise<Reaction>
): Promise<TestServer> {
  const requests: SeenRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming)
    requests.push(request)
    answer(outgoing, await react(request, requests.length - 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const url = new URL(incoming.url ?? '/', 'http://localhost')
  const body = Buffer.concat(chunks).toString()
  return { method: incoming.method ?? '', path: url.pathname, query: url.searchParams, headers: incoming.headers, body }
}

function answer(outgoing: ServerResponse, reaction: Reaction): void {
  if (reaction === 'never answer') return
  if (reaction === 'drop the connection') {
    outgoing.destroy()
  } else if (reaction === 'break off in the body') {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    outgoing.write('{"data":{"id":"dis_1"', () => outgoing.destroy())
  } else {
    outgoing.writeHead(reaction.status ?? 200, { 'content-type': 'application/json', ...reaction.headers })
    outgoing.end(reaction.rawBody ?? JSON.stringify(reaction.body ?? {}))
  }
}
