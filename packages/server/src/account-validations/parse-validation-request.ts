import type { FieldError } from '../errors/api-error.js'
import { MISSING, refuseFields } from '../http/refuse-fields.js'

const MAX_BANK_CODE_LENGTH = 64

/**
 * Reads the body of a request to validate an account. Any bank code will do: one that nobody knows makes the account
 * invalid, not the request.
 *
 * @throws ApiError DPAY_INVALID_REQUEST that names every field at fault.
 */
export function parseValidationRequest(body: unknown): { accountNumber: string; bankCode: string } {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as { account_number?: unknown; bank_code?: unknown }
  const fieldErrors: FieldError[] = []
  const note = (field: string, message: string | undefined) => {
    if (message !== undefined) fieldErrors.push({ field, message })
  }
  note('account_number', findTextFault(fields.account_number) ?? findNumberFault(fields.account_number as string))
  note('bank_code', findTextFault(fields.bank_code) ?? findCodeFault(fields.bank_code as string))
  if (fieldErrors.length > 0) throw refuseFields(fieldErrors)
  return { accountNumber: fields.account_number as string, bankCode: fields.bank_code as string }
}

function findTextFault(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return MISSING
  return typeof value === 'string' ? undefined : 'must be a string'
}

function findNumberFault(accountNumber: string): string | undefined {
  return /^[0-9]{1,34}$/.test(accountNumber) ? undefined : 'must be 1 to 34 digits'
}

function findCodeFault(bankCode: string): string | undefined {
  return bankCode.length > MAX_BANK_CODE_LENGTH ? `must have at most ${MAX_BANK_CODE_LENGTH} characters` : undefined
}
