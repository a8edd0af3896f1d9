import { formatAmount } from '../money/format-amount.js'
import { parseAmount } from '../money/parse-amount.js'

export type AmountLimits = { minAmountSen: bigint; maxAmountSen: bigint }

/**
 * Reads an amount and checks it against limits.
 *
 * @returns the amount in sen, or a text that says what is wrong with it
 *
 * @example
 * checkAmount('1.234', limits) // 'has more than two decimals'
 */
export function checkAmount(text: string, { minAmountSen, maxAmountSen }: AmountLimits): bigint | string {
  const amountSen = parseAmount(text)
  if (amountSen === undefined) return describeFault(text)
  if (amountSen === 0n) return 'must be more than zero'
  if (amountSen < minAmountSen) return `is below the least amount, ${formatAmount(minAmountSen)}`
  if (amountSen > maxAmountSen) return `is above the greatest amount, ${formatAmount(maxAmountSen)}`
  return amountSen
}

function describeFault(text: string): string {
  if (text === '') return 'must not be empty'
  if (/^-[\d.]+$/.test(text)) return 'must not be negative'
  if (/^\d+\.\d{3,}$/.test(text)) return 'has more than two decimals'
  if (/^[+\d.]+e[+-]?\d+$/i.test(text)) return 'must be written without an exponent, like "10000.00"'
  if (/^\d{16,}(\.\d{1,2})?$/.test(text)) return 'has too many digits'
  if (/^\d[\d.,_' ]*$/.test(text)) return 'must be written without separators, like "10000.00"'
  return 'must be digits with at most two decimals, like "10000.00"'
}
