/**
 * Reads an amount as the protocol writes it: a decimal string of rupiah with at most two decimals, no sign, no
 * exponent, no separators.
 *
 * @returns sen (1/100 rupiah), or undefined when the text is no such amount
 *
 * @example
 * parseAmount('10000.50') // 1000050n
 * parseAmount('10,000')   // undefined
 */
export function parseAmount(text: string): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  return BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
}
