import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { InvalidOptionError } from '../errors/invalid-option-error.js'

/** SHA-256 of the public halves, as SubjectPublicKeyInfo, of the keys that every local sandbox of Arus starts with. */
const PUBLISHED = {
  /** The merchant's. */
  privateKey: 'fc58c93612900efeff05bac7f6b915bfcfeb425c718a31430a19d94e08e0fc12',
  /** The one that stands for DANA's. */
  publicKey: '58af6b15d05640397ba6f2a2e301971571151b485938670687b21b5dedcf3495'
}

/**
 * Refuses a key of the local sandbox in production: everybody has its private half, and could sign as the merchant or as DANA.
 *
 * @param option what the key is given as
 * @throws {InvalidOptionError} when it is that key
 */
export function refusePublishedKey(option: keyof typeof PUBLISHED, key: KeyObject): void {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const fingerprint = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  if (fingerprint !== PUBLISHED[option]) return
  throw new InvalidOptionError(option, `${option} is the local sandbox's own, which everybody has: it is refused in production`)
}
