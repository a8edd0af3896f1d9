import type { KeyInput, Signer } from '@arus/snap-bi'
import type { FetchAPI } from '../runtime/http-types.js'
import type { DanaHooks } from './hooks.js'

/** What a client goes by, checked once. Held where printing a client doesn't show it. */
export type ClientSettings = {
  partnerId: string
  privateKey: KeyInput
  privateKeyPassphrase: string | undefined
  /** The parsed key; undefined until the first call needs it. */
  signer: Signer | undefined
  origin: string | undefined
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
  hooks: DanaHooks
  /** Milliseconds since 1970. */
  clock: () => number
  /** A number from 0 up to 1, for the jitter. */
  random: () => number
}

/** The one production rule: keys and hosts of tests don't belong there, and DANA's sandbox rules don't hold. */
export function isProduction(settings: Pick<ClientSettings, 'env'>): boolean {
  return settings.env.toLowerCase() === 'production'
}
