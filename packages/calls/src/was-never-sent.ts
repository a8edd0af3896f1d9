/**
 * Tells from the network's error that no byte of the request left: the name was not resolved or the connection not
 * opened. Anything else, a reset above all, may have come after the server had the whole request.
 */
export function wasNeverSent(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { cause, code, syscall } = error as { cause?: unknown; code?: unknown; syscall?: unknown }
  // Node tries each address of a name and reports them together.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasNeverSent)
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true
  return cause !== undefined && wasNeverSent(cause)
}
