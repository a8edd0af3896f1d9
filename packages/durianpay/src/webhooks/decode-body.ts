import { InvalidArgumentError, WebhookVerificationError } from '../errors.js'

/**
 * The text of a webhook's body. Bytes must be UTF-8: a decoder that replaces what it can't read would verify another text
 * than the one that came.
 */
export function decodeBody(body: string | Uint8Array): string {
  if (typeof body === 'string') return body
  if (!(body instanceof Uint8Array)) {
    throw new InvalidArgumentError('body', 'must be the request body as it came, a string or bytes, not a parsed object')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new WebhookVerificationError('unparsable_body', 'the body is not UTF-8')
  }
}
