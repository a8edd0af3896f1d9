import { InvalidArgumentError } from '../errors.js'
import type { CallOptions, Fetch, Transport } from './transport.js'

/** How a client is made. */
export type DurianpayOptions = {
  /** The secret key, `dp_test_…` or `dp_live_…`. It decides the mode, and is never shown in an error. */
  apiKey: string
  /** Where the server is, with or without `/v1` at the end: `https://api.durianpay.id`, `http://127.0.0.1:8080/v1`. */
  baseUrl: string
  /** One deadline over all tries of a call, in milliseconds. Default 30,000. */
  timeoutMs?: number | undefined
  /** How many times a failed try may be repeated, where that is safe. Default 3. */
  maxRetries?: number | undefined
  /** Called instead of `globalThis.fetch`. */
  fetch?: Fetch | undefined
}

export const DEFAULT_TIMEOUT_MS = 30_000
export const DEFAULT_MAX_RETRIES = 3
/** The longest delay that a timer of Node takes. */
const LONGEST_TIMEOUT_MS = 2_147_483_647

/** Checks the options of a client once, and names the first that can't be used. */
export function readOptions(options: DurianpayOptions): Transport {
  const given = options.fetch
  if (given !== undefined && typeof given !== 'function') throw new InvalidArgumentError('fetch', 'must be a function')
  return {
    apiKey: readApiKey(options.apiKey),
    baseUrl: readBaseUrl(options.baseUrl),
    ...readLimits(options, { timeoutMs: DEFAULT_TIMEOUT_MS, maxRetries: DEFAULT_MAX_RETRIES }),
    // Looked up at each call, so that a fetch installed later (a proxy agent, a test) is the one that is used.
    fetch: given ?? ((url, init) => globalThis.fetch(url, init)),
    random: Math.random
  }
}

/** The deadline and the number of repeats of one call, or of a client. */
export function readLimits(
  options: CallOptions,
  defaults: { timeoutMs: number; maxRetries: number }
): { timeoutMs: number; maxRetries: number } {
  const timeoutMs = options.timeoutMs ?? defaults.timeoutMs
  const maxRetries = options.maxRetries ?? defaults.maxRetries
  if (!(timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw new InvalidArgumentError('timeoutMs', `must be more than 0 and at most ${LONGEST_TIMEOUT_MS} milliseconds`)
  }
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw new InvalidArgumentError('maxRetries', 'must be a whole number, 0 or more')
  }
  return { timeoutMs, maxRetries }
}

function readApiKey(apiKey: unknown): string {
  // A colon would end the user name of Basic authentication, a line break the header.
  if (typeof apiKey === 'string' && /^dp_(test|live)_[\x21-\x39\x3b-\x7e]+$/.test(apiKey)) return apiKey
  throw new InvalidArgumentError('apiKey', 'must be a secret key that begins with dp_test_ or dp_live_')
}

function readBaseUrl(baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvalidArgumentError('baseUrl', 'must be an http or https address, such as https://api.durianpay.id')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('baseUrl', 'must hold no user name, password, query or fragment')
  }
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path.endsWith('/v1') ? path : `${path}/v1`}`
}
