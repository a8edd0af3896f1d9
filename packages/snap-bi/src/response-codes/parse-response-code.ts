/** The three parts of a `responseCode`. */
export type ResponseCode = {
  /** The HTTP status that the answer has, or should have: `404`. */
  httpStatus: number
  /** The operation, two digits: `54`. */
  serviceCode: string
  /** What happened, two digits: `08`. Together with the HTTP status it names a {@link SnapCase}. */
  caseCode: string
}

/**
 * Takes the `responseCode` of an answer apart: three digits of HTTP status, two of service, two of case.
 *
 * @returns undefined when it is anything but text of seven digits that begins with an HTTP status
 *
 * @example
 * parseResponseCode('4045408') // { httpStatus: 404, serviceCode: '54', caseCode: '08' }
 */
export function parseResponseCode(code: unknown): ResponseCode | undefined {
  if (typeof code !== 'string' || !/^[1-5]\d{6}$/.test(code)) return undefined
  return { httpStatus: Number(code.slice(0, 3)), serviceCode: code.slice(3, 5), caseCode: code.slice(5) }
}
