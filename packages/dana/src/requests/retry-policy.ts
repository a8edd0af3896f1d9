import { InvalidOptionError } from '../errors/invalid-option-error.js'

/**
 * Which operations may be repeated.
 *
 * - `always`: they only read
 * - `when_asked`: DANA takes the same reference with the same content once, so the same body may be sent again; only a caller
 *   knows that it kept the reference
 * - `never`: a second try may be refused because the first one worked, or act on what has changed since
 */
const POLICIES: Record<string, 'always' | 'when_asked' | 'never'> = {
  queryPayment: 'always',
  balanceInquiry: 'always',
  queryUserProfile: 'always',
  widgetPayment: 'when_asked',
  refundOrder: 'when_asked',
  applyToken: 'never',
  applyOTT: 'never',
  accountUnbinding: 'never',
  cancelOrder: 'never'
}

/**
 * How many times a failed try of an operation is repeated at most.
 *
 * @throws {InvalidOptionError} when a call asks for repeats of an operation that is never repeated
 */
export function allowedRetries(operationId: string, asked: number | undefined, byDefault: number): number {
  const policy = POLICIES[operationId] ?? 'never'
  if (policy === 'always') return asked ?? byDefault
  if (policy === 'when_asked' || !asked) return asked ?? 0
  throw new InvalidOptionError('maxRetries', `maxRetries can't be given for ${operationId}, which is never sent twice`)
}
