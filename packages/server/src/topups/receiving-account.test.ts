import { describe, expect, it } from 'vitest'
import { chooseReceivingAccount, parseReceivingAccount } from './receiving-account.js'

describe('parseReceivingAccount', () => {
  it('reads bank, number and holder', () => {
    expect(parseReceivingAccount('BCA:0071234568:PT Contoh: Jaya ')).toEqual({
      bankCode: 'bca',
      accountNumber: '0071234568',
      accountHolder: 'PT Contoh: Jaya'
    })
  })

  it.each(['bca', 'bca:0071234568', 'bca:0071234568:  ', 'bca:12-34:PT', 'bcaa:1:PT'])('refuses %s', (text) => {
    expect(parseReceivingAccount(text)).toBeInstanceOf(Error)
  })
})

describe('chooseReceivingAccount', () => {
  it('never names a live account in test mode, nor the test account in live mode', () => {
    const live = { bankCode: 'bca', accountNumber: '1', accountHolder: 'PT' }
    expect(chooseReceivingAccount(false, live).accountHolder).toBe('ARUS TEST')
    expect(chooseReceivingAccount(true, live)).toBe(live)
    expect(() => chooseReceivingAccount(true, undefined)).toThrowError(expect.objectContaining({ code: 'RAIL_NOT_CONFIGURED' }))
  })
})
