import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BankAnswer, readInquiryAnswer, readStatusAnswer, readTransferAnswer } from './read-bank-answer.js'

const REFERENCE = 'dis_item_1'
const answer = (status: number, fields: Record<string, unknown> = {}, retryAfter?: string): BankAnswer => ({
  status,
  fields: { reference: REFERENCE, ...fields },
  retryAfter
})

const transfer = (...given: Parameters<typeof answer>) => readTransferAnswer(answer(...given), REFERENCE)
const status = (...given: Parameters<typeof answer>) => readStatusAnswer(answer(...given), REFERENCE)

describe('the table of what a bank answers', () => {
  it('takes its successes and its named refusals', () => {
    expect(transfer(200, { status: 'paid', bank_reference: 'SB1' })).toEqual({ kind: 'paid', railReference: 'SB1' })
    expect(transfer(202, { status: 'accepted', bank_reference: 'SB1' })).toEqual({ kind: 'accepted', railReference: 'SB1' })
    expect(transfer(422, { code: 'ACCOUNT_BLOCKED', message: 'm' })).toEqual({
      kind: 'rejected',
      code: 'ACCOUNT_BLOCKED',
      reason: 'm'
    })
    expect(status(200, { status: 'rejected', code: 'C', message: 'm' })).toEqual({ kind: 'rejected', code: 'C', reason: 'm' })
    expect(status(404, { code: 'NO_SUCH_REFERENCE' })).toEqual({ kind: 'not_found' })
  })

  it('never takes a repeated reference for a refusal', () => {
    expect(transfer(409, { code: 'DUPLICATE_REFERENCE' })).toEqual({ kind: 'unknown', reason: 'duplicate reference' })
  })

  it('knows a 404 that the bank did not say for no answer', () => {
    expect(status(404, { code: 'NO_SUCH_PATH' })).toMatchObject({ kind: 'unknown' })
    expect(readStatusAnswer({ status: 404, fields: {}, retryAfter: undefined }, REFERENCE)).toMatchObject({ kind: 'unknown' })
  })

  it('waits as long as it is told to where nothing was taken', () => {
    for (const code of [401, 403, 425, 429]) expect(transfer(code)).toMatchObject({ kind: 'deferred', retryAfterMs: 1000 })
    expect(transfer(429, {}, '7')).toMatchObject({ kind: 'deferred', retryAfterMs: 7000 })
    expect(transfer(503, { code: 'NOT_OPEN' }, '2')).toMatchObject({ kind: 'deferred', retryAfterMs: 2000 })
  })

  it('leaves open whatever else comes, in any call', () => {
    const named = new Set([
      '200 paid',
      '202 accepted',
      '200 accepted',
      '200 rejected',
      '404 NO_SUCH_REFERENCE',
      '409 DUPLICATE_REFERENCE'
    ])
    const anything = fc.record({
      status: fc.integer({ min: 100, max: 599 }).filter((code) => ![401, 403, 425, 429].includes(code)),
      word: fc.oneof(fc.constantFrom('paid', 'accepted', 'rejected', 'valid', 'NO_SUCH_REFERENCE', 'toString'), fc.string()),
      retryAfter: fc.option(fc.string(), { nil: undefined })
    })
    fc.assert(
      fc.property(anything, ({ status, word, retryAfter }) => {
        fc.pre(!named.has(`${status} ${word}`))
        const given = { status, fields: { reference: REFERENCE, status: word, code: word, result: word }, retryAfter }
        expect(readTransferAnswer(given, REFERENCE).kind).toBe('unknown')
        expect(readStatusAnswer(given, REFERENCE).kind).toBe('unknown')
        if (status !== 200 || word !== 'valid') expect(readInquiryAnswer(given).kind).toBe('unknown')
      })
    )
  })
})
