import { constants, createHash, createPrivateKey, createPublicKey, createSign, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyErrorOf } from '../testing/key-error-of.js'
import { KEYS } from '../testing/keys.js'
import { RECORDED_SIGNATURES } from '../testing/recorded-signatures.js'
import { padDigest, raise } from '../testing/sign-by-arithmetic.js'
import { createVerifier } from './create-verifier.js'

const privateKey = createPrivateKey({ key: KEYS.merchant, format: 'jwk' })
const verifier = createVerifier(createPublicKey(privateKey))
const text = '2025010112345678901234|2026-01-15T10:04:05+07:00'
const signature = createSign('RSA-SHA256').update(text).sign(privateKey, 'base64')

describe('a verifier', () => {
  it.each(RECORDED_SIGNATURES.map((recorded) => [recorded.id, recorded] as const))(
    'knows the signatures of dana-node: %s',
    (_id, recorded) => {
      expect(verifier.verify(recorded.stringToSign, recorded.signature)).toBe(true)
      expect(verifier.verify(Buffer.from(recorded.stringToSign), recorded.signature)).toBe(true)
      expect(verifier.verify(`${recorded.stringToSign} `, recorded.signature)).toBe(false)
    }
  )

  it('knows the signatures of bare node:crypto, of every text and of every bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()), (signed) => {
        const bytes = typeof signed === 'string' ? Buffer.from(signed) : signed
        expect(verifier.verify(signed, sign('sha256', bytes, privateKey).toString('base64'))).toBe(true)
        expect(verifier.verify(signed, signature)).toBe(false)
      }),
      { numRuns: 40 }
    )
  })

  it('knows no signature of another key', () => {
    const other = createVerifier(createPublicKey({ key: KEYS.other, format: 'jwk' }))
    expect(verifier.verify(text, signature)).toBe(true)
    expect(other.verify(text, signature)).toBe(false)
  })

  it('is not made of another key', () => {
    expect(keyErrorOf(() => createVerifier(privateKey)).code).toBe('wrong_kind')
    expect(keyErrorOf(() => createVerifier(generateKeyPairSync('ed25519').publicKey)).code).toBe('not_rsa')
  })

  it('takes half a surrogate pair for no text, whatever encoders make of it', () => {
    for (const half of ['a\ud800', '\udc00b', '\ude00\ud83d']) {
      const replaced = sign('sha256', Buffer.from(half), privateKey).toString('base64')
      expect(verifier.verify(half, replaced)).toBe(false)
      expect(verifier.verify(half.replace(/[\ud800-\udfff]/g, '\ufffd'), replaced)).toBe(true)
    }
  })

  it('throws for nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true }), fc.anything(), (anyText, anySignature) => {
        expect(verifier.verify(anyText as string, anySignature as string)).toBe(false)
        expect(verifier.verify(anyText as string, signature)).toBe(false)
        expect(verifier.verify(text, anySignature as string)).toBe(false)
      })
    )
  })
})

describe('a signature', () => {
  it('has one spelling', () => {
    const body = signature.replace(/==$/, '')
    const lastOf = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const sameBits = [...lastOf].map((last) => `${body.slice(0, -1)}${last}==`).filter((spelling) => spelling !== signature)
    const spellings = [
      body,
      `${body}=`,
      `${signature}=`,
      ` ${signature}`,
      `${signature}\n`,
      `${signature.slice(0, 76)}\r\n${signature.slice(76)}`,
      `${signature.slice(0, 9)}*${signature.slice(9)}`,
      signature.replaceAll('+', '-').replaceAll('/', '_'),
      encodeURIComponent(signature),
      `${signature}AAAA`,
      `${signature.slice(0, 100)}=${signature.slice(100)}`,
      ...sameBits
    ].filter((spelling) => spelling !== signature)
    expect(sameBits.some((spelling) => Buffer.from(spelling, 'base64').equals(Buffer.from(signature, 'base64')))).toBe(true)
    for (const spelling of spellings) expect(verifier.verify(text, spelling), spelling).toBe(false)
    expect(verifier.verify(text, signature)).toBe(true)
  })

  it('is refused when any bit of it is changed', () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(7), (position, bit) => {
        const changed = Buffer.from(signature, 'base64')
        changed[position]! ^= 1 << bit
        expect(verifier.verify(text, changed.toString('base64'))).toBe(false)
      })
    )
  })

  it('is refused when it is cut, stretched or nothing', () => {
    const bytes = Buffer.from(signature, 'base64')
    for (const other of [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.alloc(0),
      Buffer.alloc(256),
      Buffer.concat([Buffer.alloc(1), bytes])
    ]) {
      expect(verifier.verify(text, other.toString('base64'))).toBe(false)
    }
  })

  it('is refused when it is of another algorithm of the same key', () => {
    const { RSA_PKCS1_PSS_PADDING: padding } = constants
    for (const algorithm of ['sha1', 'sha512', 'md5']) {
      expect(verifier.verify(text, sign(algorithm, Buffer.from(text), privateKey).toString('base64'))).toBe(false)
    }
    const pss = sign('sha256', Buffer.from(text), { key: privateKey, padding })
    expect(verifier.verify(text, pss.toString('base64'))).toBe(false)
  })

  it('is refused when its padding is other than that of RFC 8017', () => {
    const digest = createHash('sha256').update(text).digest()
    const right = padDigest(digest)
    const info = right.subarray(-51)
    const signed = (block: Buffer) => verifier.verify(text, raise(block, KEYS.merchant).toString('base64'))
    // Room for bytes of one's choice after the digest is what forged signatures were made with.
    const shortPadding = Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(8, 0xff), Buffer.from([0]), info, Buffer.alloc(194)])
    const encryptionPadding = Buffer.from(right).fill(2, 1, 2)
    const withoutParameters = Buffer.concat([Buffer.from('302f300b0609608648016503040201', 'hex'), Buffer.from([4, 32]), digest])
    const otherInfo = Buffer.concat([
      Buffer.from([0, 1]),
      Buffer.alloc(256 - 3 - withoutParameters.length, 0xff),
      Buffer.from([0]),
      withoutParameters
    ])
    expect(signed(right)).toBe(true)
    expect([shortPadding, encryptionPadding, otherInfo].map((block) => block.length)).toEqual([256, 256, 256])
    expect([shortPadding, encryptionPadding, otherInfo].map(signed)).toEqual([false, false, false])
  })
})
