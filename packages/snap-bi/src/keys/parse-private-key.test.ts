import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CERTIFICATE } from '../testing/certificate.js'
import { keyErrorOf } from '../testing/key-error-of.js'
import { KEYS } from '../testing/keys.js'
import { writtenForms } from '../testing/written-forms.js'
import type { KeyInput } from './key-input.js'
import { parsePrivateKey } from './parse-private-key.js'

const key = createPrivateKey({ key: KEYS.merchant, format: 'jwk' })
const pkcs8 = key.export({ type: 'pkcs8', format: 'pem' }) as string
const pkcs1 = key.export({ type: 'pkcs1', format: 'pem' }) as string
const passphrase = 'correct horse'
const encryption = { cipher: 'aes-256-cbc', passphrase }
const encryptedPkcs8 = key.export({ type: 'pkcs8', format: 'pem', ...encryption }) as string
const encryptedPkcs1 = key.export({ type: 'pkcs1', format: 'pem', ...encryption }) as string
const { kty, n, e } = KEYS.merchant
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 })

const parse = (given: unknown, options = {}) => parsePrivateKey(given as KeyInput, options)
const errorOf = (given: unknown, options = {}) => keyErrorOf(() => parse(given, options))
const isTheKey = (parsed: KeyObject) => parsed.equals(key)

/** The private half of a pair as PEM, in the encodings that a kind of key has. */
const pemOf = (pair: { privateKey: KeyObject }, type: 'pkcs8' | 'sec1') =>
  pair.privateKey.export({ type, format: 'pem' }) as string

describe('a private key', () => {
  it.each(Object.entries(writtenForms(pkcs8)))('is read from PKCS#8 %s', (_name, given) => {
    expect(isTheKey(parse(given))).toBe(true)
  })

  it.each(Object.entries(writtenForms(pkcs1)))('is read from PKCS#1 %s', (_name, given) => {
    expect(isTheKey(parse(given))).toBe(true)
  })

  it('is read by what it is, not by what its markers say', () => {
    expect(isTheKey(parse(pkcs8.replaceAll('PRIVATE', 'RSA PRIVATE')))).toBe(true)
    expect(isTheKey(parse(pkcs1.replaceAll('RSA ', '')))).toBe(true)
  })

  it('is read from a JWK, and taken as a KeyObject', () => {
    expect(isTheKey(parse(KEYS.merchant))).toBe(true)
    expect(parse(key)).toBe(key)
  })

  it('is read from a part of a larger buffer', () => {
    const der = key.export({ type: 'pkcs8', format: 'der' })
    const larger = Buffer.concat([Buffer.from('before'), der, Buffer.from('after')])
    expect(isTheKey(parse(new Uint8Array(larger.buffer, larger.byteOffset + 6, der.length)))).toBe(true)
  })

  it('needs no passphrase when it is not encrypted, and takes no notice of one', () => {
    expect(isTheKey(parse(pkcs8, { passphrase: 'of no use' }))).toBe(true)
  })
})

describe.each([
  ['PKCS#8', encryptedPkcs8, writtenForms(encryptedPkcs8)],
  // Encrypted in this way, a key is more than its base64.
  [
    'PKCS#1',
    encryptedPkcs1,
    Object.fromEntries(
      Object.entries(writtenForms(encryptedPkcs1)).filter(([name]) => !/base64|DER|one line|lines of their own/.test(name))
    )
  ]
])('an encrypted %s key', (_type, pem, forms) => {
  it.each(Object.entries(forms))('is opened with its passphrase %s', (_name, given) => {
    expect(isTheKey(parse(given, { passphrase }))).toBe(true)
  })

  it('asks for its passphrase', () => {
    expect(errorOf(pem)).toMatchObject({ code: 'passphrase_needed' })
    expect(errorOf(pem, { passphrase: undefined })).toMatchObject({ code: 'passphrase_needed' })
  })

  it('says that the passphrase is wrong', () => {
    for (const wrong of ['', 'wrong', `${passphrase} `]) {
      expect(errorOf(pem, { passphrase: wrong })).toMatchObject({ code: 'passphrase_wrong' })
    }
  })
})

describe('what is no private key', () => {
  it('is called empty when nothing was given', () => {
    for (const nothing of [undefined, null, '', ' \r\n\t', '""', "' '", '\\n', new Uint8Array()]) {
      expect(errorOf(nothing)).toMatchObject({ code: 'empty', message: 'PRIVATE key is required and must be a string' })
    }
  })

  it('is called no text when it is of a type that no key has', () => {
    for (const other of [0, 42, true, {}, [], [pkcs8], () => pkcs8, Symbol('key'), new Date(0)]) {
      expect(errorOf(other)).toMatchObject({ code: 'not_text', message: 'PRIVATE key is required and must be a string' })
    }
  })

  it('is called incomplete when a marker is missing, cut or another', () => {
    const [begin, ...rest] = pkcs8.trim().split('\n')
    const end = rest.pop()!
    const text = rest.join('\n')
    for (const cut of [
      `${begin}\n${text}`,
      `${text}\n${end}`,
      begin,
      end,
      `${end}\n${text}\n${begin}`,
      `${begin!.slice(1)}\n${text}\n${end}`,
      `${begin}\n${text}\n${end.slice(0, -1)}`,
      `${begin}\n${text}\n-----END RSA PRIVATE KEY-----`
    ]) {
      expect(errorOf(cut)).toMatchObject({
        code: 'incomplete_pem',
        message: 'Invalid key format: incomplete PEM markers or unrecognised structure.'
      })
    }
  })

  it('is called no base64 when it is other text, a path for one', () => {
    for (const text of ['./keys/private.pem', 'my secret!', '{"kty":"RSA"}', pkcs8.replace('M', '*'), 'MIIE=vQ', '====']) {
      expect(errorOf(text)).toMatchObject({ code: 'unsupported', message: 'Invalid private key format: not valid base64' })
    }
  })

  it('is unsupported when its bytes are no key, and hears which forms work', () => {
    const der = key.export({ type: 'pkcs8', format: 'der' })
    const cut = der.subarray(0, 900)
    const openSsh = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END OPENSSH PRIVATE KEY-----'
    const incompleteJwk = { kty, n, e, d: KEYS.merchant.d }
    for (const given of ['MIIEvQ', 'QUJD', cut, Buffer.from([0x30]), Buffer.from([0x30, 0xff]), openSsh, incompleteJwk]) {
      const error = errorOf(given)
      expect(error.code).toBe('unsupported')
      expect(error.message).toMatch(/PKCS#8.*PKCS#1.*PEM.*base64.*DER.*JWK.*KeyObject/)
    }
  })

  it('is not RSA when it is of another algorithm, in any encoding', () => {
    for (const given of [
      pemOf(ec, 'pkcs8'),
      pemOf(ec, 'sec1'),
      pemOf(generateKeyPairSync('ed25519'), 'pkcs8'),
      pemOf(pss, 'pkcs8'),
      pss.privateKey,
      ec.privateKey,
      ec.privateKey.export({ format: 'jwk' })
    ]) {
      expect(errorOf(given)).toMatchObject({ code: 'not_rsa' })
    }
    const encrypted = ec.privateKey.export({ type: 'sec1', format: 'pem', ...encryption })
    expect(errorOf(encrypted, { passphrase })).toMatchObject({ code: 'not_rsa' })
  })

  it('is of the wrong kind when it is the public key', async () => {
    const { createPublicKey, createSecretKey } = await import('node:crypto')
    const publicKey = createPublicKey(key)
    const spki = publicKey.export({ type: 'spki', format: 'pem' }) as string
    const publicPkcs1 = publicKey.export({ type: 'pkcs1', format: 'pem' }) as string
    const secret = createSecretKey(Buffer.from('secret'))
    const forms = [...Object.values(writtenForms(spki)), ...Object.values(writtenForms(publicPkcs1))]
    for (const given of [...forms, CERTIFICATE, { kty, n, e }, publicKey, secret]) {
      expect(errorOf(given)).toMatchObject({ code: 'wrong_kind' })
    }
  })
})

describe('a key that is refused', () => {
  it('is shown neither by the message nor by anything else of the error', () => {
    const base64 = pkcs8.replace(/-----.*-----|\n/g, '')
    const pieces = new Set([...Array(base64.length - 8).keys()].map((start) => base64.slice(start, start + 8)))
    const given = [
      base64.slice(0, 800),
      `${base64}!`,
      `-----BEGIN PRIVATE KEY-----\n${base64}`,
      `-----BEGIN ${base64.slice(0, 30).toUpperCase()}-----`,
      { ...KEYS.merchant, p: undefined },
      { ...KEYS.merchant, n: [KEYS.merchant.n] },
      encryptedPkcs8
    ]
    for (const key of given) {
      const shown = inspect(errorOf(key), { depth: 9, showHidden: true })
      expect([...pieces].filter((piece) => shown.includes(piece))).toEqual([])
      expect(shown).not.toContain(String(KEYS.merchant.n).slice(0, 8))
    }
  })

  it('is refused with a KeyError, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withTypedArray: true }), fc.string(), fc.base64String()), (given) => {
        expect(errorOf(given).message).not.toBe('')
      })
    )
  })

  it('is refused with a KeyError when bytes of it are changed, if it is no other key', () => {
    const der = key.export({ type: 'pkcs8', format: 'der' })
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (position, byte) => {
        const changed = Buffer.from(der)
        changed[position] = byte
        try {
          expect(parse(changed).asymmetricKeyType).toBe('rsa')
        } catch (error) {
          expect(errorOf(changed)).toEqual(error)
        }
      })
    )
  })

  it('is refused at any length', () => {
    const parts = [
      'A',
      ' ',
      '\\',
      '\\n',
      '"',
      '-',
      '-----BEGIN ',
      '-----BEGIN A-----',
      '-----BEGIN A-----\n-----END ',
      '=',
      'Proc-Type: 4,ENCRYPTED ',
      '\n'
    ]
    for (const length of [65_000, 65_536, 4_000_000]) {
      for (const part of parts) {
        for (const head of ['', '"', '-----BEGIN A-----\n']) {
          const text = head + part.repeat(length / part.length)
          expect(() => parse(text)).toThrow()
          expect(() => parse(Buffer.from(text))).toThrow()
        }
      }
    }
    const long = Buffer.alloc(60_000, 0xff)
    expect(errorOf(Buffer.concat([Buffer.from([0x30, 0xff]), long]))).toMatchObject({ code: 'unsupported' })
  })
})
