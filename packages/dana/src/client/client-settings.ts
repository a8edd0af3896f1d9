import type { KeyInput, Signer } from '@arus/snap-bi'
import { getBasePathByEnv } from '../runtime/base-path.js'
import type { FetchAPI } from '../runtime/http-types.js'
import type { CallHooks } from './call-hooks.js'
import type { DanaOptions, DanaOpts } from './dana-options.js'

/** What a client goes by, checked once. Held where printing a client doesn't show it. */
export type ClientSettings = {
  partnerId: string
  privateKey: KeyInput
  privateKeyPassphrase: string | undefined
  /** The parsed key; undefined until the first call needs it. */
  signer: Signer | undefined
  origin: string | undefined
  /** `sandbox` or `production`. */
  env: string
  clientSecret: string | undefined
  debugMode: string | undefined
  channelId: string | undefined
  /** Where the API is: DANA's own host, unless said otherwise outside production. */
  basePath: string
  /** Where the web pages are, when not at DANA's own hosts. */
  webUrl: string | undefined
  fetch: FetchAPI | undefined
  timeoutMs: number
  maxRetries: number
  checkRequired: boolean
  hooks: CallHooks
  /** Milliseconds since 1970. */
  clock: () => number
  /** A number from 0 up to 1, for the jitter. */
  random: () => number
}

/**
 * The settings that follow from dana-node's options alone, everything else at its default.
 *
 * @throws {Error} when `env` is neither sandbox nor production
 */
export function defaultSettings(options: Pick<DanaOptions, keyof DanaOpts>): ClientSettings {
  const { partnerId, privateKey, origin, env, clientSecret, debugMode } = options
  const basePath = getBasePathByEnv(env as string)
  return {
    partnerId: partnerId as string,
    privateKey: privateKey as KeyInput,
    privateKeyPassphrase: undefined,
    signer: undefined,
    origin,
    env: String(env).trim().toLowerCase(),
    clientSecret,
    debugMode,
    channelId: undefined,
    basePath,
    webUrl: undefined,
    fetch: undefined,
    // DANA's own expectation is an answer within 8 s; the deadline is one over all tries.
    timeoutMs: 30_000,
    maxRetries: 2,
    checkRequired: true,
    hooks: {},
    clock: Date.now,
    random: Math.random
  }
}

/** Keys and hosts of tests don't belong in production, and DANA's sandbox rules don't hold there. */
export function isProduction(settings: Pick<ClientSettings, 'env'>): boolean {
  return settings.env.toLowerCase() === 'production'
}
