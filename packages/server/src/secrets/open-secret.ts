import { createDecipheriv } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { NONCE_BYTES, SEAL_VERSION, TAG_BYTES } from './seal-secret.js'

/**
 * Reads what `sealSecret` wrote.
 *
 * @throws Error when it was sealed with another master key, or a single bit of it has changed. The error says nothing of
 * the content.
 */
export function openSecret(masterKey: Buffer, sealed: Buffer): string {
  const ciphertextStart = 1 + NONCE_BYTES + TAG_BYTES
  if (sealed.length < ciphertextStart || sealed[0] !== SEAL_VERSION)
    throw new Error('this is no secret that this version can open')
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(masterKey, 'seal'), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.of(SEAL_VERSION))
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, ciphertextStart))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ciphertextStart)), decipher.final()]).toString('utf8')
  } catch {
    throw new Error('a stored secret cannot be opened: it was sealed with another ARUS_MASTER_KEY, or it was changed')
  }
}
