/** DANA's: an auth code and a one-time token count for ten minutes. */
export const CODE_LIFETIME_MS = 10 * 60_000

/** DANA's: both tokens count for three years. */
export const TOKEN_LIFETIME_MS = 3 * 365 * 24 * 60 * 60_000
