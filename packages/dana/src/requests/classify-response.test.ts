import { SNAP_CASES } from '@arus/snap-bi'
import { describe, expect, it } from 'vitest'
import { CASES_OF_STATUS, classifyResponse } from './classify-response.js'

const outcomeOf = (status: number, responseCode: unknown, serviceCode?: string) =>
  classifyResponse(status, { responseCode }, serviceCode).outcome

describe('what an answer means', () => {
  it.each([
    [400, '4005801', 'invalid_request'],
    [401, '4015800', 'unauthorized'],
    [403, '4035814', 'refused'],
    [404, '4045801', 'refused'],
    [429, '4295800', 'rate_limited']
  ])('%i with %s of its own service is a refusal: %s', (status, code, kind) => {
    expect(classifyResponse(status, { responseCode: code }, '58')).toEqual({ kind, outcome: 'refused' })
  })

  it.each([500, 502, 503, 504, 408])('%i is unavailable, and leaves it unknown, whatever the body says', (status) => {
    expect(classifyResponse(status, { responseCode: `${status}5800` }, '58')).toEqual({ kind: 'unavailable', outcome: 'unknown' })
    expect(classifyResponse(status, '<html>', '58')).toEqual({ kind: 'unavailable', outcome: 'unknown' })
  })

  it('is left unknown by a 4xx that is not in DANA’s words: it may be from something on the way', () => {
    expect(classifyResponse(403, '<html>Forbidden</html>', '54')).toEqual({ kind: 'unreadable', outcome: 'unknown' })
    expect(classifyResponse(404, {}, '54')).toEqual({ kind: 'unreadable', outcome: 'unknown' })
    expect(classifyResponse(401, null, '54')).toEqual({ kind: 'unauthorized', outcome: 'unknown' })
  })

  it('is left unknown by a code of another status, another service, or a case that SNAP does not have', () => {
    expect(outcomeOf(404, '4035801', '58')).toBe('unknown')
    expect(outcomeOf(404, '4045501', '58')).toBe('unknown')
    expect(outcomeOf(404, '4045877', '58')).toBe('unknown')
    expect(outcomeOf(404, '4045501')).toBe('refused')
  })

  it('is left unknown by those refusals that come when it was done before', () => {
    expect(classifyResponse(404, { responseCode: '4045818' }, '58')).toEqual({ kind: 'refused', outcome: 'unknown' })
    expect(outcomeOf(404, '4045718', '57')).toBe('unknown')
    expect(outcomeOf(409, '4095400', '54')).toBe('unknown')
    expect(outcomeOf(409, '4095401', '54')).toBe('unknown')
    expect(outcomeOf(404, '4045418', '54')).toBe('unknown')
    expect(outcomeOf(404, '4045700', '57')).toBe('unknown')
    expect(outcomeOf(403, '4035815', '58')).toBe('unknown')
    expect(outcomeOf(403, '4035715', '57')).toBe('refused')
  })

  it('is unreadable for a success without the protocol’s body', () => {
    expect(classifyResponse(200, 'OK', '54')).toEqual({ kind: 'unreadable', outcome: 'unknown' })
    expect(classifyResponse(302, '', '54')).toEqual({ kind: 'unreadable', outcome: 'unknown' })
  })

  it('knows the refusals that SNAP has, and no other', () => {
    const refusals = SNAP_CASES.filter(({ httpStatus }) => httpStatus >= 400 && httpStatus < 500)
    const named = Object.entries(CASES_OF_STATUS).flatMap(([status, count]) =>
      Array.from({ length: count }, (_, number) => `${status}/${String(number).padStart(2, '0')}`)
    )
    expect(named.sort()).toEqual(refusals.map(({ httpStatus, caseCode }) => `${httpStatus}/${caseCode}`).sort())
  })

  it('never throws, whatever the body is', () => {
    for (const body of [undefined, null, 1, 'x', [], { responseCode: {} }, { response: null }, { response: { body: 1 } }]) {
      expect(classifyResponse(404, body, '54').outcome).toBe('unknown')
    }
  })
})
