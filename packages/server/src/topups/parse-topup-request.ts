import type { Bank } from '../banks/bank-list.js'
import { findBankById } from '../banks/find-bank.js'
import type { FieldError } from '../errors/api-error.js'
import { MISSING, refuseFields } from '../http/refuse-fields.js'
import { parseAmount } from '../money/parse-amount.js'

/** Rp 1 trillion: far above what any bank transfers at once, and far below what a sum in the ledger can hold. */
const MAX_AMOUNT_SEN = 100_000_000_000_000n

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
  const senderBank = typeof fields.bank_id === 'number' ? findBankById(fields.bank_id) : undefined
  const amountSen = typeof fields.amount === 'string' ? parseAmount(fields.amount) : undefined
  const amountFault = findAmountFault(fields.amount, amountSen)
  const fieldErrors: FieldError[] = []
  if (senderBank === undefined) fieldErrors.push({ field: 'bank_id', message: describeBankFault(fields.bank_id) })
  if (amountFault !== undefined) fieldErrors.push({ field: 'amount', message: amountFault })
  if (fieldErrors.length > 0) throw refuseFields(fieldErrors)
  return { senderBank: senderBank!, amountSen: amountSen! }
}

function describeBankFault(bankId: unknown): string {
  if (bankId === undefined || bankId === null) return MISSING
  if (typeof bankId !== 'number') return 'must be a whole number'
  return 'is not the id of a bank in GET /v1/disbursements/banks'
}

function findAmountFault(amount: unknown, amountSen: bigint | undefined): string | undefined {
  if (amount === undefined || amount === null) return MISSING
  if (typeof amount !== 'string') return 'must be a string, like "500000" or "500000.00"'
  if (/^-\d+(\.\d+)?$/.test(amount) || amountSen === 0n) return 'must not be negative or zero'
  if (/^\d+\.\d{3,}$/.test(amount)) return 'must not have more than 2 decimals'
  if (amountSen === undefined) return 'is no amount: digits are expected, with at most 2 decimals after a point'
  if (amountSen > MAX_AMOUNT_SEN) return 'must not be above 1000000000000.00'
  return undefined
}
