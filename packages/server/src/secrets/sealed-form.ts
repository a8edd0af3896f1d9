import { deriveKey } from './derive-key.js'

/** First byte of everything that is sealed today: version, name of the master key, nonce, tag, ciphertext. */
export const SEAL_VERSION = 2
/** Sealed before: version, nonce, tag, ciphertext, bound to no row. Opened still, and made anew by `resealSecrets`. */
export const FIRST_SEAL_VERSION = 1

export const KEY_NAME_BYTES = 4
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** The row that a sealed secret belongs to. Put into another row it does not open. */
export type SecretOwner = { table: 'api_keys' | 'webhook_endpoints'; merchantId: string; id: string }

/** Says which master key sealed a secret, and nothing about that key. */
export function nameMasterKey(masterKey: Buffer): Buffer {
  return deriveKey(masterKey, 'name').subarray(0, KEY_NAME_BYTES)
}

/** What every secret that this key seals today begins with. */
export function sealedPrefix(masterKey: Buffer): Buffer {
  return Buffer.concat([Buffer.of(SEAL_VERSION), nameMasterKey(masterKey)])
}

/** What is authenticated with the secret without being stored: where it belongs. */
export function bindTo(prefix: Buffer, { table, merchantId, id }: SecretOwner): Buffer {
  return Buffer.concat([prefix, Buffer.from(JSON.stringify([table, merchantId, id]), 'utf8')])
}
