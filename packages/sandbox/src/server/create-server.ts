import fastify, { type FastifyInstance } from 'fastify'
import { SandboxStartError } from '../sandbox-start-error.js'

/**
 * Makes the HTTP server, which serves nothing yet. Connections that are open when it closes are ended.
 *
 * @throws {SandboxStartError} when certificate and key are none, or don't belong together
 */
export function createServer({ maxBodyBytes, tls }: { maxBodyBytes: number; tls: { cert: string; key: string } | undefined }) {
  const options = { logger: false, bodyLimit: maxBodyBytes, forceCloseConnections: true }
  if (tls === undefined) return fastify(options)
  try {
    // The routes are the same over TLS; only the type of the sockets differs.
    return fastify({ ...options, https: { cert: tls.cert, key: tls.key } }) as unknown as FastifyInstance
  } catch (error) {
    throw new SandboxStartError(`the TLS certificate and key can't be used: ${(error as Error).message}`, { cause: error })
  }
}
