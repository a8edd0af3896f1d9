import { type Context, type Decision, refused } from '../state/decision.js'
import { refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import type { User } from '../state/user.js'
import { normalisePhone } from './normalise-phone.js'

/** So many wrong PINs in a row block an account. */
export const MAX_WRONG_PINS = 3

/** For so long. How long DANA does is not documented. */
export const BLOCK_MS = 5 * 60_000

/** Opens an account by phone and PIN. Frozen, inactive and abnormal users do get in: it's what they do then that is refused. */
export function login(state: State, { phone, pin }: { phone: string; pin: string }, { now }: Context): Decision<{ user: User }> {
  const userId = state.phones.get(normalisePhone(phone) ?? '')
  const user = userId === undefined ? undefined : state.users.get(userId)
  if (user === undefined) return refused(refuse(404, '11', 'unknown_user'))
  if (user.status === 'closed') return refused(refuse(403, '18', 'closed'))
  const tries = state.wrongPins.get(user.id)
  if (tries?.blockedUntil !== undefined && now < tries.blockedUntil) return refused(refuse(403, '11', 'blocked'))
  if (pin === user.pin || user.otherPins.includes(pin)) {
    return {
      events: tries === undefined ? [] : [{ type: 'login.accepted', at: now, userId: user.id }],
      outcome: () => ({ refused: false, user })
    }
  }
  // A block that has run out starts the count anew.
  const count = tries === undefined || tries.blockedUntil !== undefined ? 1 : tries.count + 1
  const blocks = count >= MAX_WRONG_PINS
  return refused(blocks ? refuse(403, '11', 'blocked') : refuse(401, '00', 'wrong_pin', { detail: 'Invalid PIN' }), [
    { type: 'login.refused', at: now, userId: user.id, ...(blocks ? { blockedUntil: now + BLOCK_MS } : {}) }
  ])
}
