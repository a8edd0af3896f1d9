import { WebhookVerificationError } from './webhook-verification-error.js'

/** Request headers as frameworks hand them on: the standard `Headers`, Node's, or a plain record, whatever the case of names. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

const SIGNATURE = 'X-SIGNATURE'
const TIMESTAMP = 'X-TIMESTAMP'

/**
 * Reads the two headers that a notification's signature needs.
 *
 * @throws {WebhookVerificationError} `missing_header`, or `invalid_header` when two spellings of one name differ in value:
 *   what stands between DANA and here may have read the other one
 */
export function readSignatureHeaders(headers: WebhookHeaders): { signature: string; timestamp: string } {
  const found: Record<string, string> = {}
  if (typeof headers?.get === 'function') {
    for (const name of [SIGNATURE, TIMESTAMP]) found[name] = onlyValue(name, headers.get(name), found)
  } else {
    for (const key of Object.keys(headers ?? {})) {
      // Both names are of this length: the others need no copy in capitals.
      if (key.length !== SIGNATURE.length) continue
      const name = key.toUpperCase()
      if (name === SIGNATURE || name === TIMESTAMP)
        found[name] = onlyValue(name, (headers as Record<string, unknown>)[key], found)
    }
  }
  const { [SIGNATURE]: signature, [TIMESTAMP]: timestamp } = found
  if (signature && timestamp) return { signature, timestamp }
  const text = `Missing ${SIGNATURE} or ${TIMESTAMP} header.`
  throw new WebhookVerificationError('missing_header', text, signature ? TIMESTAMP : SIGNATURE)
}

function onlyValue(name: string, given: unknown, found: Record<string, string>): string {
  let only = found[name]
  for (const value of Array.isArray(given) ? given : [given ?? '']) {
    if (typeof value !== 'string' || (only && value && value !== only)) {
      throw new WebhookVerificationError('invalid_header', `The header ${name} is there twice, or is no text.`, name)
    }
    only ||= value
  }
  return only ?? ''
}
