/** A one-time token: opens the cashier without a login, once, within ten minutes. */
export type Ott = {
  readonly value: string
  readonly userId: string
  readonly partnerId: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedAt?: number
  /** Set when the binding ended before it was used. */
  readonly revokedAt?: number
}
