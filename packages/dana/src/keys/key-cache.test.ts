import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { KeyError } from '@arus/snap-bi'
import { expect, it } from 'vitest'
import { privatePem, publicPem } from '../testing/recorded-keys.js'
import * as keyCache from './key-cache.js'

const { signerOf, verifierOf } = keyCache

it('parses a text once', () => {
  const signer = signerOf(privatePem('merchant'))
  expect(signerOf(privatePem('merchant'))).toBe(signer)
  const verifier = verifierOf(publicPem('merchant'))
  expect(verifierOf(publicPem('merchant'))).toBe(verifier)
  expect(verifier.verify('text', signer.signSync('text'))).toBe(true)
})

it('takes no text for another kind of key because it was seen as one', () => {
  signerOf(privatePem('other'))
  expect(() => verifierOf(privatePem('other'))).toThrow(KeyError)
  verifierOf(publicPem('other'))
  expect(() => signerOf(publicPem('other'))).toThrow(KeyError)
  expect(() => signerOf('')).toThrow(KeyError)
})

it('mixes up no two keys that are no texts', () => {
  const jwk = (name: 'merchant' | 'other', pem: typeof privatePem) =>
    (pem === privatePem ? createPrivateKey(pem(name)) : createPublicKey(pem(name))).export({ format: 'jwk' }) as unknown as string
  const signature = signerOf(jwk('merchant', privatePem)).signSync('text')
  expect(signerOf(jwk('other', privatePem)).signSync('text')).not.toBe(signature)
  expect(verifierOf(jwk('merchant', publicPem)).verify('text', signature)).toBe(true)
  expect(verifierOf(jwk('other', publicPem)).verify('text', signature)).toBe(false)
  for (const key of [undefined, null, 5, Symbol('key')] as unknown as string[]) {
    expect(() => signerOf(key)).toThrow(KeyError)
    expect(() => verifierOf(key)).toThrow(KeyError)
  }
})

it('keeps the keys that are used, and forgets those that were used longest ago', () => {
  const text = publicPem('gateway')
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const others = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const [used, unused] = [verifierOf(text), verifierOf(others)]
  // Spelled differently, these are other texts of one key.
  for (let spaces = 1; spaces <= 40; spaces++) {
    verifierOf(' '.repeat(spaces) + text)
    expect(verifierOf(text)).toBe(used)
  }
  expect(verifierOf(others)).not.toBe(unused)
})

it('shows nothing of what it holds', () => {
  expect(Object.keys(keyCache)).toEqual(['signerOf', 'verifierOf'])
  for (const object of [signerOf, verifierOf, signerOf(privatePem('merchant'))]) {
    expect(JSON.stringify(object) ?? '').not.toContain('PRIVATE')
    expect(Object.values(object).every((value) => typeof value === 'function')).toBe(true)
  }
})
