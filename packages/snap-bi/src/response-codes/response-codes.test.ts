import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSnapCase } from './find-snap-case.js'
import { parseResponseCode } from './parse-response-code.js'
import { SNAP_CASES } from './snap-cases.js'

describe('a response code', () => {
  it('is HTTP status, service and case', () => {
    expect(parseResponseCode('2005400')).toEqual({ httpStatus: 200, serviceCode: '54', caseCode: '00' })
    expect(parseResponseCode('4045408')).toEqual({ httpStatus: 404, serviceCode: '54', caseCode: '08' })
    expect(parseResponseCode('5000901')).toEqual({ httpStatus: 500, serviceCode: '09', caseCode: '01' })
  })

  it('is nothing else', () => {
    for (const code of [
      '',
      '200540',
      '20054000',
      '0005400',
      '6005400',
      '200540a',
      ' 2005400',
      '2005400\n',
      2005400,
      null,
      undefined,
      {}
    ]) {
      expect(parseResponseCode(code)).toBeUndefined()
    }
    fc.assert(
      fc.property(fc.anything(), (code) => {
        expect(parseResponseCode(code)).toBeUndefined()
      })
    )
  })
})

describe('the cases of SNAP', () => {
  it('are each there once, in order', () => {
    const codes = SNAP_CASES.map(({ httpStatus, caseCode }) => `${httpStatus}${caseCode}`)
    expect(codes).toEqual([...new Set(codes)].sort())
    expect(codes).toHaveLength(63)
    for (const code of codes) expect(code).toMatch(/^[245]\d{4}$/)
  })

  it('have numbers without gaps under each status', () => {
    for (const status of new Set(SNAP_CASES.map(({ httpStatus }) => httpStatus))) {
      const cases = SNAP_CASES.filter(({ httpStatus }) => httpStatus === status).map(({ caseCode }) => Number(caseCode))
      expect(cases).toEqual([...cases.keys()])
    }
  })

  it('are found by status and case', () => {
    for (const snapCase of SNAP_CASES) expect(findSnapCase(snapCase.httpStatus, snapCase.caseCode)).toBe(snapCase)
    expect(findSnapCase(404, '08')?.message).toBe('Invalid Merchant')
    expect(findSnapCase(404, '99')).toBeUndefined()
    expect(findSnapCase(418, '00')).toBeUndefined()
    expect(findSnapCase(404, '8')).toBeUndefined()
  })

  it('have the texts of the standard, misspelt ones too', () => {
    expect(findSnapCase(403, '13')?.message).toBe('OTP Sent To Cardholer')
    expect(findSnapCase(405, '01')?.message).toBe('Requested Opearation Is Not Allowed')
    expect(findSnapCase(400, '02')?.message).toBe('Invalid Mandatory Field {field}')
    expect(findSnapCase(409, '00')).toEqual({
      httpStatus: 409,
      caseCode: '00',
      message: 'Conflict',
      note: 'an X-EXTERNAL-ID was used before on the same day'
    })
  })
})
