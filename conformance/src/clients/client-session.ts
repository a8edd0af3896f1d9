import { expect } from 'vitest'
import { startTestServer } from '../../../packages/server/src/testing/start-test-server.js'
import { until } from '../../../packages/server/src/testing/until.js'
import { type RawAnswer, sendRequest } from '../http/send-request.js'

/** Headers as a client spells them, and the body as it serialises it. */
export type ClientRequest = { headers?: Record<string, string>; body?: string }

/** One of the clients in use, talking to a running server. */
export type ClientSession = {
  /** Sends one request. Its answer was compared with the specification. */
  send(method: string, path: string, request?: ClientRequest): Promise<RawAnswer>
  /** The same, for what must succeed. @returns `data` of the answer. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a body by reading it
  succeed(method: string, path: string, request?: ClientRequest): Promise<any>
  /** Asks for a batch as the client does, until it has the status. */
  untilStatus(id: string, status: string, request?: ClientRequest): Promise<void>
  stop(): Promise<void>
}

/** The fee that makes the integers in answers worth looking at. */
export const FEE = 3000

/**
 * Starts a server and a session of a client with it.
 *
 * @param headers what the client sends with every request, beside its credentials
 */
export async function startClientSession(headers: Record<string, string>): Promise<ClientSession> {
  const server = await startTestServer({ runsWorker: true, env: { ARUS_FEE_PER_ITEM: String(FEE) } })
  const { secretKey } = await server.makeMerchant()
  const authorization = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`

  const send: ClientSession['send'] = (method, path, request = {}) =>
    sendRequest({
      method,
      url: `${server.url}/v1${path}`,
      headers: { Authorization: authorization, ...headers, ...request.headers },
      body: request.body
    })
  const succeed: ClientSession['succeed'] = async (method, path, request) => {
    const { status, text, body } = await send(method, path, request)
    expect([method, path, status, text]).toEqual([method, path, 200, text])
    return body.data
  }
  return {
    send,
    succeed,
    async untilStatus(id, status, request) {
      await until(
        async () => (await succeed('GET', `/disbursements/${id}`, request)).status,
        (read) => read === status
      )
    },
    stop: () => server.stop()
  }
}

/** Two items, of which the bank pays the first and doesn't know the second. */
export const BATCH = {
  name: 'sample disbursement',
  description: 'two people',
  items: ['8422640', '8422641'].map((account_number) => ({
    account_owner_name: 'Jane Doe',
    bank_code: 'bca',
    amount: '10000',
    account_number,
    email_recipient: 'jane@example.com',
    phone_number: '85722173217',
    notes: 'salary'
  }))
}
