import { readFileSync } from 'node:fs'
import { BANKS } from '@arus/server'
import { describe, expect, it } from 'vitest'
import { makePayroll } from './make-payroll.js'

const rows = makePayroll()
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name, bankCode, accountNumber, amount] = line.split(',') as [string, string, string, string]
    return { name, bankCode, accountNumber, amount: Number(amount) }
  })
const kindOf = new Map(BANKS.map((bank) => [bank.code, bank.kind]))
const codesOfKind = (kind: 'bank' | 'ewallet') =>
  new Set(rows.map((row) => row.bankCode).filter((code) => kindOf.get(code) === kind))

describe('the example payroll', () => {
  it('is the committed payroll.csv', () => {
    expect(readFileSync(new URL('../payroll.csv', import.meta.url), 'utf8')).toBe(makePayroll())
  })

  it('pays 1,000 different people at 15 banks and 3 e-wallets or more, all in the bank list', () => {
    expect(new Set(rows.map((row) => row.name)).size).toBe(1000)
    expect(rows.filter((row) => !kindOf.has(row.bankCode))).toEqual([])
    expect(codesOfKind('bank').size).toBeGreaterThanOrEqual(15)
    expect(codesOfKind('ewallet').size).toBeGreaterThanOrEqual(3)
  })

  it('has about 3 accounts in 100 that do not exist, at banks and e-wallets', () => {
    const invalid = rows.filter((row) => /[13579]$/.test(row.accountNumber))
    expect(invalid).toHaveLength(31)
    expect(new Set(invalid.map((row) => kindOf.get(row.bankCode)))).toEqual(new Set(['bank', 'ewallet']))
  })

  it('has account numbers with leading zeros, e-wallets under 08, each once and none special to the simulated bank', () => {
    expect(rows.filter((row) => row.accountNumber.startsWith('0') && kindOf.get(row.bankCode) === 'bank').length).toBeGreaterThan(
      30
    )
    expect(rows.filter((row) => kindOf.get(row.bankCode) === 'ewallet').every((row) => row.accountNumber.startsWith('08'))).toBe(
      true
    )
    expect(rows.filter((row) => /9900\d0$/.test(row.accountNumber))).toEqual([])
    expect(new Set(rows.map((row) => `${row.bankCode}${row.accountNumber}`)).size).toBe(1000)
  })

  it('pays Rp 2.5 to 25 million each, more in all than a new merchant finds in test mode', () => {
    expect(rows.filter((row) => !(row.amount >= 2_500_000 && row.amount <= 25_000_001))).toEqual([])
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBeGreaterThan(10_000_000_000)
  })
})
