import type { DisbursementItemInput } from '@arus/durianpay'

/** Accounts of the simulated bank: it pays to the one and doesn't know the other. */
export const VALID = '8422640'
export const INVALID = '8422641'

/** An item to submit, of which a test names only what it is about. */
export function makeItem(accountNumber: string, amount = '10000'): DisbursementItemInput {
  return { account_owner_name: 'Siti Rahayu', bank_code: 'bca', amount, account_number: accountNumber }
}
