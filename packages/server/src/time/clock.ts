import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The time that one process lives by. Whatever waits, measures or gives up does so by the clock that it was given, so that a
 * simulation can let years pass in a second, and let a process sleep while the world goes on. Leases and schedules that
 * several processes share are counted by the database's clock instead.
 *
 * @example
 * createWorker({ …, clock: SYSTEM_CLOCK })
 */
export type Clock = {
  /** The wall clock, in milliseconds since 1970. May jump, both ways. */
  nowMs(): number
  /** Never goes back, but stands still while the machine is suspended. */
  elapsedMs(): number
  /** Resolves after so long, or early and without an error when the signal is aborted. */
  delay(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back after so long, unless the function that it returns is called before. */
  setTimer(ms: number, callback: () => void): () => void
}

/** The machine's own time. */
export const SYSTEM_CLOCK: Clock = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  async delay(ms, signal) {
    await sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {})
  },
  setTimer(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  }
}
