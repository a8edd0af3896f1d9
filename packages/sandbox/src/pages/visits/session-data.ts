import type { BindingFlow } from '../binding/binding-flow.js'
import type { Checkout } from '../cashier/checkout.js'
import type { Language } from '../texts/texts.js'
import type { Wallet } from '../wallet/wallet.js'

/** What a session remembers. */
export type SessionData = {
  language?: Language
  /** Bindings under way, by their own number. */
  bindings: Map<string, BindingFlow>
  /** Orders whose cashier page was opened, by reference number. */
  checkouts: Map<string, Checkout>
  wallet: Wallet
  /** What the last action of a developer came to, until it was shown. */
  notice?: { good: boolean; text: string; isEnglish?: boolean }
}

export function makeSessionData(): SessionData {
  return { bindings: new Map(), checkouts: new Map(), wallet: { topUps: new Map() } }
}

const MOST_AT_ONCE = 20

/** Remembers something under a key, and forgets what was remembered first when it gets too much. */
export function remember<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= MOST_AT_ONCE) break
    map.delete(oldest)
  }
  return value
}
