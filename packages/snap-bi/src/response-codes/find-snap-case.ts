import { SNAP_CASES, type SnapCase } from './snap-cases.js'

/**
 * What a case of an HTTP status means in the general scheme. An operation may give the same case a text of its own.
 *
 * @param caseCode two digits
 *
 * @example
 * const code = parseResponseCode('4045408')
 * const message = code && findSnapCase(code.httpStatus, code.caseCode)?.message // 'Invalid Merchant'
 */
export function findSnapCase(httpStatus: number, caseCode: string): SnapCase | undefined {
  return SNAP_CASES.find((snapCase) => snapCase.httpStatus === httpStatus && snapCase.caseCode === caseCode)
}
