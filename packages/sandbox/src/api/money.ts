import type { Money } from '../state/order.js'

/** An amount of sen as the wire has it: `10000.00` rupiah. */
export function toMoney(sen: bigint): Money {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0')
  return { value: `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: 'IDR' }
}
