import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SYSTEM_CLOCK } from '../../time/clock.js'
import { answerAsBank } from './answer-as-bank.js'
import { type BankSettings, createBankRoutes } from './bank-routes.js'
import { openOwnBook } from './open-own-book.js'
import { REFUSES_REPEATS_FOR_MS } from './simulated-bank.js'

export type BankServerOptions = {
  host?: string
  /** 0: the system picks one. */
  port: number
  /** The file that the book is kept in. Left out: in memory only. */
  bookPath?: string
  refusesRepeats: boolean
  latencyMs?: number
  /** Told of what should not happen: a book that can't be written, say. */
  onError: (error: unknown) => void
}

export type BankServer = {
  url: string
  /** Answers what is under way, takes nothing new, closes the book. */
  stop(): Promise<void>
}

/** A call has no more than this in it. */
const MAX_BODY_BYTES = 65_536
/** As many workers may connect at one moment, each with hundreds of connections, when the bank comes back. */
const BACKLOG = 4096
/** Longer than any client keeps an idle connection, so that none is closed just as a transfer is sent on it. */
const KEEP_ALIVE_MS = 10 * 60 * 1000

/**
 * Starts the simulated bank as a server of its own, which servers reach by `ARUS_SIMULATED_BANK_URL`. It is open to
 * whoever reaches its address; there is no money in it.
 *
 * @example
 * const bank = await startBankServer({ port: 0, bookPath: 'bank.book', refusesRepeats: true, onError: console.error })
 */
export async function startBankServer(options: BankServerOptions): Promise<BankServer> {
  const settings: BankSettings = { latencyMs: options.latencyMs ?? 0, refusesRepeats: options.refusesRepeats }
  const book = await openOwnBook({
    ...(options.bookPath === undefined ? {} : { path: options.bookPath }),
    refusesRepeatsForMs: options.refusesRepeats ? REFUSES_REPEATS_FOR_MS : undefined,
    nowMs: () => SYSTEM_CLOCK.nowMs()
  })
  const bank = answerAsBank({ book, readLatencyMs: () => settings.latencyMs, sleep: (ms) => SYSTEM_CLOCK.delay(ms) })
  const answer = createBankRoutes({ bank, desk: book, settings })

  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request)
      const { status, headers, text } = await answer(request.method ?? '', request.url ?? '', body)
      // No answer is one of the things that a bank can do.
      if (status === 'dropped') return void response.socket?.destroy()
      respond(response, status, text, headers)
    } catch (error) {
      if (response.socket?.destroyed === true) return
      options.onError(error)
      respond(response, 500, JSON.stringify({ code: 'FAILED', message: 'the bank failed' }))
    }
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen({ host: options.host ?? '127.0.0.1', port: options.port, backlog: BACKLOG })
  await once(server, 'listening').catch(async (error: unknown) => {
    await book.close()
    throw error
  })
  const { address, family, port } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      await closed
      await book.close()
    }
  }
}

/** By events: an iterator over each small body cost as much as all the rest of a call. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MAX_BODY_BYTES) request.destroy(new Error('a body is too long'))
      chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the caller hung up')))
  })
}

function respond(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
}
