import type { Texts } from '../texts/texts.js'

/** An order's cashier page, as one browser has it. */
export type Checkout = {
  /** As accounts are kept under; typed in, not yet proved by a PIN. */
  phone?: string
  /** Who logged in, or whose OTT opened the page. */
  userId?: string
  error?: string
  warning?: string
  /** What each press of a pay button came to, by the number that was in the form. The same form sent twice pays once. */
  attempts: Map<string, Promise<Attempt>>
}

export type FailureKind = keyof Texts['failures']

export type Attempt = { failure?: FailureKind }

const FAILURES: Record<string, FailureKind> = {
  order_paid: 'paid',
  order_expired: 'expired',
  order_cancelled: 'cancelled',
  insufficient_balance: 'insufficient'
}

/** What a refused payment means to the customer. */
export function failureOf(reason: string): FailureKind {
  return FAILURES[reason] ?? (reason.startsWith('user_') ? 'account' : 'other')
}
