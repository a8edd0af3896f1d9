import { MAX_WRONG_PINS } from '../../accounts/login.js'
import type { Engine } from '../../state/engine.js'
import type { Refusal } from '../../state/outcome.js'
import type { Texts } from '../texts/texts.js'

/** What a refused login says to whoever typed the PIN. */
export function loginError(refusal: Refusal, phone: string, engine: Engine, texts: Texts): string {
  if (refusal.reason === 'wrong_pin') return texts.wrongPin(triesLeft(engine, phone))
  if (refusal.reason === 'blocked') return texts.blocked
  return refusal.reason === 'unknown_user' ? texts.unknownPhone : texts.accountNotUsable
}

function triesLeft(engine: Engine, phone: string): number {
  const user = engine.findUserByPhone(phone)
  const tries = user && engine.readState().wrongPins.get(user.id)
  return MAX_WRONG_PINS - (tries?.count ?? 0)
}
