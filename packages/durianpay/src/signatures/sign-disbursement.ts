import { InvalidArgumentError } from '../errors.js'
import { hexHmac } from './hex-hmac.js'
import { normaliseAmount } from './normalise-amount.js'
import { requireKey, requirePart } from './require-parts.js'

/**
 * Makes the signature of a batch: HMAC-SHA256 of `id|amount`, in lower-case hexadecimal.
 *
 * The amount is that of the whole batch as submitted (`total_amount`, or `amount` in
 * `disbursement.validation_completed`), not what was paid in the end. It is signed with two decimals, however it is given.
 *
 * @param parts.id the batch, `dis_…`
 * @param parts.amount rupiah, `'50000'`, `'50000.5'` or `'50000.00'`
 * @param parts.apiKey the secret key of the batch's mode
 * @throws {InvalidArgumentError} when the amount is none, or the id is empty or holds a `|`
 *
 * @example
 * signDisbursement({ id: 'dis_abc123', amount: '50000.00', apiKey: 'dp_test_demo' })
 * // '936658ef04244256212e98d13c1059dc606f777fcbfac7fdbdb7bb65f86bd196'
 */
export function signDisbursement(parts: { id: string; amount: string; apiKey: string }): string {
  const amount = normaliseAmount(parts.amount)
  if (amount === undefined) throw new InvalidArgumentError('amount', 'must be rupiah with at most two decimals, as a string')
  requirePart('id', parts.id)
  requireKey(parts.apiKey)
  return hexHmac(parts.apiKey, `${parts.id}|${amount}`)
}
