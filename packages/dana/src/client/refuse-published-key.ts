import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { InvalidOptionError } from '../errors/invalid-option-error.js'

/** SHA-256 of the public half, as SubjectPublicKeyInfo, of the merchant key that every local sandbox of Arus starts with. */
const PUBLISHED_MERCHANT_KEY = 'fc58c93612900efeff05bac7f6b915bfcfeb425c718a31430a19d94e08e0fc12'

/**
 * Refuses the local sandbox's own merchant key in production: everybody has it, and could sign in the merchant's name.
 *
 * @throws {InvalidOptionError} when it is that key
 */
export function refusePublishedKey(privateKey: KeyObject): void {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  if (createHash('sha256').update(publicKey).digest('hex') !== PUBLISHED_MERCHANT_KEY) return
  throw new InvalidOptionError(
    'privateKey',
    "privateKey is the local sandbox's own, which is published with it: in production, set the key that you registered with DANA"
  )
}
