import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveItemIdentifier, type ItemOrigin } from './derive-item-identifier.js'

const origin: ItemOrigin = {
  merchantId: 'mer_LjxhDKq8Am3427',
  isLive: true,
  batchKey: 'payroll-2026-07',
  ordinal: 0,
  bankCode: 'bca',
  accountNumber: '8422640',
  amountSen: 1_000_000n
}

describe('deriveItemIdentifier', () => {
  it('has the form of every item’s identifier, and stays the same for ever: banks know payments by it', () => {
    expect(deriveItemIdentifier(origin)).toBe('dis_item_ZVv9GJbU295842')
    fc.assert(
      fc.property(fc.string(), fc.nat(), (batchKey, ordinal) => {
        expect(deriveItemIdentifier({ ...origin, batchKey, ordinal })).toMatch(/^dis_item_[A-Za-z0-9]{10}\d{4}$/)
      })
    )
  })

  it('changes with the merchant, the mode, the key, the place in the batch, and whatever money goes where', () => {
    const changes: Partial<ItemOrigin>[] = [
      {},
      { merchantId: 'mer_other' },
      { isLive: false },
      { batchKey: 'payroll-2026-08' },
      { ordinal: 1 },
      { bankCode: 'bni' },
      { accountNumber: '84226400' },
      { amountSen: 1_000_001n },
      // What stands beside each other is not taken for one text.
      { batchKey: 'payroll-2026-0', ordinal: 70 },
      { accountNumber: '842264', amountSen: 1_000_000_0n }
    ]
    const identifiers = changes.map((change) => deriveItemIdentifier({ ...origin, ...change }))
    expect(new Set(identifiers).size).toBe(changes.length)
  })

  it('gives 50,000 items of one batch 50,000 identifiers', () => {
    const identifiers = new Set<string>()
    for (let ordinal = 0; ordinal < 50_000; ordinal++) identifiers.add(deriveItemIdentifier({ ...origin, ordinal }))
    expect(identifiers.size).toBe(50_000)
  })
})
