import type { DisbursementItem } from '@arus/durianpay'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../money/format-amount.js'
import type { PayrollRow } from '../payroll/payroll-file.js'
import { compareOutcome, type Outcome } from './compare-outcome.js'

const rows: PayrollRow[] = [
  { line: 2, bankCode: 'bca', accountNumber: '0012', amountSen: 2_500_000n },
  { line: 3, bankCode: 'bni', accountNumber: '0014', amountSen: 1_000_050n },
  { line: 4, bankCode: 'ovo', accountNumber: '0813', amountSen: 3_000_000n }
].map((row) => ({ accountOwnerName: 'Siti', emailRecipient: '', phoneNumber: '', notes: '', ...row }))

/** What every side says when all went well: two were paid, the third account does not exist. */
function rightOutcome(): Outcome {
  const items = rows.map((row, index) => ({
    id: `item_${index}`,
    bank_code: row.bankCode,
    account_number: row.accountNumber,
    amount: formatAmount(row.amountSen),
    status: index < 2 ? 'done' : 'invalid'
  })) as DisbursementItem[]
  const paid = { status: 'paid', code: '', reason: '', receivedAt: '2026-06-25T00:00:00Z' } as const
  return {
    file: { name: '', description: '', rows, totalSen: 6_500_050n, problems: [], warnings: [] },
    validation: {
      data: {
        amount: '65000.50',
        total_items: 3,
        total_valid_items: 2,
        total_valid_amount: '35000.50',
        total_invalid_items: 1,
        total_invalid_amount: '30000.00'
      }
    } as Outcome['validation'],
    completion: {
      data: {
        status: 'partially_success',
        total_amount: '65000.50',
        items_count: 3,
        success_item_count: 2,
        success_item_amount: '35000.50',
        failed_item_count: 1,
        failed_item_amount: '30000.00'
      }
    } as Outcome['completion'],
    items,
    book: [
      { id: 1n, reference: 'item_0', bankCode: 'bca', accountNumber: '0012', amountSen: 2_500_000n, ...paid },
      { id: 2n, reference: 'item_1', bankCode: 'bni', accountNumber: '0014', amountSen: 1_000_050n, ...paid }
    ],
    balanceBeforeSen: 10_000_000n,
    balanceAfterSen: 6_499_950n
  }
}

function differencesOf(change: (outcome: Outcome) => void): string[] {
  const outcome = rightOutcome()
  change(outcome)
  return compareOutcome(outcome).flatMap((check) => check.differences)
}

describe('comparing what every side saw with the file', () => {
  it('finds nothing when all is right', () => {
    expect(differencesOf(() => {})).toEqual([])
  })

  it.each<[string, (outcome: Outcome) => void, string]>([
    [
      'a payment made twice',
      (outcome) => outcome.book.push(outcome.book[0]!),
      'bca 0012 25000.00 paid, times: 2, and should be 1'
    ],
    ['a payment never made', (outcome) => outcome.book.pop(), 'bni 0014 10000.50 paid, times: 0, and should be 1'],
    [
      'another amount at the bank',
      (outcome) => Object.assign(outcome.book[0]!, { amountSen: 1n }),
      'bca 0012 0.01 paid, times: 1, and should be 0'
    ],
    [
      'somebody paid who should not be',
      (outcome) => Object.assign(outcome.items[2]!, { status: 'done' }),
      'line 4: ovo 0813 30000.00 done'
    ],
    [
      'a lost leading zero',
      (outcome) => Object.assign(outcome.items[0]!, { account_number: '12' }),
      'line 2: bca 12 25000.00 done'
    ],
    ['a row that became no item', (outcome) => outcome.items.pop(), 'items: 2, and should be 3'],
    ['a sen missing from the balance', (outcome) => (outcome.balanceAfterSen -= 1n), 'balance: 64999.49, and should be 64999.50'],
    [
      'a webhook with another total',
      (outcome) => (outcome.completion.data.success_item_amount = '35000.00'),
      'amount paid: 35000.00'
    ],
    [
      'a validation that counts wrongly',
      (outcome) => (outcome.validation.data.total_valid_items = 3),
      'valid items: 3, and should be 2'
    ]
  ])('names %s', (_what, change, difference) => {
    expect(differencesOf(change)).toContainEqual(expect.stringContaining(difference))
  })
})
