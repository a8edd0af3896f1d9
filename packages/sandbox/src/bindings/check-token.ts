import { checkUser } from '../accounts/check-user.js'
import { type Outcome, refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import type { Token } from '../state/token.js'
import type { User } from '../state/user.js'

/**
 * Whose access token it is. An expired one is 401/01 "Token Expired" for a one-time token, as DANA's own suite has it, and
 * 401/02 elsewhere, like an unknown one, a revoked one and another partner's.
 */
export function checkToken(
  state: State,
  { partnerId, accessToken, serviceCode }: { partnerId: string; accessToken: string; serviceCode: string },
  now: number
): Outcome<{ token: Token; user: User }> {
  const token = state.tokens.get(accessToken.replace(/^Bearer /i, ''))
  const user = token === undefined ? undefined : state.users.get(token.userId)
  if (token === undefined || user === undefined || token.partnerId !== partnerId) return refuse(401, '02', 'token_unknown')
  if (token.revokedAt !== undefined) return refuse(401, '02', 'token_revoked')
  if (now >= token.accessExpiresAt) {
    return serviceCode === '49'
      ? refuse(401, '01', 'token_expired', { message: 'Token Expired' })
      : refuse(401, '02', 'token_expired')
  }
  return checkUser(user, serviceCode) ?? { refused: false, token, user }
}
