import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidArgumentError } from '../errors.js'
import { equalsInConstantTime } from './equals-in-constant-time.js'
import { normaliseAmount } from './normalise-amount.js'
import { signAccountValidation } from './sign-account-validation.js'
import { signDisbursement } from './sign-disbursement.js'

describe('the signature of a batch', () => {
  it('is that of a known example from another implementation', () => {
    expect(signDisbursement({ id: 'dis_abc123', amount: '50000.00', apiKey: 'dp_test_demo' })).toBe(
      '936658ef04244256212e98d13c1059dc606f777fcbfac7fdbdb7bb65f86bd196'
    )
  })

  it('is that of the recorded examples', () => {
    expect(signDisbursement({ id: 'dis_4hjykf9KK99186', amount: '300000.00', apiKey: 'dp_test_local' })).toBe(
      '9be8de0d607bed30552c1a0c91f19f6292e9ec3b3fa8c5763374c99722fe50e6'
    )
    expect(signDisbursement({ id: 'dis_xHbeiO162C6172', amount: '210000.00', apiKey: 'dp_test_local' })).toBe(
      '7706c9401307c2c0452b9bbaa5879619546202e64a17be9df5b8d815896428a0'
    )
  })

  it('is what the code in the guide makes', () => {
    const hmac = createHmac('sha256', 'your_api_key')
    const data = hmac.update('disbursement_id|15000.00')
    expect(signDisbursement({ id: 'disbursement_id', amount: '15000.00', apiKey: 'your_api_key' })).toBe(data.digest('hex'))
  })

  it('is the same however many decimals the amount has', () => {
    const sign = (amount: string) => signDisbursement({ id: 'dis_abc123', amount, apiKey: 'dp_test_demo' })
    expect(new Set(['50000', '50000.0', '50000.00'].map(sign)).size).toBe(1)
  })

  it('is not made of parts that could be read in two ways', () => {
    const parts = { id: 'dis_abc123', amount: '50000.00', apiKey: 'dp_test_demo' }
    const wrong = [
      { id: 'dis|abc' },
      { id: '' },
      { amount: '1e5' },
      { amount: '50,000' },
      { apiKey: '' },
      { amount: 50000 as unknown as string }
    ]
    for (const change of wrong) expect(() => signDisbursement({ ...parts, ...change })).toThrow(InvalidArgumentError)
  })
})

describe('the signature of an account validation', () => {
  it('is that of the recorded example', () => {
    expect(signAccountValidation({ accountNumber: '8888105', bankCode: 'bca', status: 'valid', apiKey: 'dp_test_local' })).toBe(
      '30f38a215c6d1ee4cba39f4b04c9a13e265c98b7668a107588dd19696f71b540'
    )
  })

  it('is not made of parts that could be read in two ways', () => {
    const parts = { accountNumber: '8888105', bankCode: 'bca', status: 'valid', apiKey: 'dp_test_local' }
    for (const change of [{ accountNumber: '1|2' }, { bankCode: '' }, { status: 'a|b' }, { apiKey: '' }]) {
      expect(() => signAccountValidation({ ...parts, ...change })).toThrow(InvalidArgumentError)
    }
  })
})

describe('amounts for signing', () => {
  it('have two decimals whatever they came with, and the same value', () => {
    const rupiah = fc.bigInt({ min: 0n, max: 999_999_999_999_999n })
    fc.assert(
      fc.property(rupiah, fc.nat(99), (whole, cents) => {
        const decimals = String(cents).padStart(2, '0')
        expect(normaliseAmount(`${whole}.${decimals}`)).toBe(`${whole}.${decimals}`)
        if (decimals.endsWith('0')) expect(normaliseAmount(`${whole}.${decimals[0]}`)).toBe(`${whole}.${decimals}`)
        if (cents === 0) expect(normaliseAmount(`${whole}`)).toBe(`${whole}.00`)
      })
    )
  })

  it('are texts of rupiah and nothing else', () => {
    for (const amount of [
      '',
      '-1',
      '+1',
      '1.',
      '.5',
      '1.234',
      '1e5',
      '10,000',
      '01',
      ' 1',
      '1 ',
      '1\n',
      '٣',
      '1'.repeat(16),
      10000,
      null,
      undefined
    ]) {
      expect(normaliseAmount(amount)).toBeUndefined()
    }
  })

  it('are never two for one text, nor one for two values', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.nat(99))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
    fc.assert(fc.property(amount, amount, (one, other) => (normaliseAmount(one) === normaliseAmount(other)) === (one === other)))
  })
})

describe('the comparison of signatures', () => {
  it('says what === says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (one, other) => equalsInConstantTime(one, other) === (one === other) && equalsInConstantTime(one, one)
      )
    )
  })
})
