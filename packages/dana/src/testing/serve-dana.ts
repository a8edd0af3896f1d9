import { generateKeyPairSync } from 'node:crypto'
import { type Reaction, type SeenRequest, startTestServer, type TestServer } from '@arus/calls/testing'
import { onTestFinished } from 'vitest'
import { Dana } from '../client/dana.js'
import type { DanaOptions } from '../client/dana-options.js'

/** One key for all tests of a file: making one takes long. */
export const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A server for one test and a client that talks to it, without waiting between tries unless told so. */
export async function serveDana(
  react: (request: SeenRequest, before: number) => Reaction | Promise<Reaction>,
  options: DanaOptions = {}
): Promise<TestServer & { dana: Dana }> {
  const server = await startTestServer(react)
  onTestFinished(server.stop)
  const dana = new Dana({
    partnerId: 'partner-1',
    privateKey: KEYS.privateKey,
    origin: 'https://shop.example',
    baseUrl: server.baseUrl,
    ...options
  })
  return { ...server, dana }
}
