import type { DisbursementCompletedEvent, DisbursementItem, DisbursementValidationCompletedEvent } from '@arus/durianpay'
import type { BookEntry } from '@arus/server'
import { formatAmount } from '../money/format-amount.js'
import type { PayrollFile, PayrollRow } from '../payroll/payroll-file.js'

/** What was seen of one payroll, from every side that saw it. */
export type Outcome = {
  file: PayrollFile
  validation: DisbursementValidationCompletedEvent
  completion: DisbursementCompletedEvent
  items: DisbursementItem[]
  book: BookEntry[]
  balanceBeforeSen: bigint
  balanceAfterSen: bigint
}

/** One thing that was checked; it holds when nothing differs. */
export type Check = { name: string; differences: string[] }

/** What the file says must come out: at the simulated bank an account with an odd last digit does not exist. */
export function expectPaid(file: PayrollFile): {
  paid: PayrollRow[]
  invalid: PayrollRow[]
  paidSen: bigint
  invalidSen: bigint
} {
  const paid = file.rows.filter((row) => /[02468]$/.test(row.accountNumber))
  const invalid = file.rows.filter((row) => !/[02468]$/.test(row.accountNumber))
  return { paid, invalid, paidSen: sum(paid), invalidSen: sum(invalid) }
}

/** Compares each side's story with the file, row by row and sum by sum. */
export function compareOutcome(outcome: Outcome): Check[] {
  return [
    { name: 'validation_completed says what the file says', differences: compareValidation(outcome) },
    { name: 'completed says what the file says', differences: compareCompletion(outcome) },
    { name: 'each row of the file is one item, with its bank, account and amount', differences: compareItems(outcome) },
    { name: "the bank's book has each payment once, and no other", differences: compareBook(outcome) },
    { name: 'the balance went down by exactly what was paid', differences: compareBalance(outcome) }
  ]
}

function compareValidation({ file, validation: { data } }: Outcome): string[] {
  const { paid, invalid, paidSen, invalidSen } = expectPaid(file)
  return [
    ...differ('items', data.total_items, file.rows.length),
    ...differ('amount', data.amount, formatAmount(file.totalSen)),
    ...differ('valid items', data.total_valid_items, paid.length),
    ...differ('valid amount', data.total_valid_amount, formatAmount(paidSen)),
    ...differ('invalid items', data.total_invalid_items, invalid.length),
    ...differ('invalid amount', data.total_invalid_amount, formatAmount(invalidSen))
  ]
}

function compareCompletion({ file, completion: { data } }: Outcome): string[] {
  const { paid, invalid, paidSen, invalidSen } = expectPaid(file)
  return [
    ...differ('status', data.status, invalid.length === 0 ? 'success' : 'partially_success'),
    ...differ('items', data.items_count, file.rows.length),
    ...differ('amount', data.total_amount, formatAmount(file.totalSen)),
    ...differ('items paid', data.success_item_count, paid.length),
    ...differ('amount paid', data.success_item_amount, formatAmount(paidSen)),
    ...differ('items not paid', data.failed_item_count, invalid.length),
    ...differ('amount not paid', data.failed_item_amount, formatAmount(invalidSen))
  ]
}

function compareItems({ file, items }: Outcome): string[] {
  const { paid } = expectPaid(file)
  const isPaid = new Set(paid)
  const pairs = file.rows.map((row, index) => ({ row, item: items[index] }))
  return [
    ...differ('items', items.length, file.rows.length),
    ...pairs.flatMap(({ row, item }) =>
      differ(
        `line ${row.line}`,
        item === undefined ? 'nothing' : describe(item.bank_code, item.account_number, item.amount, item.status),
        describe(row.bankCode, row.accountNumber, formatAmount(row.amountSen), isPaid.has(row) ? 'done' : 'invalid')
      )
    )
  ]
}

/** The bank's own list against the file, both as bags: a payment that is there twice or for another amount shows. */
function compareBook({ file, book }: Outcome): string[] {
  const expected = countEach(
    expectPaid(file).paid.map((row) => describe(row.bankCode, row.accountNumber, formatAmount(row.amountSen), 'paid'))
  )
  const found = countEach(
    book.map((entry) => describe(entry.bankCode, entry.accountNumber, formatAmount(entry.amountSen), entry.status))
  )
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((payment) =>
    differ(`${payment}, times`, found.get(payment) ?? 0, expected.get(payment) ?? 0)
  )
}

function compareBalance({ file, balanceBeforeSen, balanceAfterSen }: Outcome): string[] {
  return differ('balance', formatAmount(balanceAfterSen), formatAmount(balanceBeforeSen - expectPaid(file).paidSen))
}

function differ(what: string, found: string | number, expected: string | number): string[] {
  return found === expected ? [] : [`${what}: ${found}, and should be ${expected}`]
}

function describe(bankCode: string, accountNumber: string, amount: string, status: string): string {
  return `${bankCode} ${accountNumber} ${amount} ${status}`
}

function countEach(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function sum(rows: PayrollRow[]): bigint {
  return rows.reduce((total, row) => total + row.amountSen, 0n)
}
