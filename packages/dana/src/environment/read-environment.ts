// The one place where this package reads the environment: dana-node's users configure it there, and its static functions
// have no other argument. Read at each call, never on import.

/** Variables that stand for options, and what else the drop-in surface looks at. */
export type EnvironmentVariable =
  | 'X_PARTNER_ID'
  | 'PRIVATE_KEY_PATH'
  | 'PRIVATE_KEY'
  | 'X_PRIVATE_KEY'
  | 'ORIGIN'
  | 'DANA_ENV'
  | 'ENV'
  | 'CLIENT_SECRET'
  | 'X_DEBUG'
  | 'DANA_BASE_URL'
  | 'DANA_WEB_URL'
  | 'DANA_CHECK_REQUIRED'

/** The value of a variable at this moment; an empty one counts as absent. */
export function readEnvironment(name: EnvironmentVariable): string | undefined {
  const value = typeof process === 'undefined' ? undefined : process.env[name]
  return value === '' ? undefined : value
}

/** What `DANA_ENV`, or else `ENV`, says, in lower case and without white space around it. */
export function namedEnvironment(): string | undefined {
  return (readEnvironment('DANA_ENV') ?? readEnvironment('ENV'))?.trim().toLowerCase()
}

/** Whether `DANA_ENV`, or else `ENV`, says production, in any letter case. */
export function isProductionEnvironment(): boolean {
  return namedEnvironment() === 'production'
}
