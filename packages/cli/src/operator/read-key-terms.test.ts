import { KEY_SCOPES } from '@arus/server'
import { describe, expect, it } from 'vitest'
import { readKeyTerms, warnOfSubmitAndApprove } from './read-key-terms.js'
import type { Operator } from './with-operator.js'

const operator = { server: { KEY_SCOPES } } as unknown as Operator
const read = (options: Record<string, string | boolean>) => readKeyTerms(operator, { positional: [], options })

describe('the terms of a key on the command line', () => {
  it('are those that were written, and no others', () => {
    expect(read({})).toEqual({})
    expect(read({ scope: 'read, submit', maxBatch: '5000000', maxDayItems: '100', allowIp: '10.0.0.0/8,::1' })).toEqual({
      scopes: ['read', 'submit'],
      maxBatchAmountSen: 500_000_000n,
      maxDayItems: 100,
      allowedAddresses: ['10.0.0.0/8', '::1']
    })
  })

  it('are taken away by "none"', () => {
    const none = 'none'
    expect(read({ maxBatch: none, maxBatchItems: none, maxDay: none, maxDayItems: none, allowIp: none })).toEqual({
      maxBatchAmountSen: null,
      maxBatchItems: null,
      maxDayAmountSen: null,
      maxDayItems: null,
      allowedAddresses: []
    })
  })

  it.each([
    [{ scope: 'write' }, '--scope: "write" is none of read, submit, approve, manage'],
    [{ scope: '' }, '--scope'],
    [{ maxDay: '0' }, '--max-day must be above zero, or none, not "0"'],
    [{ maxDayItems: '1.5' }, '--max-day-items'],
    [{ maxBatch: '-1' }, '--max-batch must'],
    [{ maxBatchItems: '0' }, '--max-batch-items']
  ])('are refused by the name of the option: %j', (options, message) => {
    expect(() => read(options as Record<string, string>)).toThrow(message)
  })

  it('come with a warning where one live key can both submit and approve', () => {
    expect(warnOfSubmitAndApprove({ isLive: true, scopes: ['submit', 'approve'] })).toContain('pay out alone')
    expect(warnOfSubmitAndApprove({ isLive: true, scopes: ['read', 'approve'] })).toBe('')
    expect(warnOfSubmitAndApprove({ isLive: false, scopes: KEY_SCOPES })).toBe('')
  })
})
