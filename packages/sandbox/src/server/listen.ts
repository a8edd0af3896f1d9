import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { SandboxStartError } from '../sandbox-start-error.js'

/**
 * Listens, and says where: `http://127.0.0.1:4182`.
 *
 * @throws {SandboxStartError} naming the port or the address that can't be had
 */
export async function listen(
  app: FastifyInstance,
  { port, host, isTls }: { port: number; host: string; isTls: boolean }
): Promise<string> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, { port, host })
  }
  const { port: boundPort } = app.server.address() as AddressInfo
  return `${isTls ? 'https' : 'http'}://${reachableName(host)}:${boundPort}`
}

/** "All addresses" is none that a browser can open. */
function reachableName(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function explain(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Error {
  if (error.code === 'EADDRINUSE')
    return new SandboxStartError(`port ${port} is taken: another sandbox may be running. Choose another port, or 0 for any`, {
      cause: error
    })
  if (error.code === 'EACCES')
    return new SandboxStartError(`port ${port} may not be listened on: choose another`, { cause: error })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new SandboxStartError(`${host} can't be listened on (${error.code}): it must be an address of this computer`, {
      cause: error
    })
  return error
}
