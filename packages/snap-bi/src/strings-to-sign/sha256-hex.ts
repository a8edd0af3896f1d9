import * as crypto from 'node:crypto'

/**
 * The SHA-256 of bytes, or of a text's UTF-8, in hexadecimal digits.
 *
 * @param hash hashes at once, which is faster as it leaves no object behind. Not every runtime has it
 */
export function sha256Hex(data: string | Uint8Array, hash: typeof crypto.hash | null = crypto.hash): string {
  return hash ? hash('sha256', data, 'hex') : crypto.createHash('sha256').update(data).digest('hex')
}
