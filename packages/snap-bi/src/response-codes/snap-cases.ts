/** One outcome of the general scheme, the same for every operation. */
export type SnapCase = {
  readonly httpStatus: number
  /** Two digits. */
  readonly caseCode: string
  /** The text as the standard has it. What stands in braces or brackets is filled in by whoever answers, or left out. */
  readonly message: string
  /** What the text leaves unsaid. */
  readonly note?: string
}

/**
 * The response codes of SNAP (the national standard of open API payments, of Bank Indonesia), by HTTP status and case. Two
 * misspellings, in 403/13 and 405/01, are the standard's own.
 *
 * @example
 * const forbidden = SNAP_CASES.filter(({ httpStatus }) => httpStatus === 403)
 */
export const SNAP_CASES: readonly SnapCase[] = [
  { httpStatus: 200, caseCode: '00', message: 'Successful' },
  { httpStatus: 202, caseCode: '00', message: 'Request In Progress' },
  { httpStatus: 400, caseCode: '00', message: 'Bad Request' },
  { httpStatus: 400, caseCode: '01', message: 'Invalid Field Format {field}' },
  { httpStatus: 400, caseCode: '02', message: 'Invalid Mandatory Field {field}' },
  { httpStatus: 401, caseCode: '00', message: 'Unauthorized. [reason]' },
  { httpStatus: 401, caseCode: '01', message: 'Invalid Token (B2B)' },
  { httpStatus: 401, caseCode: '02', message: 'Invalid Customer Token' },
  { httpStatus: 401, caseCode: '03', message: 'Token Not Found (B2B)' },
  { httpStatus: 401, caseCode: '04', message: 'Customer Token Not Found' },
  { httpStatus: 403, caseCode: '00', message: 'Transaction Expired' },
  { httpStatus: 403, caseCode: '01', message: 'Feature Not Allowed [reason]' },
  { httpStatus: 403, caseCode: '02', message: 'Exceeds Transaction Amount Limit' },
  { httpStatus: 403, caseCode: '03', message: 'Suspected Fraud' },
  { httpStatus: 403, caseCode: '04', message: 'Activity Count Limit Exceeded' },
  { httpStatus: 403, caseCode: '05', message: 'Do Not Honor' },
  { httpStatus: 403, caseCode: '06', message: 'Feature Not Allowed At This Time. [reason]' },
  { httpStatus: 403, caseCode: '07', message: 'Card Blocked' },
  { httpStatus: 403, caseCode: '08', message: 'Card Expired' },
  { httpStatus: 403, caseCode: '09', message: 'Dormant Account' },
  { httpStatus: 403, caseCode: '10', message: 'Need To Set Token Limit' },
  { httpStatus: 403, caseCode: '11', message: 'OTP Blocked' },
  { httpStatus: 403, caseCode: '12', message: 'OTP Lifetime Expired' },
  { httpStatus: 403, caseCode: '13', message: 'OTP Sent To Cardholer' },
  { httpStatus: 403, caseCode: '14', message: 'Insufficient Funds' },
  { httpStatus: 403, caseCode: '15', message: 'Transaction Not Permitted.[reason]' },
  { httpStatus: 403, caseCode: '16', message: 'Suspend Transaction' },
  { httpStatus: 403, caseCode: '17', message: 'Token Limit Exceeded' },
  { httpStatus: 403, caseCode: '18', message: 'Inactive Card/Account/Customer' },
  { httpStatus: 403, caseCode: '19', message: 'Merchant Blacklisted' },
  { httpStatus: 403, caseCode: '20', message: 'Merchant Limit Exceed' },
  { httpStatus: 403, caseCode: '21', message: 'Set Limit Not Allowed' },
  { httpStatus: 403, caseCode: '22', message: 'Token Limit Invalid' },
  { httpStatus: 403, caseCode: '23', message: 'Account Limit Exceed' },
  { httpStatus: 404, caseCode: '00', message: 'Invalid Transaction Status' },
  { httpStatus: 404, caseCode: '01', message: 'Transaction Not Found' },
  { httpStatus: 404, caseCode: '02', message: 'Invalid Routing' },
  { httpStatus: 404, caseCode: '03', message: 'Bank Not Supported By Switch' },
  { httpStatus: 404, caseCode: '04', message: 'Transaction Cancelled' },
  { httpStatus: 404, caseCode: '05', message: 'Merchant Is Not Registered For Card Registration Services' },
  { httpStatus: 404, caseCode: '06', message: 'Need To Request OTP' },
  { httpStatus: 404, caseCode: '07', message: 'Journey Not Found' },
  { httpStatus: 404, caseCode: '08', message: 'Invalid Merchant' },
  { httpStatus: 404, caseCode: '09', message: 'No Issuer' },
  { httpStatus: 404, caseCode: '10', message: 'Invalid API Transition' },
  { httpStatus: 404, caseCode: '11', message: 'Invalid Card/Account/Customer [info]/Virtual Account' },
  { httpStatus: 404, caseCode: '12', message: 'Invalid Bill/Virtual Account [Reason]' },
  { httpStatus: 404, caseCode: '13', message: 'Invalid Amount' },
  { httpStatus: 404, caseCode: '14', message: 'Paid Bill' },
  { httpStatus: 404, caseCode: '15', message: 'Invalid OTP' },
  { httpStatus: 404, caseCode: '16', message: 'Partner Not Found' },
  { httpStatus: 404, caseCode: '17', message: 'Invalid Terminal' },
  {
    httpStatus: 404,
    caseCode: '18',
    message: 'Inconsistent Request',
    note: 'a failure for a payment by direct debit; for a refund or a void, it was done already'
  },
  { httpStatus: 404, caseCode: '19', message: 'Invalid Bill/Virtual Account', note: 'expired' },
  { httpStatus: 405, caseCode: '00', message: 'Requested Function Is Not Supported' },
  { httpStatus: 405, caseCode: '01', message: 'Requested Opearation Is Not Allowed' },
  { httpStatus: 409, caseCode: '00', message: 'Conflict', note: 'an X-EXTERNAL-ID was used before on the same day' },
  { httpStatus: 409, caseCode: '01', message: 'Duplicate partnerReferenceNo' },
  { httpStatus: 429, caseCode: '00', message: 'Too Many Requests' },
  { httpStatus: 500, caseCode: '00', message: 'General Error' },
  { httpStatus: 500, caseCode: '01', message: 'Internal Server Error' },
  { httpStatus: 500, caseCode: '02', message: 'External Server Error' },
  { httpStatus: 504, caseCode: '00', message: 'Timeout' }
]
