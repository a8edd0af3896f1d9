import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { createApiKey, type NewApiKey } from '../api-keys/create-api-key.js'
import { KEY_SCOPES } from '../api-keys/key-scope.js'
import { parseConfiguration } from '../configuration/parse-configuration.js'
import { createServer } from '../create-server.js'
import type { Pool } from '../database/create-pool.js'
import { createLog } from '../http/create-log.js'
import type { ServerContext } from '../http/server-context.js'
import { createMerchant } from '../merchants/create-merchant.js'
import { createSimulatedBank } from '../rails/simulated-bank/create-simulated-bank.js'
import { createTestDatabase, type TestDatabase } from './create-test-database.js'
import { findAnswerFaults, findOperation } from './find-answer-faults.js'

export type TestServer = {
  url: string
  pool: Pool
  context: ServerContext
  /** Everything that was logged so far. */
  readLog(): string
  /** Calls with a key that was made before. */
  callWith(secretKey: string): Call
  /** A merchant with a key of the mode, which may do everything. */
  makeMerchant(options?: { isLive?: boolean }): Promise<TestMerchant>
  /** Another key of a merchant, on terms of its own. */
  makeKey(key: NewApiKey): Promise<TestMerchant>
  stop(): Promise<void>
}

export type TestMerchant = { merchantId: string; apiKeyId: string; secretKey: string; call: Call }

/**
 * Sends a request with the merchant's key; `body` is sent as JSON, or as it is when it's a string or bytes. Throws when
 * the answer isn't as the specification says.
 */
export type Call = (method: string, path: string, options?: CallOptions) => Promise<TestAnswer>
export type CallOptions = { body?: unknown; headers?: Record<string, string> }
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body by reading it
export type TestAnswer = { status: number; headers: Headers; body: any; text: string }

/**
 * Starts a server on a port that the system picks and a database of its own.
 *
 * @param options.env settings, by the names of their environment variables
 * @param options.runsWorker off unless said: batches stay as they were submitted
 * @param options.database one that is there already, and stays when the server stops
 */
export async function startTestServer(
  options: { env?: Record<string, string>; runsWorker?: boolean; context?: Partial<ServerContext>; database?: TestDatabase } = {}
): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase())
  const { pool, databaseUrl } = database
  const lines: string[] = []
  const log = createLog('info', new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }))
  const context: ServerContext = {
    configuration: parseConfiguration({ ARUS_PORT: '0', ...options.env }),
    log,
    pool,
    databaseUrl,
    masterKey: randomBytes(32),
    rails: [createSimulatedBank({ pool, refusesRepeats: false })],
    liveModeFault: undefined,
    ...options.context
  }
  const server = createServer({ ...context, workerPool: pool, runsApi: true, runsWorker: options.runsWorker ?? false })
  const url = (await server.start()).url!
  const makeKey = async (key: NewApiKey): Promise<TestMerchant> => {
    const { apiKey, secretKey } = await createApiKey({ ...context, liveModeFault: undefined }, key)
    return { merchantId: key.merchantId, apiKeyId: apiKey.id, secretKey, call: makeCall(url, secretKey) }
  }
  return {
    url,
    pool,
    context,
    readLog: () => lines.join(''),
    callWith: (secretKey) => makeCall(url, secretKey),
    async makeMerchant({ isLive = false } = {}) {
      const { id: merchantId } = await createMerchant(pool, { name: 'Warung' })
      return makeKey({ merchantId, isLive, terms: { scopes: KEY_SCOPES }, maySubmitAndApprove: true })
    },
    makeKey,
    async stop() {
      await server.stop()
      if (options.database === undefined) await database.drop()
    }
  }
}

function makeCall(url: string, secretKey: string): Call {
  const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`
  return async (method, path, { body, headers = {} } = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const answer = await send(`${url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) })
    })
    expectSpecified(method, path, answer)
    return answer
  }
}

/** Every answer that a test sees is held to the specification; routes that it doesn't know (a test's own) are not. */
function expectSpecified(method: string, path: string, { status, body }: TestAnswer): void {
  if (body === undefined || findOperation(method, path) === undefined) return
  const faults = findAnswerFaults(method, path, status, body)
  if (faults.length > 0) throw new Error(`an answer is not as specified: ${faults.join('; ')}`)
}

/** Sends a request and reads its answer, parsed when it is JSON. */
export async function send(url: string, init: RequestInit): Promise<TestAnswer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text }
}
