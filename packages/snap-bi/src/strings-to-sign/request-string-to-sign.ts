import { sha256Hex } from './sha256-hex.js'

/** What of a request, or of a notification, is signed. */
export type RequestParts = {
  /** As it is sent: `POST`. It is signed as given, in whatever case. */
  method: string
  /** The path that is called, without host and query: `/v1.0/debit/notify`. */
  path: string
  /** The body as it is sent, to the byte. */
  body: string | Uint8Array
  /** The X-TIMESTAMP header, as it is sent. */
  timestamp: string
}

/**
 * The text that a SNAP request with an asymmetric signature signs, for business to business (B2B), on behalf of a customer
 * (B2B2C, whose token is not part of it) and for notifications: `METHOD:PATH:hex(sha256(body)):TIMESTAMP`.
 *
 * Nothing is normalised. The standard speaks of the hash of the minified body: send the body minified, as `JSON.stringify`
 * writes it, and sign what you send.
 *
 * @example
 * const body = JSON.stringify({ originalPartnerReferenceNo: 'ref-0001' })
 * const timestamp = formatJakartaTime(Date.now())
 * const text = requestStringToSign({ method: 'POST', path: '/v1.0/debit/cancel.htm', body, timestamp })
 * const headers = { 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': await signer.sign(text) }
 */
export function requestStringToSign({ method, path, body, timestamp }: RequestParts): string {
  return `${method}:${path}:${sha256Hex(body)}:${timestamp}`
}
