// Amounts are decimal strings on the wire and bigint sen (1/100 rupiah) where something is computed: never a number.

/** `85000.00` to sen. */
export function toSen(value: string): bigint {
  const [rupiah = '0', sen = ''] = value.split('.')
  return BigInt(rupiah) * 100n + BigInt(sen.padEnd(2, '0').slice(0, 2))
}

/** Sen to `85000.00`. */
export function toAmount(sen: bigint): string {
  return `${sen / 100n}.${String(sen % 100n).padStart(2, '0')}`
}

/** `85000.00` as people write it: `Rp85.000`. */
export function formatRupiah(value: string): string {
  const [rupiah = '0', sen = '00'] = value.split('.')
  return `Rp${rupiah.replace(/\B(?=(\d{3})+$)/g, '.')}${/^0*$/.test(sen) ? '' : `,${sen}`}`
}
