import { expect, it } from 'vitest'
import { findAnswerFaults, findOperation, findWebhookFaults } from './find-answer-faults.js'

const balance = { merchant_id: 'mer_MsCtIPhqRc8045', balance: 10, balance_amount: '10.50', on_hold_amount: '0.00' }
const faultsOf = (data: unknown) => findAnswerFaults('GET', '/v1/disbursements/topup/balance', 200, { data })

it('finds the operation of a request, fixed paths before those with an id', () => {
  expect(findOperation('GET', '/v1/disbursements/banks')).toBe('listBanks')
  expect(findOperation('GET', '/v1/disbursements/dis_1?x=1')).toBe('getDisbursement')
  expect(findOperation('GET', '/v1/disbursements/topup/balance')).toBe('getBalance')
  expect(findOperation('GET', '/v1/disbursements/topup/topup_1')).toBe('getTopup')
  expect(findOperation('PUT', '/v1/disbursements/dis_1')).toBeUndefined()
})

it('finds nothing wrong with an answer that the specification describes', () => {
  expect(faultsOf(balance)).toEqual([])
})

it('names a field too many, a field too few and a value of another form', () => {
  expect(faultsOf({ ...balance, currency: 'IDR' })).toEqual([
    expect.stringContaining('getBalance 200: /data must NOT have additional properties')
  ])
  expect(faultsOf({ merchant_id: 'mer_MsCtIPhqRc8045', balance: 10, balance_amount: '10.50' })).toEqual([
    expect.stringContaining('on_hold_amount')
  ])
  expect(faultsOf({ ...balance, balance_amount: '10.5' })).toEqual([
    expect.stringContaining('/data/balance_amount must match pattern')
  ])
})

it('names a status, an operation or an event that the specification does not have', () => {
  expect(findAnswerFaults('GET', '/v1/disbursements/banks', 418, {})).toEqual([
    'listBanks has no answer 418 in the specification'
  ])
  expect(findAnswerFaults('GET', '/v1/nothing', 200, {})).toEqual(['GET /v1/nothing is not in the specification'])
  expect(findWebhookFaults({ event: 'disbursement.lost' })).toEqual(['disbursement.lost is not in the specification'])
})

it('reads a webhook by the name of its event', () => {
  const data = { account_number: '1', bank_code: 'bca', account_holder: 'SITI', status: 'valid', signature: 'a'.repeat(64) }
  const body = { event: 'account_validation.completed', data, retry_count: 0 }
  expect(findWebhookFaults(body)).toEqual([])
  expect(findWebhookFaults({ ...body, event: 'disbursement.completed' })).not.toEqual([])
})
