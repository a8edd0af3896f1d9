import type { Bank } from '../banks/bank-list.js'
import { findBankById } from '../banks/find-bank.js'
import { checkAmount } from '../batches/check-amount.js'
import type { FieldError } from '../errors/api-error.js'
import { MISSING, refuseFields } from '../http/refuse-fields.js'

/** At most Rp 1 trillion: far above what any bank transfers at once, and far below what a sum in the ledger can hold. */
const LIMITS = { minAmountSen: 1n, maxAmountSen: 1_000_000_000_000_00n }

export type TopupRequest = { senderBank: Bank; amountSen: bigint }

/**
 * Reads the body of a top-up request.
 *
 * @throws ApiError DPAY_INVALID_REQUEST that names every field at fault.
 *
 * @example
 * parseTopupRequest({ bank_id: 15, amount: '500000' }) // { senderBank: { code: 'bca', … }, amountSen: 50000000n }
 */
export function parseTopupRequest(body: unknown): TopupRequest {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as { bank_id?: unknown; amount?: unknown }
  const senderBank = readBank(fields.bank_id)
  const amountSen = readAmount(fields.amount)
  const fieldErrors: FieldError[] = []
  if (typeof senderBank === 'string') fieldErrors.push({ field: 'bank_id', message: senderBank })
  if (typeof amountSen === 'string') fieldErrors.push({ field: 'amount', message: amountSen })
  if (typeof senderBank === 'string' || typeof amountSen === 'string') throw refuseFields(fieldErrors)
  return { senderBank, amountSen }
}

/** Returns the bank, or a text that says what is wrong with its id. */
function readBank(bankId: unknown): Bank | string {
  if (bankId === undefined || bankId === null) return MISSING
  if (typeof bankId !== 'number') return 'must be a whole number'
  return findBankById(bankId) ?? 'is not the id of a bank in GET /v1/disbursements/banks'
}

/** Returns the amount in sen, or a text that says what is wrong with it. */
function readAmount(amount: unknown): bigint | string {
  if (amount === undefined || amount === null) return MISSING
  if (typeof amount !== 'string') return 'must be a string, like "500000.00"'
  return checkAmount(amount, LIMITS)
}
