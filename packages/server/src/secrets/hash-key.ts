import { createHmac } from 'node:crypto'
import { deriveKey } from './derive-key.js'

/**
 * The keyed hash (HMAC-SHA256) by which an API key is found. Who reads the table without the master key can neither
 * compute it for a key nor try keys against it.
 */
export function hashKey(masterKey: Buffer, secretKey: string): Buffer {
  return createHmac('sha256', deriveKey(masterKey, 'lookup')).update(secretKey, 'utf8').digest()
}
