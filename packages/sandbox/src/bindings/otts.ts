import { type Context, type Decision, refused } from '../state/decision.js'
import type { Ott } from '../state/ott.js'
import { type Outcome, refuse } from '../state/outcome.js'
import { randomText } from '../state/random-text.js'
import type { State } from '../state/state.js'
import type { User } from '../state/user.js'
import { checkToken } from './check-token.js'
import { CODE_LIFETIME_MS } from './lifetimes.js'

/** A one-time token for the user a merchant has a token of. */
export function applyOtt(
  state: State,
  { partnerId, accessToken }: { partnerId: string; accessToken: string },
  { now, random }: Context
): Decision<{ ott: Ott }> {
  const checked = checkToken(state, { partnerId, accessToken, serviceCode: '49' }, now)
  if (checked.refused) return refused(checked)
  const ott: Ott = {
    value: randomText(random, 48),
    userId: checked.user.id,
    partnerId,
    createdAt: now,
    expiresAt: now + CODE_LIFETIME_MS
  }
  return { events: [{ type: 'ott.applied', at: now, ott }], outcome: () => ({ refused: false, ott }) }
}

/** Why a one-time token opens nothing, if it doesn't. */
export function checkOtt(state: State, value: string, now: number): Outcome<{ ott: Ott; user: User }> {
  const ott = state.otts.get(value)
  const user = ott === undefined ? undefined : state.users.get(ott.userId)
  const unauthorized = (reason: string, detail: string) => refuse(401, '00', reason, { detail })
  if (ott === undefined || user === undefined) return unauthorized('ott_unknown', 'Invalid OTT')
  if (ott.usedAt !== undefined) return unauthorized('ott_used', 'OTT Used')
  if (ott.revokedAt !== undefined) return unauthorized('ott_revoked', 'Invalid OTT')
  if (now >= ott.expiresAt) return unauthorized('ott_expired', 'OTT Expired')
  return { refused: false, ott, user }
}

/** Uses a one-time token up. */
export function consumeOtt(
  state: State,
  { value }: { value: string },
  { now }: Context
): Decision<{ userId: string; partnerId: string }> {
  const checked = checkOtt(state, value, now)
  if (checked.refused) return refused(checked)
  const { userId, partnerId } = checked.ott
  return { events: [{ type: 'ott.consumed', at: now, value }], outcome: () => ({ refused: false, userId, partnerId }) }
}
