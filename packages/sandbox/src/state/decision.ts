import type { EventBody } from './event.js'
import type { Outcome, Refusal } from './outcome.js'
import type { State } from './state.js'

/** What a command decides with, besides the state: the sandbox's time, and randomness. */
export type Context = {
  readonly now: number
  readonly random: (byteCount: number) => Uint8Array
}

/**
 * What a command came to: what happens, and then the answer, read from the state as it is afterwards. A refusal may change
 * something too: a wrong PIN counts, an order found expired is closed.
 */
export type Decision<Result> = {
  readonly events: readonly EventBody[]
  readonly outcome: (state: State) => Outcome<Result>
}

/** Nothing happens, and this is the answer. */
export function refused(refusal: Refusal, events: readonly EventBody[] = []): Decision<never> {
  return { events, outcome: () => refusal }
}
