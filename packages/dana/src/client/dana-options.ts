import type { KeyInput } from '@arus/snap-bi'
import type { FetchAPI } from '../runtime/http-types.js'
import type { DanaHooks } from './hooks.js'

/**
 * The options that dana-node has. Each that is absent or empty is read from its variable when the client is made. Nothing
 * reads a `.env` file unless you `import '@arus/dana/env'` first.
 */
export interface DanaOpts {
  /** The partner id that DANA gave you: X-PARTNER-ID, and clientId of the Open API. Variable: `X_PARTNER_ID`. Mandatory. */
  partnerId?: string | undefined
  /**
   * Your RSA private key, never a path: PEM of any kind, the base64 of one, `\n` written out or not. Variables:
   * `PRIVATE_KEY_PATH`, `PRIVATE_KEY`, `X_PRIVATE_KEY`.
   */
  privateKey?: string | undefined
  /** Sent as ORIGIN; the header is left out without it. Variable: `ORIGIN`. */
  origin?: string | undefined
  /** `sandbox` (the default) or `production`, in any letter case. Variables: `DANA_ENV`, then `ENV`. */
  env?: string | undefined
  /** Sent in the head of `queryUserProfile`. Variable: `CLIENT_SECRET`. */
  clientSecret?: string | undefined
  /**
   * `'true'` asks DANA's sandbox to give the reason of a refusal in `additionalInfo.debugMessage`. Variable: `X_DEBUG`. Default:
   * on in the sandbox. Never sent in production.
   */
  debugMode?: string | undefined
}

/** How a {@link Dana} is made: dana-node's options, and this client's own. */
export interface DanaOptions extends Omit<DanaOpts, 'privateKey'> {
  /**
   * Your RSA private key, never a path: PEM of any kind, the base64 of one, `\n` written out or not; also a `KeyObject`, a JSON
   * Web Key or the file's bytes. Variables, after `privateKeyPath`: `PRIVATE_KEY_PATH`, `PRIVATE_KEY`, `X_PRIVATE_KEY`.
   */
  privateKey?: KeyInput | undefined
  /** A file that holds the private key, read once when the client is made. Variable: `PRIVATE_KEY_PATH`. */
  privateKeyPath?: string | undefined
  /** Opens an encrypted private key. */
  privateKeyPassphrase?: string | undefined
  /** Calls go here instead of to DANA's sandbox: a local sandbox, a proxy. Refused in production. Variable: `DANA_BASE_URL`. */
  baseUrl?: string | undefined
  /** Where the pages of the OAuth URL are instead of at DANA's. Refused in production. Variable: `DANA_WEB_URL`. */
  webUrl?: string | undefined
  /** Called instead of `globalThis.fetch`, with `(url, init)`: headers are a plain record in wire order, the body is text. */
  fetch?: FetchAPI | undefined
  /** One deadline over all tries of a call and the waiting between them, in milliseconds. Default 30,000. */
  timeoutMs?: number | undefined
  /**
   * How many times a failed `queryPayment`, `balanceInquiry` or `queryUserProfile` is repeated. Default 2. No other call is
   * repeated because of this one.
   */
  maxRetries?: number | undefined
  /** Sent as CHANNEL-ID. Default: the partner id and `-SERVER`, as dana-node sends. DANA's documents allow 5 characters. */
  channelId?: string | undefined
  /**
   * `false` sends requests that lack mandatory fields, as dana-node does. Default: they are refused before they are sent.
   * Variable: `DANA_CHECK_REQUIRED=false`.
   */
  checkRequired?: boolean | undefined
  /** Told what the client does. */
  hooks?: DanaHooks | undefined
  /** The present, in milliseconds since 1970. Default: `Date.now`. */
  clock?: (() => number) | undefined
}

/** What may be set for one call. */
export type CallOptions = {
  /** One deadline over all tries and the waiting between them, in milliseconds. Default: the client's. */
  timeoutMs?: number | undefined
  /** Ends the call, also between tries. */
  signal?: AbortSignal | undefined
  /** Laid over the signed headers and sent as given. */
  headers?: Record<string, string> | undefined
}

/** The same, for a call that may be repeated. */
export type RetryableCallOptions = CallOptions & {
  /**
   * How many times a failed try may be repeated. `queryPayment`, `balanceInquiry` and `queryUserProfile` take the client's when
   * it is absent; `widgetPayment` and `refundOrder` are repeated only when it is given here, with the same body.
   */
  maxRetries?: number | undefined
}
