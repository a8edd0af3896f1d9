/**
 * One movement of money. The books are DANA's, where balances are owed to their owners: a debit lowers, a credit raises. So
 * money goes from `debit` to `credit`, and all balances together are always 0.
 */
export type LedgerEntry = {
  /** 1, 2, 3, … */
  readonly id: number
  readonly at: number
  readonly debit: string
  readonly credit: string
  readonly amountSen: bigint
  readonly kind: 'opening' | 'adjustment' | 'top_up' | 'payment' | 'refund' | 'cancellation'
  readonly referenceNo?: string
  readonly refundNo?: string
}

/** Everything outside: where balances come from, and who pays by card or virtual account. May be below 0. */
export const WORLD = 'world'

/**
 * The ledger's account of a user.
 *
 * @example
 * engine.balanceOf(userAccount(user.id))
 */
export function userAccount(userId: string): string {
  return `user:${userId}`
}

/** The ledger's account of a merchant. */
export function merchantAccount(merchantId: string): string {
  return `merchant:${merchantId}`
}
