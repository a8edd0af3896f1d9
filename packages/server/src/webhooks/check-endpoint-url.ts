import { setTimeout as delay } from 'node:timers/promises'
import { type AddressGuard, AddressRefusedError } from './address-guard.js'
import { isWebPort } from './is-web-port.js'

const MAX_URL_LENGTH = 2048
const RESOLVE_TIMEOUT_MS = 3000

/**
 * Says what is wrong with the address of an endpoint, or undefined when nothing is. A name that can't be resolved just
 * now passes: the sender checks again before each connection.
 *
 * @example
 * await checkEndpointUrl('http://10.0.0.1/', { isLive: false, guard }) // 'must be at a public address'
 */
export async function checkEndpointUrl(
  text: unknown,
  { isLive, guard }: { isLive: boolean; guard: AddressGuard }
): Promise<string | undefined> {
  if (text === undefined || text === null) return 'is required'
  if (typeof text !== 'string') return 'must be a string'
  if (text.length > MAX_URL_LENGTH) return `must not be longer than ${MAX_URL_LENGTH} characters`
  // The URL parser would drop some of these without a word.
  if (/[\s\p{Cc}]/u.test(text)) return 'must not have spaces or control characters'
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined) return 'must be an absolute URL that begins with https:// or http://'
  if (isLive && url.protocol !== 'https:') return 'must begin with https:// in live mode'
  if (url.username !== '' || url.password !== '') return 'must not have a user name or password'
  if (text.includes('#')) return 'must not have a fragment'
  if (!isWebPort(url.port)) return 'must be at port 80, 443 or one above 1023 that no other protocol is known by'
  return (await isRefused(guard, url.hostname)) ? 'must be at a public address' : undefined
}

async function isRefused(guard: AddressGuard, hostname: string): Promise<boolean> {
  const timeout = new AbortController()
  try {
    const timedOut = delay(RESOLVE_TIMEOUT_MS, undefined, { signal: timeout.signal }).catch(() => undefined)
    await Promise.race([guard.findAddresses(hostname), timedOut])
    return false
  } catch (error) {
    if (error instanceof AddressRefusedError) return error.reason === 'not_public'
    throw error
  } finally {
    timeout.abort()
  }
}
