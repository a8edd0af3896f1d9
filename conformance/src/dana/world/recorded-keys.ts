import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { readJson } from '../recorded/read-vectors.js'

const keys = readJson<Record<'merchant' | 'gateway' | 'other', JsonWebKey>>('keys')

/** `merchant` signs requests, `gateway` notifications, `other` is the wrong one. */
export type KeyName = keyof typeof keys

export function privateKeyObject(name: KeyName): KeyObject {
  return createPrivateKey({ key: keys[name], format: 'jwk' })
}

export function publicKeyObject(name: KeyName): KeyObject {
  return createPublicKey({ key: keys[name], format: 'jwk' })
}

/** PKCS#8 PEM, which is what the vectors mean where they say no more. */
export function privatePem(name: KeyName): string {
  return privateKeyObject(name).export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** SPKI PEM. */
export function publicPem(name: KeyName): string {
  return publicKeyObject(name).export({ type: 'spki', format: 'pem' }).toString()
}

/** The merchant's private key in the forms that the vectors name. */
export const PRIVATE_KEY_FORMS: Record<string, string> = {
  '': '',
  'pkcs8-pem': privatePem('merchant'),
  'pkcs8-bare-base64': toBareBase64(privatePem('merchant')),
  'pkcs8-crlf': privatePem('merchant').replaceAll('\n', '\r\n'),
  'pkcs1-bare-base64': privateKeyObject('merchant').export({ type: 'pkcs1', format: 'der' }).toString('base64'),
  'pkcs8-single-line-with-markers': privatePem('merchant').replaceAll('\n', '')
}

/** DANA's public key in the forms that the vectors name. */
export const PUBLIC_KEY_FORMS: Record<string, string> = {
  'gateway public SPKI PEM': publicPem('gateway'),
  'gateway public SPKI bare base64': toBareBase64(publicPem('gateway')),
  'gateway public SPKI with \\n escapes': publicPem('gateway').replaceAll('\n', '\\n'),
  'BEGIN marker only': publicPem('gateway').replace(/-----END[^\n]*/, '')
}

/** What the vectors write where the key was. */
export const MERCHANT_KEY_PLACEHOLDER = '<dana-key-merchant-private-pkcs8.pem>'

/** Puts the key in where a vector has its placeholder. */
export function withMerchantKey<Values extends Record<string, string>>(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value === MERCHANT_KEY_PLACEHOLDER ? privatePem('merchant') : value
  ])
  return Object.fromEntries(entries)
}

function toBareBase64(pem: string): string {
  return pem.replace(/-----[^-]+-----|\n/g, '')
}
