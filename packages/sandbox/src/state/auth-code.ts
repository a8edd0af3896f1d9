/** What a consent comes to: exchanged once, within ten minutes, for a token. */
export type AuthCode = {
  readonly code: string
  readonly userId: string
  readonly partnerId: string
  readonly scopes: readonly string[]
  readonly externalId: string
  readonly redirectUrl: string
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedAt?: number
  /** Set when the binding ended before the code was used. */
  readonly revokedAt?: number
}
