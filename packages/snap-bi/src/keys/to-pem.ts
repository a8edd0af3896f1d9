import type { Buffer } from 'node:buffer'

/** PEM as OpenSSL reads it: lines of 64 characters, and headers, where it has any, before an empty line. */
export function toPem(label: string, bytes: Buffer, headers = ''): string {
  const lines = bytes.toString('base64').replace(/.{64}(?!$)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${headers}${lines}\n-----END ${label}-----\n`
}
