import { checkUser } from '../accounts/check-user.js'
import type { AuthCode } from '../state/auth-code.js'
import { type Context, type Decision, refused } from '../state/decision.js'
import { refuse } from '../state/outcome.js'
import { randomText } from '../state/random-text.js'
import type { State } from '../state/state.js'
import type { Token } from '../state/token.js'
import type { User } from '../state/user.js'
import { CODE_LIFETIME_MS, TOKEN_LIFETIME_MS } from './lifetimes.js'

/** The user consented: a code for the merchant. */
export function grantAuthCode(
  state: State,
  input: { partnerId: string; userId: string; scopes: readonly string[]; externalId: string; redirectUrl: string },
  { now, random }: Context
): Decision<{ authCode: AuthCode }> {
  const merchant = state.merchants.get(input.partnerId)
  if (merchant === undefined || merchant.status !== 'active') return refused(refuse(404, '16', 'partner_unknown'))
  const user = state.users.get(input.userId)
  if (user === undefined) return refused(refuse(404, '11', 'user_unknown'))
  const refusal = user.status === 'closed' ? refuse(403, '18', 'user_closed') : checkUser(user, '10')
  if (refusal !== undefined) return refused(refusal)
  const authCode: AuthCode = {
    code: randomText(random, 32),
    userId: user.id,
    partnerId: input.partnerId,
    scopes: [...input.scopes],
    externalId: input.externalId,
    redirectUrl: input.redirectUrl,
    createdAt: now,
    expiresAt: now + CODE_LIFETIME_MS
  }
  return {
    events: [{ type: 'auth_code.granted', at: now, authCode }],
    outcome: () => ({ refused: false, authCode })
  }
}

/** The merchant turns the code into a token, once. */
export function exchangeAuthCode(
  state: State,
  { partnerId, authCode: code }: { partnerId: string; authCode: string },
  { now, random }: Context
): Decision<{ token: Token; user: User }> {
  const authCode = state.authCodes.get(code)
  const unauthorized = (reason: string, detail: string) => refused(refuse(401, '00', reason, { detail }))
  if (authCode === undefined || authCode.partnerId !== partnerId) return unauthorized('auth_code_unknown', 'Invalid Auth Code')
  const user = state.users.get(authCode.userId)!
  if (authCode.usedAt !== undefined) return unauthorized('auth_code_used', 'Auth Code Used')
  if (authCode.revokedAt !== undefined) return unauthorized('auth_code_revoked', 'Invalid Auth Code')
  if (now >= authCode.expiresAt) return unauthorized('auth_code_expired', 'Auth Code Expired')
  const refusal = checkUser(user, '74')
  if (refusal !== undefined) return refused(refusal)
  const token = makeToken({ partnerId, userId: user.id, scopes: authCode.scopes }, { now, random })
  return {
    events: [{ type: 'token.issued', at: now, authCode: code, token }],
    outcome: () => ({ refused: false, token, user })
  }
}

/** The next pair for the refresh token of the last, which ends. */
export function refreshToken(
  state: State,
  { partnerId, refreshToken: refresh }: { partnerId: string; refreshToken: string },
  { now, random }: Context
): Decision<{ token: Token; user: User }> {
  const before = state.tokens.get(state.refreshTokens.get(refresh) ?? '')
  const unauthorized = (reason: string, detail: string) => refused(refuse(401, '00', reason, { detail }))
  if (before === undefined || before.partnerId !== partnerId)
    return unauthorized('refresh_token_unknown', 'Invalid Refresh Token')
  if (before.revokedAt !== undefined) return unauthorized('refresh_token_revoked', 'Invalid Refresh Token')
  if (now >= before.refreshExpiresAt) return unauthorized('refresh_token_expired', 'Refresh Token Expired')
  const user = state.users.get(before.userId)!
  const refusal = checkUser(user, '74')
  if (refusal !== undefined) return refused(refusal)
  const token = makeToken(before, { now, random })
  return {
    events: [{ type: 'token.refreshed', at: now, accessToken: before.accessToken, token }],
    outcome: () => ({ refused: false, token, user })
  }
}

function makeToken(binding: Pick<Token, 'partnerId' | 'userId' | 'scopes'>, { now, random }: Context): Token {
  return {
    accessToken: randomText(random, 64),
    refreshToken: randomText(random, 64),
    userId: binding.userId,
    partnerId: binding.partnerId,
    scopes: binding.scopes,
    createdAt: now,
    accessExpiresAt: now + TOKEN_LIFETIME_MS,
    refreshExpiresAt: now + TOKEN_LIFETIME_MS
  }
}
