import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKey } from './derive-key.js'
import { hashKey } from './hash-key.js'
import { openSecret } from './open-secret.js'
import { sealSecret } from './seal-secret.js'

const masterKey = randomBytes(32)

describe('sealed secrets', () => {
  it('open to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(openSecret(masterKey, sealSecret(masterKey, plain))).toBe(plain)
      })
    )
  })

  it('never look the same twice, and do not hold the text', () => {
    const [first, second] = [sealSecret(masterKey, 'whsec_secret'), sealSecret(masterKey, 'whsec_secret')]
    expect(first.equals(second)).toBe(false)
    expect(first.includes('whsec_secret')).toBe(false)
  })

  it('do not open with another master key', () => {
    expect(() => openSecret(randomBytes(32), sealSecret(masterKey, 'x'))).toThrow(/another ARUS_MASTER_KEY/)
  })

  it('do not open when any one bit has changed', () => {
    const sealed = sealSecret(masterKey, 'dp_test_abc')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => openSecret(masterKey, changed)).toThrow()
    }
    expect(() => openSecret(masterKey, sealed.subarray(0, 20))).toThrow()
  })
})

describe('keys made from the master key', () => {
  it('differ by their use, and do not change', () => {
    expect(deriveKey(masterKey, 'seal').equals(deriveKey(masterKey, 'lookup'))).toBe(false)
    expect(deriveKey(Buffer.from(masterKey), 'seal').equals(deriveKey(masterKey, 'seal'))).toBe(true)
    expect(hashKey(masterKey, 'dp_test_a').equals(hashKey(Buffer.from(masterKey), 'dp_test_a'))).toBe(true)
    expect(hashKey(masterKey, 'dp_test_a').equals(hashKey(randomBytes(32), 'dp_test_a'))).toBe(false)
  })

  it('refuse a master key of another length', () => {
    expect(() => deriveKey(randomBytes(31), 'seal')).toThrow('32 bytes')
  })
})
