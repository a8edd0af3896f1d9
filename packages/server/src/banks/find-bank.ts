import { BANKS, type Bank } from './bank-list.js'

const BY_CODE = new Map(BANKS.map((bank) => [bank.code, bank]))
const BY_ID = new Map(BANKS.map((bank) => [bank.id, bank]))

/**
 * Finds a bank by its code, in any case: existing clients send "BRI" as well as "bri".
 *
 * @example
 * findBank('BCA')?.name // 'Bank Central Asia'
 */
export function findBank(code: string): Bank | undefined {
  return BY_CODE.get(code.toLowerCase())
}

/** Finds a bank by the id that the list of banks shows, as a top-up names it. */
export function findBankById(id: number): Bank | undefined {
  return BY_ID.get(id)
}
