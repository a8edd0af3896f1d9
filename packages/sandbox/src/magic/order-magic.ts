/** What an order's amount makes of it once it is created. */
export type OrderMagic =
  /** It stands in the middle of its payment, and a query answers PAYING. */
  | 'paying'
  /** It is paid soon from outside, so that its notification comes without anybody paying. */
  | 'paid'

/** The amounts that mean something, in sen. Rp 11.013 is one too, but such an order expires like any other. */
const AMOUNTS: ReadonlyMap<bigint, OrderMagic> = new Map([
  [20_550_200n, 'paying'],
  [1_101_100n, 'paid'],
  [1_101_200n, 'paid']
])

/**
 * What is to happen to a new order of this amount.
 *
 * @param amountSen in sen
 * @returns undefined for all amounts that mean nothing
 *
 * @example
 * orderMagic(20_550_200n) // 'paying'
 */
export function orderMagic(amountSen: bigint): OrderMagic | undefined {
  return AMOUNTS.get(amountSen)
}
