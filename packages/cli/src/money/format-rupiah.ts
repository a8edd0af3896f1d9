/**
 * Writes an amount for people: grouped thousands, and sen only where there are any.
 *
 * @param amountSen sen, that is 1/100 rupiah
 *
 * @example
 * formatRupiah(1250000000n) // 'Rp 12,500,000'
 * formatRupiah(1000050n)    // 'Rp 10,000.50'
 */
export function formatRupiah(amountSen: bigint): string {
  const absolute = amountSen < 0n ? -amountSen : amountSen
  const rupiah = (absolute / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const sen = absolute % 100n === 0n ? '' : `.${(absolute % 100n).toString().padStart(2, '0')}`
  return `${amountSen < 0n ? '-' : ''}Rp ${rupiah}${sen}`
}
