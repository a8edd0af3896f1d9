/**
 * An amount as people in Indonesia write it; sen only where there are any.
 *
 * @example
 * formatRupiah(1250000_00n) // 'Rp1.250.000'
 */
export function formatRupiah(sen: bigint): string {
  const [sign, positive] = sen < 0n ? ['-', -sen] : ['', sen]
  const rupiah = String(positive / 100n).replace(/\B(?=(\d{3})+$)/g, '.')
  const rest = positive % 100n
  return `${sign}Rp${rupiah}${rest === 0n ? '' : `,${String(rest).padStart(2, '0')}`}`
}
