/** A binding's keys: the access token a merchant acts with, and the refresh token that gets the next pair. */
export type Token = {
  readonly accessToken: string
  readonly refreshToken: string
  readonly userId: string
  readonly partnerId: string
  readonly scopes: readonly string[]
  readonly createdAt: number
  readonly accessExpiresAt: number
  readonly refreshExpiresAt: number
  /** Set by unbinding, and when the pair was refreshed. Neither token works afterwards. */
  readonly revokedAt?: number
}
