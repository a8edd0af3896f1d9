/** A cell's value, or what is wrong with it. */
export type Checked<Value> = { value: Value } | { problem: string }

const FORMAT_AS_TEXT = 'format the column as Text in Excel, enter the number again and save as CSV'
const MAX_DIGITS = 64

/**
 * Checks an account number: digits only, kept as text so that leading zeros stay. Numbers that a spreadsheet has
 * rewritten are refused and never repaired: the digits it dropped can't be got back from what it left.
 *
 * @example
 * checkAccountNumber('0011223344') // { value: '0011223344' }
 * checkAccountNumber('8.23E+09')   // { problem: 'Excel turned this …' }
 */
export function checkAccountNumber(text: string): Checked<string> {
  if (text === '') return { problem: 'is empty' }
  if (/^[+-]?\d+([.,]\d+)?\s*e\s*[+-]?\d+$/i.test(text)) {
    return {
      problem: `Excel turned this account number into scientific notation (${text}) and dropped digits: ${FORMAT_AS_TEXT}`
    }
  }
  if (/^\d+[.,]0+$/.test(text)) {
    return {
      problem: `Excel turned this account number into a number with decimals (${text}), leading zeros may be lost: ${FORMAT_AS_TEXT}`
    }
  }
  if (/^'\d+$/.test(text)) return { problem: "starts with an apostrophe, Excel's mark for text: write the digits only" }
  if (/^\d[\d .,-]*\d$/.test(text) && /\D/.test(text)) {
    return { problem: `has separators (${text}): if Excel put them there, ${FORMAT_AS_TEXT}; else write the digits only` }
  }
  if (!/^\d+$/.test(text)) return { problem: `must be digits only, and is ${JSON.stringify(shorten(text))}` }
  if (text.length > MAX_DIGITS) return { problem: `has ${text.length} digits: at most ${MAX_DIGITS} are allowed` }
  return { value: text }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
