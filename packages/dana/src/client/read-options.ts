import { readEnvironment } from '../environment/read-environment.js'
import { InvalidOptionError } from '../errors/invalid-option-error.js'
import { type ClientSettings, defaultSettings, isProduction } from './client-settings.js'
import type { DanaOptions } from './dana-options.js'
import { redactingHooks } from './hooks.js'
import { missingVariable } from './missing-variable.js'
import { readLimits } from './read-limits.js'
import { readPrivateKey } from './read-private-key.js'
import { readWebAddress } from './read-web-address.js'

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
  const env = options.env || readEnvironment('DANA_ENV') || readEnvironment('ENV') || 'sandbox'
  const origin = options.origin || readEnvironment('ORIGIN')
  const clientSecret = options.clientSecret || readEnvironment('CLIENT_SECRET')
  const defaults = defaultSettings({ partnerId, privateKey, origin, env, clientSecret })
  const production = isProduction(defaults)
  return {
    ...defaults,
    privateKeyPassphrase: options.privateKeyPassphrase,
    debugMode: options.debugMode || readEnvironment('X_DEBUG') || (production ? undefined : 'true'),
    channelId: options.channelId,
    basePath: readAddress('baseUrl', options.baseUrl, 'DANA_BASE_URL', production) ?? defaults.basePath,
    webUrl: readAddress('webUrl', options.webUrl, 'DANA_WEB_URL', production),
    fetch: readFunction('fetch', options.fetch),
    ...readLimits(options, defaults),
    checkRequired: options.checkRequired ?? readEnvironment('DANA_CHECK_REQUIRED')?.trim().toLowerCase() !== 'false',
    hooks: redactingHooks(options.hooks ?? {}),
    clock: readFunction('clock', options.clock) ?? Date.now
  }
}

function readAddress(
  option: string,
  given: string | undefined,
  variable: 'DANA_BASE_URL' | 'DANA_WEB_URL',
  production: boolean
): string | undefined {
  if (given) return readWebAddress(option, given, production)
  const found = readEnvironment(variable)
  return found === undefined ? undefined : readWebAddress(variable, found, production)
}

function readFunction<Wanted>(option: string, given: Wanted | undefined): Wanted | undefined {
  if (given !== undefined && typeof given !== 'function') {
    throw new InvalidOptionError(option, `${option} must be a function`)
  }
  return given
}
