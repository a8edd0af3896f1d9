import { createHmac } from 'node:crypto'
import { deriveKey } from './derive-key.js'
import { type MasterKey, masterKeysOf } from './master-key.js'

/**
 * The keyed hash (HMAC-SHA256) by which an API key is stored and found. Who reads the table without the master key can
 * neither compute it for a key nor try keys against it.
 */
export function hashKey(masterKey: MasterKey, secretKey: string): Buffer {
  return hashWith(masterKeysOf(masterKey)[0], secretKey)
}

/** Every hash under which a key may be stored: one, or two while the master key changes. That of `hashKey` first. */
export function hashesOfKey(masterKey: MasterKey, secretKey: string): [Buffer, ...Buffer[]] {
  const [sealing, ...others] = masterKeysOf(masterKey)
  return [hashWith(sealing, secretKey), ...others.map((key) => hashWith(key, secretKey))]
}

function hashWith(key: Buffer, secretKey: string): Buffer {
  return createHmac('sha256', deriveKey(key, 'lookup')).update(secretKey, 'utf8').digest()
}
