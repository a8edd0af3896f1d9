import { createTokenBuckets } from './create-token-buckets.js'

/** What is being found out about a key. */
export type KeyTrial = {
  succeed(): void
  fail(): void
  /** It could not be found out. */
  giveUp(): void
}

/** Keeps one address from trying many keys. */
export type WrongKeyGuard = {
  /** Called before a key is looked up. Refused, with the time to wait, where too many wrong ones came from the address. */
  begin(address: string, keyHash: string): KeyTrial | { waitMs: number }
}

/** A minute of wrong keys may come at once. */
const BURST_SECONDS = 60
/** Of addresses with wrong keys, and of keys that were right: some megabytes at the most. */
const MAX_REMEMBERED = 20_000

/**
 * Makes the guard of one process. A key takes a token of its address before it is looked up and gives it back when it is
 * right; so however many are tried at once, no more than the tokens there are get as far as the database.
 *
 * A key that was right from this address lately needs no token: others behind the same address (a proxy's, an office's)
 * can't shut it out with wrong ones. It is looked up all the same, so that a revoked one is refused at once.
 *
 * @param perMinute wrong keys of one address, in the long run
 */
export function createWrongKeyGuard(options: { perMinute: number; elapsedMs: () => number }): WrongKeyGuard {
  const { perMinute, elapsedMs } = options
  const burst = Math.max(1, Math.floor((perMinute * BURST_SECONDS) / 60))
  const tokens = createTokenBuckets({ perSecond: perMinute / 60, burst, maxNames: MAX_REMEMBERED, elapsedMs })
  const known = new Map<string, true>()
  /** Keys that are being looked up: the same one, many times at once, is one key. */
  const pending = new Map<string, number>()

  function remember(name: string): void {
    known.delete(name)
    known.set(name, true)
    if (known.size > MAX_REMEMBERED) known.delete(known.keys().next().value!)
  }

  return {
    begin(address, keyHash) {
      const name = `${address} ${keyHash}`
      const isKnown = known.has(name)
      const others = pending.get(name) ?? 0
      const ownsToken = !isKnown && others === 0
      if (ownsToken) {
        const taken = tokens.take(address)
        if (!taken.isTaken) return { waitMs: taken.waitMs }
      }
      pending.set(name, others + 1)
      const end = () => {
        const left = pending.get(name)! - 1
        if (left === 0) pending.delete(name)
        else pending.set(name, left)
      }
      return {
        succeed() {
          end()
          if (ownsToken) tokens.giveBack(address)
          remember(name)
        },
        giveUp() {
          end()
          if (ownsToken) tokens.giveBack(address)
        },
        fail() {
          end()
          known.delete(name)
          if (!ownsToken) tokens.takeAnyway(address)
        }
      }
    }
  }
}
