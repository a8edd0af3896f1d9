import type { Event } from '../state/event.js'
import type { State } from '../state/state.js'

/** Where events are kept beyond the process. */
export type Journal = {
  /** What it held when it was opened: a state, if it was shortened before, and the events since. */
  readonly restored: { readonly state?: State; readonly events: readonly Event[] }
  /** How many bytes were cut off its end when it was opened: what a crash left half written. */
  readonly cutBytes: number
  /** Takes an event, to be written with whatever else comes in the meantime. */
  append(event: Event): void
  /** Whether it has grown so long that a snapshot is worth its while. */
  wantsSnapshot(): boolean
  /** Replaces all events up to here by the state. */
  writeSnapshot(state: State): void
  /** When all that was taken is on disk. Rejects once writing has failed, from then on always. */
  settled(): Promise<void>
  /** Why writing failed. */
  failure(): Error | undefined
  /** Waits for the disk, and gives the folder free. */
  close(): Promise<void>
}
