import type { RailCalls } from './call-rail.js'
import type { Rail } from './rail.js'
import { readOutcome } from './read-outcome.js'

/** One call to a rail that is over, as the server takes it. */
export type RailObservation = { rail: string; call: keyof RailCalls; outcome: string; durationSeconds: number }

/**
 * Makes a rail that tells of each of its calls when it is over. What the server takes for unknown (an error, an answer that
 * can't be read, none in time) is told as that, whatever comes later.
 *
 * @param elapsedMs a clock that never goes back
 *
 * @example
 * const rails = [bank].map((rail) => observeRail(rail, metrics.observeRailCall, clock.elapsedMs))
 */
export function observeRail(rail: Rail, observe: (observation: RailObservation) => void, elapsedMs: () => number): Rail {
  async function watch<Call extends keyof RailCalls>(
    call: Call,
    signal: AbortSignal,
    ask: () => Promise<RailCalls[Call]['outcome']>
  ): Promise<RailCalls[Call]['outcome']> {
    const startedMs = elapsedMs()
    let isTold = false
    const tell = (outcome: string) => {
      if (isTold) return
      isTold = true
      observe({ rail: rail.name, call, outcome, durationSeconds: (elapsedMs() - startedMs) / 1000 })
    }
    const giveUp = () => tell('unknown')
    signal.addEventListener('abort', giveUp, { once: true })
    try {
      const outcome = await ask()
      tell(readOutcome(call, outcome).kind)
      return outcome
    } catch (error) {
      tell('unknown')
      throw error
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  }
  return {
    ...rail,
    inquire: async (account, signal) => watch('inquire', signal, () => rail.inquire(account, signal)),
    transfer: async (transfer, signal) => watch('transfer', signal, () => rail.transfer(transfer, signal)),
    status: async (reference, signal) => watch('status', signal, () => rail.status(reference, signal))
  }
}
