import { type Context, type Decision, refused } from '../state/decision.js'
import type { EventBody } from '../state/event.js'
import { refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import type { User } from '../state/user.js'
import { checkToken } from './check-token.js'

/** The merchant ends the binding its access token belongs to. */
export function unbind(
  state: State,
  { partnerId, accessToken }: { partnerId: string; accessToken: string },
  { now }: Context
): Decision<{ user: User }> {
  const checked = checkToken(state, { partnerId, accessToken, serviceCode: '09' }, now)
  if (checked.refused) return refused(checked)
  return end(state, { by: 'merchant', user: checked.user, partnerId }, now)
}

/** The user ends the binding with a partner in the app. */
export function unbindByUser(
  state: State,
  { userId, partnerId }: { userId: string; partnerId: string },
  { now }: Context
): Decision<{ user: User }> {
  const user = state.users.get(userId)
  if (user === undefined) return refused(refuse(404, '11', 'user_unknown'))
  if (liveTokens(state, userId, partnerId).length === 0) return refused(refuse(404, '01', 'not_bound'))
  return end(state, { by: 'user', user, partnerId }, now)
}

function end(
  state: State,
  { by, user, partnerId }: { by: 'merchant' | 'user'; user: User; partnerId: string },
  now: number
): Decision<{ user: User }> {
  const accessTokens = liveTokens(state, user.id, partnerId)
  const event: EventBody = { type: 'binding.ended', at: now, by, userId: user.id, partnerId, accessTokens }
  return { events: [event], outcome: () => ({ refused: false, user }) }
}

function liveTokens(state: State, userId: string, partnerId: string): string[] {
  const tokens: string[] = []
  for (const token of state.tokens.values()) {
    if (token.userId === userId && token.partnerId === partnerId && token.revokedAt === undefined) tokens.push(token.accessToken)
  }
  return tokens
}
