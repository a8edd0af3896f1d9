/**
 * The accounts each merchant has in each mode.
 * - `available`: what the merchant may spend. Its balance is credits posted less debits posted and pending.
 * - `rail_clearing`: paid out over a rail, until a bank statement confirms it.
 * - `fees`: charged by whoever runs this server.
 * - `suspense`: money whose place a person must decide (late truth).
 * - `external`: the world outside.
 */
export const LEDGER_ACCOUNTS = ['available', 'external', 'fees', 'rail_clearing', 'suspense'] as const

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

/** Why a transfer was made. */
export type TransferPurpose =
  | 'opening_balance'
  | 'topup'
  | 'batch_amounts'
  | 'batch_fees'
  | 'paid_after_failed'
  | 'reversed_after_done'
  | 'statement'
  | 'statement_return'

/** A merchant's books in one mode: test and live money never meet. */
export type LedgerScope = { merchantId: string; isLive: boolean }
