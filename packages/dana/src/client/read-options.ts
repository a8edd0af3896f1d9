import type { Signer } from '@arus/snap-bi'
import { readEnvironment } from '../environment/read-environment.js'
import { InvalidOptionError } from '../errors/invalid-option-error.js'
import { getBasePathByEnv } from '../runtime/base-path.js'
import type { ClientSettings } from './client-settings.js'
import type { DanaOptions } from './dana-options.js'
import { missingVariable } from './missing-variable.js'
import { readLimits } from './read-limits.js'
import { readPrivateKey } from './read-private-key.js'
import { readWebAddress } from './read-web-address.js'

/** DANA's own expectation is 8 s; a deadline covers all tries. */
const DEFAULT_TIMEOUT_MS = 30_000
const DEFAULT_MAX_RETRIES = 2

/**
 * Checks the options of a client once, with their variables, and names the first that can't be used.
 *
 * @throws {InvalidOptionError} for all but an `env` that is none, which is a plain error, as with dana-node
 */
export function readOptions(options: DanaOptions): ClientSettings {
  const partnerId = options.partnerId || readEnvironment('X_PARTNER_ID')
  if (!partnerId) throw missingVariable('X_PARTNER_ID')
  const privateKey = readPrivateKey(options)
  if (privateKey === undefined) throw missingVariable('PRIVATE_KEY')
  const env = (options.env || readEnvironment('DANA_ENV') || readEnvironment('ENV') || 'sandbox').trim()
  const danaHost = getBasePathByEnv(env)
  const named = env.toLowerCase()
  const isProduction = named === 'production'
  return {
    partnerId,
    privateKey,
    privateKeyPassphrase: options.privateKeyPassphrase,
    signer: undefined as Signer | undefined,
    origin: options.origin || readEnvironment('ORIGIN'),
    env: named,
    clientSecret: options.clientSecret || readEnvironment('CLIENT_SECRET'),
    debugMode: options.debugMode || readEnvironment('X_DEBUG') || (isProduction ? undefined : 'true'),
    channelId: options.channelId,
    basePath: readAddress('baseUrl', options.baseUrl, 'DANA_BASE_URL', isProduction) ?? danaHost,
    webUrl: readAddress('webUrl', options.webUrl, 'DANA_WEB_URL', isProduction),
    fetch: readFunction('fetch', options.fetch),
    ...readLimits(options, { timeoutMs: DEFAULT_TIMEOUT_MS, maxRetries: DEFAULT_MAX_RETRIES }),
    checkRequired: options.checkRequired ?? readEnvironment('DANA_CHECK_REQUIRED')?.trim().toLowerCase() !== 'false',
    hooks: options.hooks ?? {},
    clock: readFunction('clock', options.clock) ?? Date.now,
    random: Math.random
  }
}

function readAddress(
  option: string,
  given: string | undefined,
  variable: 'DANA_BASE_URL' | 'DANA_WEB_URL',
  isProduction: boolean
): string | undefined {
  if (given) return readWebAddress(option, given, isProduction)
  const found = readEnvironment(variable)
  return found === undefined ? undefined : readWebAddress(variable, found, isProduction)
}

function readFunction<Wanted>(option: string, given: Wanted | undefined): Wanted | undefined {
  if (given !== undefined && typeof given !== 'function') {
    throw new InvalidOptionError(option, `${option} must be a function`)
  }
  return given
}
