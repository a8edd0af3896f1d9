import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { readRecorded } from './recorded-vectors.js'

const keys = readRecorded<Record<'merchant' | 'gateway' | 'other', JsonWebKey>>('keys')

/** The private key in PKCS#8 PEM. `merchant` signs requests, `gateway` notifications, `other` is the wrong one. */
export function privatePem(name: keyof typeof keys): string {
  return createPrivateKey({ key: keys[name], format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The public key in SPKI PEM. */
export function publicPem(name: keyof typeof keys): string {
  return createPublicKey({ key: keys[name], format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}
