import { describe, expect, it } from 'vitest'
import { ApiError } from '../errors/api-error.js'
import { parseValidationRequest } from './parse-validation-request.js'

function faultsOf(body: unknown): Record<string, string> {
  try {
    parseValidationRequest(body)
  } catch (error) {
    if (error instanceof ApiError) return Object.fromEntries(error.fieldErrors.map(({ field, message }) => [field, message]))
    throw error
  }
  return {}
}

describe('parseValidationRequest', () => {
  it('reads an account, leading zeros kept, at any bank', () => {
    expect(parseValidationRequest({ account_number: '0071234568', bank_code: 'BCAA' })).toEqual({
      accountNumber: '0071234568',
      bankCode: 'BCAA'
    })
  })

  it.each(['12a', '1.5', '1e5', ' 12', '-1', '1'.repeat(35), '١٢'])('refuses the account number %s', (number) => {
    expect(faultsOf({ account_number: number, bank_code: 'bca' })).toEqual({ account_number: 'must be 1 to 34 digits' })
  })

  it('names all fields at fault together', () => {
    expect(faultsOf(undefined)).toEqual({ account_number: 'is required', bank_code: 'is required' })
    expect(faultsOf({ account_number: 12, bank_code: '' })).toEqual({
      account_number: 'must be a string',
      bank_code: 'is required'
    })
    expect(Object.keys(faultsOf({ account_number: '1', bank_code: 'x'.repeat(65) }))).toEqual(['bank_code'])
  })
})
