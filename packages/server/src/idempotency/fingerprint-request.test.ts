import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, MAX_DEPTH } from './canonical-json.js'
import { fingerprintRequest, type RequestToFingerprint } from './fingerprint-request.js'

const submit: RequestToFingerprint = {
  method: 'POST',
  path: '/v1/disbursements/submit',
  query: { force_disburse: 'true' },
  body: { name: 'June', items: [{ amount: '10000', bank_code: 'bca' }] },
  batchKey: 'june'
}

describe('fingerprintRequest', () => {
  it('is the same whatever the order of members and parameters', () => {
    const turned = { ...submit, body: { items: [{ bank_code: 'bca', amount: '10000' }], name: 'June' } }
    expect(fingerprintRequest(turned)).toEqual(fingerprintRequest(submit))
    expect(fingerprintRequest({ ...submit, query: { a: '1', b: '2' } })).toEqual(
      fingerprintRequest({ ...submit, query: { b: '2', a: '1' } })
    )
  })

  it('differs when anything that is asked for differs', () => {
    const others: RequestToFingerprint[] = [
      { ...submit, method: 'PUT' },
      { ...submit, path: '/v1/disbursements/dis_1/approve' },
      { ...submit, query: {} },
      { ...submit, query: { force_disburse: 'false' } },
      { ...submit, batchKey: undefined },
      { ...submit, batchKey: 'july' },
      { ...submit, body: undefined },
      { ...submit, body: { ...(submit.body as object), name: 'July' } },
      { ...submit, body: { name: 'June', items: [{ amount: '10000.00', bank_code: 'bca' }] } }
    ]
    const fingerprints = [submit, ...others].map((request) => fingerprintRequest(request).toString('hex'))
    expect(new Set(fingerprints).size).toBe(fingerprints.length)
  })
})

describe('canonicalJson', () => {
  it('is JSON for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      })
    )
  })

  it('keeps a member called __proto__ apart from others', () => {
    expect(canonicalJson(JSON.parse('{"__proto__": {"a": 1}}'))).toBe('{"__proto__":{"a":1}}')
  })

  it('refuses what is nested too deep, instead of running out of stack', () => {
    const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    expect(canonicalJson(nested(MAX_DEPTH))).toHaveLength(2 * MAX_DEPTH)
    expect(() => canonicalJson(nested(MAX_DEPTH + 1))).toThrow('nested more than')
    expect(() => canonicalJson(nested(1_000_000))).toThrow('nested more than')
  })
})
