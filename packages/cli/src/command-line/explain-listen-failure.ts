import { CommandError } from './command-result.js'

/**
 * Turns an error of the server's start into one that names the setting at fault, where it is about the address to listen
 * on; any other is given as it came. A host of the database that isn't found looks like ours: the name tells them apart.
 */
export function explainListenFailure(error: unknown, { host, port }: { host: string; port: number }): unknown {
  if (!(error instanceof Error)) return error
  const { code, syscall, hostname } = error as NodeJS.ErrnoException & { hostname?: string }
  const isListening = syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === host)
  if (!isListening) return error
  if (code === 'EADDRINUSE') return new CommandError('usage', `port ${port} is taken: set ARUS_PORT to another`)
  if (code === 'EACCES') return new CommandError('usage', `port ${port} may not be listened on: set ARUS_PORT to another`)
  return new CommandError('usage', `${host} can't be listened on (${code}): set ARUS_HOST to an address of this computer`)
}
