import { createHmac } from 'node:crypto'

/**
 * The protocol's `data.signature`: lower-case hex HMAC-SHA256 over the parts joined by `|`.
 *
 * - `disbursement.*`: the batch's id, and the amount of the whole batch with two decimals
 * - `account_validation.completed`: account number, bank code, status
 *
 * Nothing else in the body is covered by it; the Standard Webhooks headers cover all of it.
 *
 * @param secretKey the merchant's API key of that mode, as it was shown
 *
 * @example
 * signEvent('dp_test_demo', ['dis_abc123', '50000.00']) // '936658ef…'
 */
export function signEvent(secretKey: string, parts: readonly string[]): string {
  return createHmac('sha256', secretKey).update(parts.join('|')).digest('hex')
}
