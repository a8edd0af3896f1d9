import { createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CERTIFICATE } from '../testing/certificate.js'
import { keyErrorOf } from '../testing/key-error-of.js'
import { KEYS } from '../testing/keys.js'
import { writtenForms } from '../testing/written-forms.js'
import type { KeyInput } from './key-input.js'
import { parsePublicKey } from './parse-public-key.js'

const { kty, n, e } = KEYS.gateway
const privateKey = createPrivateKey({ key: KEYS.gateway, format: 'jwk' })
const key = createPublicKey(privateKey)
const spki = key.export({ type: 'spki', format: 'pem' }) as string
const pkcs1 = key.export({ type: 'pkcs1', format: 'pem' }) as string

const parse = (given: unknown) => parsePublicKey(given as KeyInput)
const errorOf = (given: unknown) => keyErrorOf(() => parse(given))
const isTheKey = (parsed: KeyObject) => parsed.equals(key)

describe('a public key', () => {
  it.each(Object.entries(writtenForms(spki)))('is read from SPKI %s', (_name, given) => {
    expect(isTheKey(parse(given))).toBe(true)
  })

  it.each(Object.entries(writtenForms(pkcs1)))('is read from PKCS#1 %s', (_name, given) => {
    expect(isTheKey(parse(given))).toBe(true)
  })

  it.each(Object.entries(writtenForms(CERTIFICATE)))('is read from a certificate %s', (_name, given) => {
    expect(isTheKey(parse(given))).toBe(true)
  })

  it('is read from a JWK, and taken as a KeyObject', () => {
    expect(isTheKey(parse({ kty, n, e }))).toBe(true)
    expect(parse(key)).toBe(key)
  })
})

describe('what is no public key', () => {
  it('is refused with the texts of dana-node', () => {
    expect(errorOf('')).toMatchObject({ code: 'empty', message: 'PUBLIC key is required and must be a string' })
    expect(errorOf(42)).toMatchObject({ code: 'not_text', message: 'PUBLIC key is required and must be a string' })
    expect(errorOf(spki.replace(/-----END.*/, ''))).toMatchObject({
      code: 'incomplete_pem',
      message: 'Invalid key format: incomplete PEM markers or unrecognised structure.'
    })
    expect(errorOf('./public.pem')).toMatchObject({ code: 'unsupported', message: 'Invalid public key format: not valid base64' })
  })

  it('is unsupported when its bytes are no key, and hears which forms work', () => {
    const der = key.export({ type: 'spki', format: 'der' })
    for (const given of [der.subarray(0, 100), 'QUJD', { kty: 'RSA' }, { kty, n: 1, e }]) {
      const error = errorOf(given)
      expect(error.code).toBe('unsupported')
      expect(error.message).toMatch(/SPKI.*PKCS#1.*certificate.*PEM.*base64.*DER.*JWK.*KeyObject/)
    }
  })

  it('is not RSA when it is of another algorithm', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey
    for (const other of [ec, ec.export({ type: 'spki', format: 'pem' }), ec.export({ format: 'jwk' }), pss]) {
      expect(errorOf(other)).toMatchObject({ code: 'not_rsa' })
    }
  })

  it('is of the wrong kind when it is a private key, encrypted or not', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const encryption = { cipher: 'aes-128-cbc', passphrase: 'secret' }
    const pems = (['pkcs8', 'pkcs1'] as const).flatMap((type) => [
      privateKey.export({ type, format: 'pem' }) as string,
      privateKey.export({ type, format: 'pem', ...encryption }) as string
    ])
    for (const given of [
      ...Object.values(writtenForms(pems[0]!)),
      ...Object.values(writtenForms(pems[2]!)),
      ...pems,
      ec.export({ type: 'sec1', format: 'pem' }),
      KEYS.gateway,
      privateKey,
      createSecretKey(Buffer.from('secret'))
    ]) {
      expect(errorOf(given)).toMatchObject({ code: 'wrong_kind' })
    }
  })

  it('is refused with a KeyError, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withTypedArray: true }), fc.string(), fc.base64String()), (given) => {
        expect(errorOf(given).message).not.toBe('')
      })
    )
  })
})
