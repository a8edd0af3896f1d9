/** A user's own pages: putting money in, and what went out and came back. */
export type WalletPage = 'topup' | 'transaction'

/** Whose wallet a browser has open. */
export type Wallet = {
  /** As accounts are kept under; typed in, not yet proved by a PIN. */
  phone?: string
  /** Who logged in, or whose OTT opened the page. */
  userId?: string
  error?: string
  warning?: string
  notice?: string
  /** What each press of the button came to, by the number that was in the form. The same form sent twice pays in once. */
  topUps: Map<string, Promise<boolean>>
}

/** Where a page is. `TOPUP_URL` and `TRANSACTION_URL` of queryUserProfile lead here. */
export function walletAddress(page: WalletPage): string {
  return `/m/portal/${page}`
}
