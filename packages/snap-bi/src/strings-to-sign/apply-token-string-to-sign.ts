/** What a request for an access token signs. */
export type ApplyTokenParts = {
  /** The X-CLIENT-KEY header. DANA calls the same thing partner id and client id. */
  clientKey: string
  /** The X-TIMESTAMP header. */
  timestamp: string
}

/**
 * The text that a request for an access token signs: `CLIENT_KEY|TIMESTAMP`. The body is not part of it.
 *
 * @example
 * const text = applyTokenStringToSign({ clientKey: '2025010112345678901234', timestamp: '2026-01-15T10:04:05+07:00' })
 */
export function applyTokenStringToSign({ clientKey, timestamp }: ApplyTokenParts): string {
  return `${clientKey}|${timestamp}`
}
