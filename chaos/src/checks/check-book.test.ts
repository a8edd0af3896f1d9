import type { BookEntry } from '@arus/server'
import { describe, expect, it } from 'vitest'
import { checkBook } from './check-book.js'

let number = 0n
const entry = (reference: string, status: BookEntry['status'] = 'paid', amountSen = 100n): BookEntry => ({
  id: ++number,
  reference,
  bankCode: 'bca',
  accountNumber: '2',
  amountSen,
  status,
  code: '',
  reason: '',
  receivedAt: '2026-07-01T00:00:00Z'
})
const item = (id: string, status: string) => ({ id, status, amountSen: 100n })

describe('the bank’s book against the items', () => {
  it('finds nothing where both say the same', () => {
    const items = [item('a', 'done'), item('b', 'failed'), item('c', 'unknown'), item('d', 'invalid')]
    const book = [entry('a'), entry('b', 'rejected'), entry('c')]
    expect(checkBook(items, book)).toEqual({ twice: [], differing: [], paid: 2 })
  })

  it('finds what was paid twice, whatever the item says of it', () => {
    expect(checkBook([item('a', 'done')], [entry('a'), entry('a')]).twice).toEqual(['item a was paid 2 times'])
    expect(checkBook([item('a', 'done')], [entry('a'), entry('a', 'reversed')]).twice).toEqual([])
  })

  it.each([
    ['done without a payment', [item('a', 'done')], [entry('a', 'rejected')]],
    ['failed with one', [item('a', 'failed')], [entry('a')]],
    ['invalid with one', [item('a', 'invalid')], [entry('a')]],
    ['a payment that is no item’s', [], [entry('a')]],
    ['another amount', [item('a', 'done')], [entry('a', 'paid', 101n)]]
  ])('finds %s', (_, items, book) => {
    expect(checkBook(items, book).differing).toHaveLength(1)
  })
})
