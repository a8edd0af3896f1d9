import { type Context, type Decision, refused } from '../state/decision.js'
import { userAccount } from '../state/ledger-entry.js'
import { refuse } from '../state/outcome.js'
import type { State } from '../state/state.js'
import { checkUser } from './check-user.js'

/** The most that a user can put in at once: Rp 20,000,000, as much as an order may cost. Ours. */
export const MAX_TOP_UP_SEN = 20_000_000_00n

/** A user puts money into the account, from the world. */
export function topUp(
  state: State,
  { userId, amountSen }: { userId: string; amountSen: bigint },
  { now }: Context
): Decision<{ balanceSen: bigint }> {
  const user = state.users.get(userId)
  if (user === undefined) return refused(refuse(404, '11', 'user_unknown'))
  // Whoever can't pay can't put money in either.
  const barred = checkUser(user, '54')
  if (barred !== undefined) return refused(barred)
  if (amountSen <= 0n) return refused(refuse(400, '01', 'invalid_field', { detail: 'amount' }))
  if (amountSen > MAX_TOP_UP_SEN) return refused(refuse(403, '02', 'amount_over_limit'))
  return {
    events: [{ type: 'user.topped_up', at: now, userId, amountSen }],
    outcome: (after) => ({ refused: false, balanceSen: after.balances.get(userAccount(userId)) ?? 0n })
  }
}
