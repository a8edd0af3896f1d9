import type { Journal } from '../journal/journal.js'
import { applyEvent, replay } from './apply-event.js'
import type { Context, Decision } from './decision.js'
import type { Event } from './event.js'
import type { Outcome } from './outcome.js'
import { emptyState, type State } from './state.js'

/** What runs commands: one state, one order of events. */
export type Runner = {
  readonly state: State
  readonly now: () => number
  /** Decides and applies at once, and resolves when the events are on disk. */
  run<Result>(decide: (context: Context) => Decision<Result>): Promise<Outcome<Result>>
  /** As `run`, for what must not be refused: throws at once when it is. */
  demand<Result>(decide: (context: Context) => Decision<Result>, what: string): Promise<Outcome<Result>>
  subscribe(listener: (event: Event) => void): () => void
  settled(): Promise<void>
  close(): Promise<void>
}

/** Makes a runner, with the state that the journal holds. */
export function createRunner({
  clock,
  random,
  journal,
  onApplied
}: {
  clock: () => number
  random: (byteCount: number) => Uint8Array
  journal?: Journal
  /** Hears of an event at once, on disk or not. */
  onApplied: (event: Event) => void
}): Runner {
  // A snapshot of an earlier version may lack what was not kept then.
  const state = replay(journal?.restored.events ?? [], { ...emptyState(), ...journal?.restored.state })
  const now = () => clock() + state.offsetMs
  const listeners = new Set<(event: Event) => void>()
  /** Applied, but not yet told to the listeners: what they hear of is on disk. */
  const untold: Event[] = []
  let telling = false
  let closed = false

  const tellUpTo = (sequence: number) => {
    // A listener that runs a command comes by here again; its events wait their turn.
    if (telling) return
    telling = true
    while (untold.length > 0 && (journal === undefined || untold[0]!.sequence <= sequence)) {
      const event = untold.shift()!
      for (const listener of [...listeners]) {
        try {
          listener(event)
        } catch {
          // Whoever listens looks after its own faults; what happened has happened.
        }
      }
    }
    telling = false
  }

  const decideAndApply = <Result>(decide: (context: Context) => Decision<Result>): Outcome<Result> => {
    if (closed) throw new Error('The sandbox is closed.')
    const failure = journal?.failure()
    if (failure !== undefined) throw failure
    const decision = decide({ now: now(), random })
    for (const body of decision.events) {
      const event: Event = { ...body, sequence: state.sequence + 1 }
      journal?.append(event)
      applyEvent(state, event)
      untold.push(event)
      onApplied(event)
    }
    if (journal?.wantsSnapshot()) journal.writeSnapshot(state)
    return decision.outcome(state)
  }

  /** A refusal too, and a read, may rest on what is not yet on disk. */
  const settle = async () => {
    const { sequence } = state
    if (journal !== undefined) await journal.settled()
    tellUpTo(sequence)
  }

  return {
    state,
    now,
    run: async (decide) => {
      const outcome = decideAndApply(decide)
      if (journal === undefined) tellUpTo(state.sequence)
      else await settle()
      return outcome
    },
    demand: (decide, what) => {
      const outcome = decideAndApply(decide)
      if (outcome.refused) throw new Error(`The seed's ${what} is refused: ${outcome.reason} ${outcome.detail ?? ''}`.trim())
      return settle().then(() => outcome)
    },
    subscribe: (listener) => {
      // Each subscription is its own, also of one function given twice.
      const own = (event: Event) => listener(event)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    settled: settle,
    close: async () => {
      if (closed) return
      closed = true
      // What the disk refused before, every command since has said: only what is lost by the closing itself is news.
      const wasTold = journal?.failure() !== undefined
      try {
        await settle()
      } catch (error) {
        if (!wasTold) throw error
      } finally {
        await journal?.close()
      }
    }
  }
}
