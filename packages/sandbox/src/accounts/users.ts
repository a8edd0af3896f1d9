import { type Context, type Decision, refused } from '../state/decision.js'
import { userAccount } from '../state/ledger-entry.js'
import { refuse } from '../state/outcome.js'
import { randomDigits, randomText } from '../state/random-text.js'
import type { State } from '../state/state.js'
import type { User, UserChanges, UserInput } from '../state/user.js'
import { normalisePhone } from './normalise-phone.js'
import { findUserFault } from './user-fields.js'

/** Opens an account; the balance it starts with comes from the world. */
export function addUser(state: State, input: UserInput, { now, random }: Context): Decision<{ user: User }> {
  const fault = findUserFault(state, input, undefined)
  if (fault !== undefined) return refused(fault)
  const id = input.id ?? `216610${randomDigits(random, 14)}`
  if (state.users.has(id)) return refused(refuse(409, '00', 'user_id_taken'))
  const phone = normalisePhone(input.phone)!
  const name = input.name ?? `Pengguna ${phone.slice(-4)}`
  const user: User = {
    id,
    publicUserId: input.publicUserId ?? randomText(random, 24),
    phone,
    pin: input.pin ?? '123321',
    otherPins: [...(input.otherPins ?? [])],
    name,
    nickname: input.nickname ?? name.split(' ')[0]!,
    kycLevel: input.kycLevel ?? '02',
    status: input.status ?? 'active',
    answers: { ...input.answers },
    ...(input.email === undefined ? {} : { email: input.email }),
    ...(input.ktp === undefined ? {} : { ktp: input.ktp }),
    createdAt: now
  }
  return {
    events: [{ type: 'user.added', at: now, user, balanceSen: input.balanceSen ?? 0n }],
    outcome: (after) => ({ refused: false, user: after.users.get(id)! })
  }
}

/** Changes an account; a balance that is set comes from, or goes to, the world. */
export function changeUser(
  state: State,
  { userId, changes }: { userId: string; changes: UserChanges },
  { now }: Context
): Decision<{ user: User }> {
  if (!state.users.has(userId)) return refused(refuse(404, '11', 'user_unknown'))
  const fault = findUserFault(state, changes, userId)
  if (fault !== undefined) return refused(fault)
  const { balanceSen, phone, pin, otherPins, name, nickname, kycLevel, status, answers, email, ktp } = changes
  const given = Object.entries({ pin, name, nickname, kycLevel, status, email, ktp }).filter(([, value]) => value !== undefined)
  const adjustmentSen = balanceSen === undefined ? 0n : balanceSen - (state.balances.get(userAccount(userId)) ?? 0n)
  const fields: Partial<User> = {
    ...Object.fromEntries(given),
    ...(phone === undefined ? {} : { phone: normalisePhone(phone)! }),
    ...(otherPins === undefined ? {} : { otherPins: [...otherPins] }),
    ...(answers === undefined ? {} : { answers: { ...answers } })
  }
  return {
    events: [{ type: 'user.changed', at: now, userId, changes: fields, adjustmentSen }],
    outcome: (after) => ({ refused: false, user: after.users.get(userId)! })
  }
}
