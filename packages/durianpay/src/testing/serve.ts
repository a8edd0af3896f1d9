import { type Reaction, type SeenRequest, startTestServer, type TestServer } from '@arus/calls/testing'
import { onTestFinished } from 'vitest'
import { Durianpay } from '../durianpay.js'
import type { DurianpayOptions } from '../requests/read-options.js'

/** A server for one test and a client that talks to it. The server stops with the test. */
export async function serve(
  react: (request: SeenRequest, before: number) => Reaction | Promise<Reaction>,
  options: Partial<DurianpayOptions> = {}
): Promise<TestServer & { client: Durianpay }> {
  const server = await startTestServer(react)
  onTestFinished(server.stop)
  return { ...server, client: new Durianpay({ apiKey: 'dp_test_local', baseUrl: server.baseUrl, ...options }) }
}
