import { hkdfSync } from 'node:crypto'

/** The master key has exactly this many bytes. */
export const MASTER_KEY_BYTES = 32

/**
 * What a key made from the master key is for. Each use has a key of its own, so that what one of them gives away says
 * nothing about the others. `name` tells master keys apart, and is no secret.
 */
export type KeyUse = 'seal' | 'lookup' | 'name'

/**
 * Makes the key of one use from the master key (HKDF-SHA256, 32 bytes). The same master key gives the same keys, today
 * and after a restart.
 *
 * @throws Error when the master key has not exactly 32 bytes.
 */
export function deriveKey(masterKey: Buffer, use: KeyUse): Buffer {
  if (masterKey.length !== MASTER_KEY_BYTES)
    throw new Error(`a master key has ${MASTER_KEY_BYTES} bytes, this one has ${masterKey.length}`)
  return Buffer.from(hkdfSync('sha256', masterKey, '', `arus ${use} v1`, 32))
}
