/**
 * Writes an amount in the form that signatures use: rupiah with exactly two decimals.
 *
 * @returns undefined when the text is no amount: a sign, an exponent, a separator, a leading zero, a third decimal.
 *
 * @example
 * normaliseAmount('50000') // '50000.00'
 */
export function normaliseAmount(amount: unknown): string | undefined {
  const match = typeof amount === 'string' ? /^(0|[1-9]\d{0,14})(?:\.(\d{1,2}))?$/.exec(amount) : null
  return match === null ? undefined : `${match[1]}.${(match[2] ?? '').padEnd(2, '0')}`
}
