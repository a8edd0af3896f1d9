/**
 * Writes an amount as the protocol does: rupiah with exactly two decimals.
 *
 * @param amountSen sen, that is 1/100 rupiah
 *
 * @example
 * formatAmount(1000050n) // '10000.50'
 */
export function formatAmount(amountSen: bigint): string {
  const digits = (amountSen < 0n ? -amountSen : amountSen).toString().padStart(3, '0')
  return `${amountSen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
