import { createHash, createPrivateKey, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyErrorOf } from '../testing/key-error-of.js'
import { KEYS } from '../testing/keys.js'
import { RECORDED_SIGNATURES } from '../testing/recorded-signatures.js'
import { signByArithmetic } from '../testing/sign-by-arithmetic.js'
import { createSigner } from './create-signer.js'

const key = createPrivateKey({ key: KEYS.merchant, format: 'jwk' })
const signer = createSigner(key)

describe('a signer', () => {
  it.each(RECORDED_SIGNATURES.map((recorded) => [recorded.id, recorded] as const))(
    'signs as dana-node does: %s',
    async (_id, { stringToSign, signature }) => {
      expect(await signer.sign(stringToSign)).toBe(signature)
      expect(signer.signSync(stringToSign)).toBe(signature)
      expect(await signer.sign(Buffer.from(stringToSign))).toBe(signature)
      expect(signer.signSync(new TextEncoder().encode(stringToSign))).toBe(signature)
    }
  )

  it('makes the signature that RFC 8017 works out', async () => {
    for (const text of ['', 'abc', 'Kopi “Tubruk” é 😀', 'x'.repeat(100_000)]) {
      const digest = createHash('sha256').update(text).digest()
      const expected = signByArithmetic(digest, KEYS.merchant).toString('base64')
      expect(await signer.sign(text)).toBe(expected)
      expect(signer.signSync(text)).toBe(expected)
    }
  })

  it('is verified by bare node:crypto, for every text', async () => {
    const publicKey = createPublicKey(key)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const signature = await signer.sign(text)
        expect(signer.signSync(text)).toBe(signature)
        expect(createVerify('RSA-SHA256').update(text).verify(publicKey, signature, 'base64')).toBe(true)
      }),
      { numRuns: 30 }
    )
  })

  it('signs many texts at once', async () => {
    const texts = [...Array(20).keys()].map(String)
    expect(await Promise.all(texts.map((text) => signer.sign(text)))).toEqual(texts.map((text) => signer.signSync(text)))
  })

  it('is not made of another key', () => {
    expect(keyErrorOf(() => createSigner(createPublicKey(key))).code).toBe('wrong_kind')
    expect(keyErrorOf(() => createSigner(generateKeyPairSync('ed25519').privateKey)).code).toBe('not_rsa')
  })

  it('fails as node:crypto does with what is no text', async () => {
    await expect(signer.sign(undefined as never)).rejects.toThrow(TypeError)
    expect(() => signer.signSync(undefined as never)).toThrow(TypeError)
  })
})
