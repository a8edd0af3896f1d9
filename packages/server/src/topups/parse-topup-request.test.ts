import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../errors/api-error.js'
import { parseTopupRequest } from './parse-topup-request.js'

function faultsOf(body: unknown): Record<string, string> {
  try {
    parseTopupRequest(body)
  } catch (error) {
    if (error instanceof ApiError) return Object.fromEntries(error.fieldErrors.map(({ field, message }) => [field, message]))
    throw error
  }
  return {}
}

describe('parseTopupRequest', () => {
  it('reads bank and amount', () => {
    expect(parseTopupRequest({ bank_id: 15, amount: '500000.5' })).toMatchObject({
      senderBank: { code: 'bca' },
      amountSen: 50_000_050n
    })
  })

  it.each([
    ['-1', 'must not be negative'],
    ['0', 'must be more than zero'],
    ['0.00', 'must be more than zero'],
    ['1.234', 'has more than two decimals'],
    ['1e5', 'must be written without an exponent, like "10000.00"'],
    ['10,000', 'must be written without separators, like "10000.00"'],
    ['', 'must not be empty'],
    ['1000000000000.01', 'is above the greatest amount, 1000000000000.00'],
    [undefined, 'is required'],
    [null, 'is required'],
    [10000, 'must be a string, like "500000.00"']
  ])('refuses the amount %s', (amount, message) => {
    expect(faultsOf({ bank_id: 15, amount })).toEqual({ amount: message })
  })

  it.each([
    [1, 'is not the id of a bank in GET /v1/disbursements/banks'],
    [15.5, 'is not the id of a bank in GET /v1/disbursements/banks'],
    ['15', 'must be a whole number'],
    [undefined, 'is required']
  ])('refuses the bank %s', (bankId, message) => {
    expect(faultsOf({ bank_id: bankId, amount: '10000' })).toEqual({ bank_id: message })
  })

  it('names all fields at fault together', () => {
    expect(Object.keys(faultsOf(undefined))).toEqual(['bank_id', 'amount'])
    expect(Object.keys(faultsOf('text'))).toEqual(['bank_id', 'amount'])
  })

  it('either reads a body or refuses it, whatever it is', () => {
    const body = fc.oneof(fc.anything(), fc.record({ bank_id: fc.anything(), amount: fc.oneof(fc.string(), fc.anything()) }))
    fc.assert(
      fc.property(body, (body) => {
        expect(Object.values(faultsOf(body)).every((message) => message.length > 0)).toBe(true)
      })
    )
  })
})
