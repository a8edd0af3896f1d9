/** DANA's production host. */
export const BASE_PATH: string = 'https://api.saas.dana.id'

const SANDBOX_BASE_PATH = 'https://api.sandbox.dana.id'

/** The two environments, as `env` names them. */
export const Env: { SANDBOX: string; PRODUCTION: string } = { SANDBOX: 'sandbox', PRODUCTION: 'production' }

/**
 * DANA's host of an environment.
 *
 * @param env `production` or `sandbox`, in any letter case
 * @throws {Error} when it is neither
 */
export function getBasePathByEnv(env: string): string {
  const named = String(env).trim().toLowerCase()
  if (named === 'production') return BASE_PATH
  if (named === 'sandbox') return SANDBOX_BASE_PATH
  throw new Error(`Invalid env value provided: '${env}'. Allowed values are 'production' or 'sandbox'.`)
}
