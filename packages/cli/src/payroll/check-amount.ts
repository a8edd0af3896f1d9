import { formatRupiah } from '../money/format-rupiah.js'
import { parseAmount } from '../money/parse-amount.js'
import type { Checked } from './check-account-number.js'

export type AmountLimits = { minAmountSen: bigint; maxAmountSen: bigint }

const HOW = 'write rupiah as plain digits, like 10000 or 10000.00'

/**
 * Checks an amount: `10000` or `10000.00`, nothing else. `10.000` and `10,000` are each ten thousand to some readers
 * and ten to others, so neither is guessed at.
 *
 * @returns the amount in sen
 */
export function checkAmount(text: string, limits: AmountLimits): Checked<bigint> {
  const amountSen = parseAmount(text)
  if (amountSen === undefined) return { problem: describeFault(text) }
  if (amountSen === 0n) return { problem: 'must be more than zero' }
  if (amountSen < limits.minAmountSen)
    return { problem: `${formatRupiah(amountSen)} is below the least amount, ${formatRupiah(limits.minAmountSen)}` }
  if (amountSen > limits.maxAmountSen)
    return { problem: `${formatRupiah(amountSen)} is above the greatest amount, ${formatRupiah(limits.maxAmountSen)}` }
  return { value: amountSen }
}

function describeFault(text: string): string {
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
  if (text === '') return 'is empty'
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return `${shown} is in scientific notation: ${HOW}`
  if (/^(rp|idr)/i.test(text)) return `${shown} names the currency: ${HOW}`
  if (/^-/.test(text)) return `${shown} is negative`
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) || /^\d{1,3}(\.\d{3})+(,\d*)?$/.test(text))
    return `${shown} has thousands separators: ${HOW}`
  if (/^\d+,\d{1,2}$/.test(text)) return `${shown} has a decimal comma: ${HOW}`
  if (/^\d+\.\d{3,}$/.test(text)) return `${shown} has more than 2 decimals: ${HOW}`
  if (/^\d{16,}/.test(text)) return `${shown} is above every limit`
  return `${shown} is not an amount: ${HOW}`
}
