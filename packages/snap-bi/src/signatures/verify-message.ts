import { minifyJson } from '../json/minify-json.js'
import { withoutSpaces } from '../json/without-spaces.js'
import { type RequestParts, requestStringToSign } from '../strings-to-sign/request-string-to-sign.js'
import type { Verifier } from './create-verifier.js'
import { isWellFormed } from './is-well-formed.js'

/** A request or notification as it came. */
export type SignedMessage = RequestParts & {
  /** The X-SIGNATURE header. */
  signature: string
}

/**
 * Verifies a message and gives the text that was signed. Parse that text and no other: it is the bytes that came, or, when
 * not these but their minified JSON was signed, as the standard has it, the minified text. Nothing else about the body is
 * mended.
 *
 * @returns undefined when neither was signed, and when the bytes are no UTF-8. A byte order mark stays in the text.
 *
 * @example
 * const text = verifyMessage({ method: 'POST', path: '/v1.0/debit/notify', timestamp, signature, body: rawBody }, verifier)
 * if (text === undefined) throw new Error('not signed by them')
 * const notification: unknown = JSON.parse(text)
 */
export function verifyMessage(message: SignedMessage, verifier: Verifier): string | undefined {
  const text = textOf(message.body)
  if (text === undefined) return undefined
  if (isSigned(message, message.body, verifier)) return text
  // Whether it is JSON is asked only of what was signed: parsing is the most that a stranger could make this do.
  const minified = withoutSpaces(text)
  return minified !== text && isSigned(message, minified, verifier) ? minifyJson(text) : undefined
}

/** The parts are named, because copying the message takes longer than hashing it. */
function isSigned(
  { method, path, timestamp, signature }: SignedMessage,
  body: RequestParts['body'],
  verifier: Verifier
): boolean {
  return verifier.verify(requestStringToSign({ method, path, body, timestamp }), signature)
}

/** The text whose UTF-8 this is, exactly: there is none for broken bytes and for half a surrogate pair. */
function textOf(body: string | Uint8Array): string | undefined {
  if (typeof body === 'string') return isWellFormed(body) ? body : undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return undefined
  }
}
