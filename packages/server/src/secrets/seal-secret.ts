import { createCipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { type MasterKey, masterKeysOf } from './master-key.js'
import { bindTo, NONCE_BYTES, type SecretOwner, sealedPrefix, TAG_BYTES } from './sealed-form.js'

/**
 * Encrypts a secret that must be read again (API keys sign webhooks, endpoint secrets too) with AES-256-GCM and a random
 * nonce: the same secret sealed twice gives different bytes. It opens only as the secret of the row that it is sealed for.
 *
 * @returns for a `bytea` column
 *
 * @example
 * const owner = { table: 'webhook_endpoints', merchantId, id }
 * openSecret(masterKey, sealSecret(masterKey, 'whsec_…', owner), owner) // 'whsec_…'
 */
export function sealSecret(masterKey: MasterKey, plain: string, owner: SecretOwner): Buffer {
  const [sealingKey] = masterKeysOf(masterKey)
  const prefix = sealedPrefix(sealingKey)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(sealingKey, 'seal'), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(bindTo(prefix, owner))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), ciphertext])
}
