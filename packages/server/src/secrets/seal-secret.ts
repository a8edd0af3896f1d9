import { createCipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from './derive-key.js'

/** First byte of everything sealed, so that another way of sealing can live beside this one. */
export const SEAL_VERSION = 1
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/**
 * Encrypts a secret that must be read again (API keys sign webhooks, endpoint secrets too) with AES-256-GCM and a random
 * nonce: the same secret sealed twice gives different bytes.
 *
 * @param masterKey 32 bytes
 * @returns version byte, nonce, tag and ciphertext, for a `bytea` column
 *
 * @example
 * openSecret(masterKey, sealSecret(masterKey, 'whsec_…')) // 'whsec_…'
 */
export function sealSecret(masterKey: Buffer, plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(masterKey, 'seal'), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.of(SEAL_VERSION))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(SEAL_VERSION), nonce, cipher.getAuthTag(), ciphertext])
}
