import { hexHmac } from './hex-hmac.js'
import { requireKey, requirePart } from './require-parts.js'

/**
 * Makes the signature of a finished account validation: HMAC-SHA256 of `accountNumber|bankCode|status`, in lower-case
 * hexadecimal. The account holder's name is not part of it.
 *
 * @throws {InvalidArgumentError} when a part is empty or holds a `|`
 *
 * @example
 * signAccountValidation({ accountNumber: '8888105', bankCode: 'bca', status: 'valid', apiKey: 'dp_test_local' })
 * // '30f38a215c6d1ee4cba39f4b04c9a13e265c98b7668a107588dd19696f71b540'
 */
export function signAccountValidation(parts: {
  accountNumber: string
  bankCode: string
  status: string
  apiKey: string
}): string {
  requirePart('accountNumber', parts.accountNumber)
  requirePart('bankCode', parts.bankCode)
  requirePart('status', parts.status)
  requireKey(parts.apiKey)
  return hexHmac(parts.apiKey, `${parts.accountNumber}|${parts.bankCode}|${parts.status}`)
}
