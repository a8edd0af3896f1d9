import type { Money } from '../state/order.js'

/** What a payment may come to at most: Rp 20,000,000. */
export const MAX_AMOUNT_SEN = 2_000_000_000n

/**
 * Reads an amount of the wire: digits, a point, two digits, at most 19 characters; rupiah.
 *
 * @returns sen, or undefined when it is no such text
 *
 * @example
 * parseAmount({ value: '10000.50', currency: 'IDR' }) // 1000050n
 */
export function parseAmount(amount: Money): bigint | undefined {
  const value: unknown = amount?.value
  if (typeof value !== 'string' || amount.currency !== 'IDR' || !/^\d{1,16}\.\d\d$/.test(value)) return undefined
  return BigInt(value.replace('.', ''))
}
