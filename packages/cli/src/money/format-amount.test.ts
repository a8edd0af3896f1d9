import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount } from './format-amount.js'
import { formatRupiah } from './format-rupiah.js'
import { parseAmount } from './parse-amount.js'

describe('amounts', () => {
  it('come back from text as they went in, whatever their size', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), (amountSen) => {
        expect(parseAmount(formatAmount(amountSen))).toBe(amountSen)
      })
    )
  })

  it.each(['', '-1', '1.234', '1e5', '10,000', ' 1', '1.', '.5', '0x10', '1'.repeat(16)])('%j is no amount', (text) => {
    expect(parseAmount(text)).toBeUndefined()
  })

  it('are grouped for people, with sen only where there are any', () => {
    expect([0n, 99n, 100_000n, 123_456_789_050n, -250_000_000n].map(formatRupiah)).toEqual([
      'Rp 0',
      'Rp 0.99',
      'Rp 1,000',
      'Rp 1,234,567,890.50',
      '-Rp 2,500,000'
    ])
  })
})
