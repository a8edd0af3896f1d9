import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../money/format-amount.js'
import { checkAmount } from './check-amount.js'

const limits = { minAmountSen: 10_000_00n, maxAmountSen: 1_000_000_000_00n }

describe('checkAmount', () => {
  it('reads every amount between the limits, however its decimals are written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: limits.minAmountSen, max: limits.maxAmountSen }), (amountSen) => {
        const text = formatAmount(amountSen)
        expect(checkAmount(text, limits)).toBe(amountSen)
        if (text.endsWith('0')) expect(checkAmount(text.slice(0, -1), limits)).toBe(amountSen)
        if (text.endsWith('.00')) expect(checkAmount(text.slice(0, -3), limits)).toBe(amountSen)
      })
    )
  })

  it.each([
    ['', 'must not be empty'],
    ['0', 'must be more than zero'],
    ['0.00', 'must be more than zero'],
    ['-1', 'must not be negative'],
    ['1.234', 'has more than two decimals'],
    ['1e5', 'must be written without an exponent, like "10000.00"'],
    ['10,000', 'must be written without separators, like "10000.00"'],
    ['10.000,00', 'must be written without separators, like "10000.00"'],
    ['9999.99', 'is below the least amount, 10000.00'],
    ['1000000000.01', 'is above the greatest amount, 1000000000.00'],
    ['1000000000000000', 'has too many digits'],
    ['Rp10000', 'must be digits with at most two decimals, like "10000.00"'],
    [' 10000', 'must be digits with at most two decimals, like "10000.00"'],
    ['10000.', 'must be written without separators, like "10000.00"'],
    ['.5', 'must be digits with at most two decimals, like "10000.00"'],
    ['１００００', 'must be digits with at most two decimals, like "10000.00"'],
    ['NaN', 'must be digits with at most two decimals, like "10000.00"']
  ])('says what is wrong with "%s"', (text, message) => {
    expect(checkAmount(text, limits)).toBe(message)
  })
})
