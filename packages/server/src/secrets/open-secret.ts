import { createDecipheriv } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { type MasterKey, masterKeysOf } from './master-key.js'
import {
  bindTo,
  FIRST_SEAL_VERSION,
  KEY_NAME_BYTES,
  NONCE_BYTES,
  nameMasterKey,
  SEAL_VERSION,
  type SecretOwner,
  TAG_BYTES
} from './sealed-form.js'

/**
 * Reads what `sealSecret` wrote, with whichever of the master keys sealed it.
 *
 * @param owner the row in which it was found
 * @throws Error when it was sealed with another master key or for another row, or a single bit of it has changed. The
 * error says nothing of the content.
 */
export function openSecret(masterKey: MasterKey, sealed: Buffer, owner: SecretOwner): string {
  const keys = masterKeysOf(masterKey)
  if (sealed[0] === SEAL_VERSION) return openBound(keys, sealed, owner)
  if (sealed[0] === FIRST_SEAL_VERSION) return openUnbound(keys, sealed)
  throw new Error('this is no secret that this version can open')
}

function openBound(keys: readonly Buffer[], sealed: Buffer, owner: SecretOwner): string {
  const prefix = sealed.subarray(0, 1 + KEY_NAME_BYTES)
  const key = keys.find((one) => nameMasterKey(one).equals(prefix.subarray(1)))
  const plain = key && decrypt(key, sealed.subarray(prefix.length), bindTo(prefix, owner))
  return plain ?? refuse()
}

function openUnbound(keys: readonly Buffer[], sealed: Buffer): string {
  for (const key of keys) {
    const plain = decrypt(key, sealed.subarray(1), sealed.subarray(0, 1))
    if (plain !== undefined) return plain
  }
  return refuse()
}

/** Undefined when key, place or content are not those of the sealing. */
function decrypt(key: Buffer, parts: Buffer, authenticated: Buffer): string | undefined {
  const ciphertextStart = NONCE_BYTES + TAG_BYTES
  if (parts.length < ciphertextStart) return undefined
  const nonce = parts.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, 'seal'), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(authenticated)
  decipher.setAuthTag(parts.subarray(NONCE_BYTES, ciphertextStart))
  try {
    return Buffer.concat([decipher.update(parts.subarray(ciphertextStart)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function refuse(): never {
  throw new Error(
    'a stored secret cannot be opened: it was sealed with another ARUS_MASTER_KEY or for another row, or it was changed'
  )
}
