import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerQuestions } from '../../processes/answer-questions.js'

/** When the first bytes of a webhook came in, by the wall clock that all processes of a machine share. */
export type Arrival = { webhookId: string; path: string; receivedAtMs: number }
export type ReceiverQuestions = {
  port: number
  /** What came in since the last time of asking. */
  arrivals: Arrival[]
  bytes: number
}

/** Takes webhooks, on every loopback address; never answers those to `/hang/…`. */
answerQuestions(async () => {
  let arrivals: Arrival[] = []
  let bytes = 0
  const server = createServer((request, response) => {
    const receivedAtMs = performance.timeOrigin + performance.now()
    const path = request.url!
    arrivals.push({ webhookId: String(request.headers['webhook-id']), path, receivedAtMs })
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    request.on('error', () => {})
    request.on('end', () => {
      if (!path.startsWith('/hang/')) response.end()
    })
  })
  server.listen({ port: 0, host: '0.0.0.0', backlog: 4096 })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const take = () => {
    const taken = arrivals
    arrivals = []
    return taken
  }
  return {
    answers: { port: () => (server.address() as AddressInfo).port, arrivals: take, bytes: () => bytes },
    close: async () => server.closeAllConnections()
  }
})
