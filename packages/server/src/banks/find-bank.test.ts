import { describe, expect, it } from 'vitest'
import { BANKS } from './bank-list.js'
import { findBank, findBankById } from './find-bank.js'

describe('findBank', () => {
  it('finds every bank by its code, in any case, and by its id', () => {
    for (const bank of BANKS) {
      expect(findBank(bank.code)).toBe(bank)
      expect(findBank(bank.code.toUpperCase())).toBe(bank)
      expect(findBankById(bank.id)).toBe(bank)
    }
  })

  it('finds nothing under a code or id that no bank has', () => {
    expect(findBank('bcaa')).toBeUndefined()
    expect(findBank('')).toBeUndefined()
    expect(findBank('constructor')).toBeUndefined()
    expect(findBankById(11)).toBeUndefined()
    expect(findBankById(15.5)).toBeUndefined()
  })
})

describe('the list of banks', () => {
  it('has 94 destinations, six of them e-wallets', () => {
    expect(BANKS).toHaveLength(94)
    expect(BANKS.filter((bank) => bank.kind === 'ewallet').map((bank) => bank.code)).toEqual([
      'doku',
      'gopay',
      'ovo',
      'dana',
      'shopeepay',
      'linkaja'
    ])
  })

  it('keeps the ids that clients know from the public listing', () => {
    expect(findBank('mandiri')?.id).toBe(12)
    expect(findBank('bca')).toEqual({ id: 15, code: 'bca', name: 'Bank Central Asia', kind: 'bank', atmCode: '014' })
    expect(findBank('dana')?.id).toBe(103)
  })
})
