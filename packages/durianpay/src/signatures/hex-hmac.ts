import { createHmac } from 'node:crypto'

/** HMAC-SHA256 in lower-case hexadecimal: the only place of this package that makes the protocol's signatures. */
export function hexHmac(key: string, message: string): string {
  return createHmac('sha256', key).update(message, 'utf8').digest('hex')
}
