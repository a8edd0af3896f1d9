import { parseAmount } from '../money/parse-amount.js'
import type { Checked } from '../payroll/check-account-number.js'

/** What stands before the cents, where the text shows it: a file that has both can't be read. */
export type DecimalMark = 'point' | 'comma' | undefined

const HOW = 'write rupiah as plain digits, like 10000 or 10000.00'

/**
 * Reads an amount of a bank's statement, exactly or not at all. Thousands separators are taken where nothing else can be
 * meant: `1.250.000`, `1.250.000,00`, `1,250,000.00`. `1.250` and `1,250` mean a thousand and more to some and one and a
 * quarter to others, so they are refused.
 *
 * @returns the amount in sen, and which decimal mark the text shows
 *
 * @example
 * readStatementAmount('1.250.000,00') // { value: { amountSen: 125000000n, mark: 'comma' } }
 * readStatementAmount('1.250')        // { problem: '"1.250" can mean …' }
 */
export function readStatementAmount(text: string): Checked<{ amountSen: bigint; mark: DecimalMark }> {
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
  if (text === '') return { problem: 'is empty' }
  if (/^\d{1,3}[.,]\d{3}$/.test(text)) {
    return { problem: `${shown} can mean thousands or decimals: ${HOW}` }
  }
  const mark = findMark(text)
  const amountSen = parseAmount(toPlain(text))
  if (amountSen !== undefined) return { value: { amountSen, mark } }
  if (/^[-(]/.test(text))
    return { problem: `${shown} has a sign: tell money that comes in by a column direction (debit, credit)` }
  if (/^(rp|idr)/i.test(text)) return { problem: `${shown} names the currency: ${HOW}` }
  return { problem: `${shown} is not an amount: ${HOW}` }
}

function findMark(text: string): DecimalMark {
  if (/[^,],\d{1,2}$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return 'comma'
  if (/\.\d{1,2}$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return 'point'
  return undefined
}

/** The same amount without separators; the text itself where its separators don't stand in their places. */
function toPlain(text: string): string {
  if (/^\d{1,3}(\.\d{3})+,\d{2}$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text))
    return text.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(,\d{3})+\.\d{2}$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '')
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text
}
