/** Classes of SQLSTATE that speak of the server's state, not of the statement: connection, rollback, resources, intervention, system. */
const PASSING_CLASSES = new Set(['08', '40', '53', '57', '58'])

const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Read-only (a standby that is not promoted yet), and idle in a transaction for too long.
  '25006',
  '25P03'
])

/**
 * Says whether a database step failed for a reason that passes (the server is away, restarting, out of connections), so
 * that offering the same step again makes sense. A fault of the step itself would fail the same way for ever.
 */
export function isPassingFault(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return PASSING_CODES.has(code) || (code.length === 5 && PASSING_CLASSES.has(code.slice(0, 2)))
  // The driver has no code for a connection that ended under it.
  return (
    typeof message === 'string' &&
    /connection (terminated|ended|timeout)|timeout exceeded when trying to connect|not queryable/i.test(message)
  )
}
