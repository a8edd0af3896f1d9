import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKey } from './derive-key.js'
import { hashesOfKey, hashKey } from './hash-key.js'
import type { MasterKey } from './master-key.js'
import { openSecret as open } from './open-secret.js'
import { sealSecret as seal } from './seal-secret.js'
import type { SecretOwner } from './sealed-form.js'

const masterKey = randomBytes(32)
const owner: SecretOwner = { table: 'api_keys', merchantId: 'mer_a', id: 'key_1' }
const sealSecret = (key: MasterKey, plain: string) => seal(key, plain, owner)
const openSecret = (key: MasterKey, sealed: Buffer) => open(key, sealed, owner)

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

  it('do not open in another row, table or merchant than they were sealed for', () => {
    const sealed = sealSecret(masterKey, 'dp_test_abc')
    for (const other of [
      { ...owner, id: 'key_2' },
      { ...owner, merchantId: 'mer_b' },
      { ...owner, table: 'webhook_endpoints' as const },
      { ...owner, merchantId: 'mer_a","key_1' }
    ]) {
      expect(() => open(masterKey, sealed, other)).toThrow(/for another row/)
    }
  })

  it('open with either of two master keys, and are sealed with the first of them', () => {
    const second = randomBytes(32)
    const [bySecond, byBoth] = [sealSecret(second, 'of the second'), sealSecret([masterKey, second], 'of the first')]
    expect(openSecret([masterKey, second], bySecond)).toBe('of the second')
    expect(openSecret(masterKey, byBoth)).toBe('of the first')
    expect(() => openSecret(second, byBoth)).toThrow(/another ARUS_MASTER_KEY/)
  })

  it('that were sealed in the first form, bound to no row, still open', () => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', deriveKey(masterKey, 'seal'), nonce)
    cipher.setAAD(Buffer.of(1))
    const ciphertext = Buffer.concat([cipher.update('dp_test_old', 'utf8'), cipher.final()])
    const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), ciphertext])
    expect(openSecret(masterKey, sealed)).toBe('dp_test_old')
    expect(openSecret([randomBytes(32), masterKey], sealed)).toBe('dp_test_old')
    expect(() => openSecret(randomBytes(32), sealed)).toThrow(/another ARUS_MASTER_KEY/)
  })
})

describe('keys made from the master key', () => {
  it('differ by their use, and do not change', () => {
    expect(deriveKey(masterKey, 'seal').equals(deriveKey(masterKey, 'lookup'))).toBe(false)
    expect(deriveKey(Buffer.from(masterKey), 'seal').equals(deriveKey(masterKey, 'seal'))).toBe(true)
    expect(hashKey(masterKey, 'dp_test_a').equals(hashKey(Buffer.from(masterKey), 'dp_test_a'))).toBe(true)
    expect(hashKey(masterKey, 'dp_test_a').equals(hashKey(randomBytes(32), 'dp_test_a'))).toBe(false)
  })

  it('find an API key under the hash of either of two master keys, and store it under that of the first', () => {
    const second = randomBytes(32)
    const hashes = hashesOfKey([masterKey, second], 'dp_test_a')
    expect(hashes).toEqual([hashKey(masterKey, 'dp_test_a'), hashKey(second, 'dp_test_a')])
    expect(hashKey([masterKey, second], 'dp_test_a')).toEqual(hashes[0])
    expect(hashesOfKey(masterKey, 'dp_test_a')).toEqual([hashes[0]])
  })

  it('refuse a master key of another length', () => {
    expect(() => deriveKey(randomBytes(31), 'seal')).toThrow('32 bytes')
  })
})
