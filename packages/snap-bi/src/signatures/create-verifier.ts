import { Buffer } from 'node:buffer'
import { type KeyObject, verify } from 'node:crypto'
import { requireRsa } from '../keys/require-rsa.js'
import { isWellFormed } from './is-well-formed.js'

/** Verifies with one public key: RSA PKCS#1 v1.5 with SHA-256. */
export type Verifier = {
  /**
   * Is this the key's signature of this text? Never throws: what can't be verified is not verified.
   *
   * The signature must be base64 as it is written: standard alphabet, padded, nothing before, after or between. So a message
   * has one signature and not many spellings of it. Text with half a surrogate pair has no UTF-8 and never verifies.
   */
  verify(text: string | Uint8Array, signatureBase64: string): boolean
}

/**
 * Makes the verifier of a public key. Make it once: it does no work for the key again.
 *
 * @throws {KeyError} `wrong_kind` or `not_rsa`
 *
 * @example
 * const verifier = createVerifier(parsePublicKey(textOfPublicKey))
 * const isTheirs = verifier.verify(applyTokenStringToSign({ clientKey, timestamp }), signature)
 */
export function createVerifier(key: KeyObject): Verifier {
  requireRsa(key, 'public')
  return {
    verify(text, signatureBase64) {
      try {
        const signature = Buffer.from(signatureBase64, 'base64')
        if (signature.toString('base64') !== signatureBase64) return false
        if (typeof text !== 'string') return verify('sha256', text, key, signature)
        return isWellFormed(text) && verify('sha256', Buffer.from(text), key, signature)
      } catch {
        return false
      }
    }
  }
}
