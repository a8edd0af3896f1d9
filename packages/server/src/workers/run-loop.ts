import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'

export type LoopOptions = {
  /** Does a piece of work; returns how much. 0: there was nothing to do. */
  step(): Promise<number>
  /** How long to wait when there was nothing to do, unless woken. */
  idleMs: number
  onError: (error: unknown) => void
  clock?: Clock
}

export type Loop = {
  /** Ends the waiting: there may be something to do. */
  wake(): void
  /** Starts no step any more; resolves when the step under way is over. */
  stop(): Promise<void>
}

/** After a failed step: long enough not to hammer a database that is coming back. */
const ERROR_DELAY_MS = 500

/** Runs a step again and again, at once while there is work, else when woken or after a while. */
export function runLoop({ step, idleMs, onError, clock = SYSTEM_CLOCK }: LoopOptions): Loop {
  let stopping = false
  let woken = false
  let waiting = new AbortController()

  async function wait(ms: number): Promise<void> {
    waiting = new AbortController()
    if (!stopping && !woken) await clock.delay(ms, waiting.signal)
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false
      try {
        if ((await step()) === 0) await wait(idleMs)
      } catch (error) {
        onError(error)
        await wait(ERROR_DELAY_MS)
      }
    }
  }

  const finished = run()
  return {
    wake() {
      woken = true
      waiting.abort()
    },
    stop() {
      stopping = true
      waiting.abort()
      return finished
    }
  }
}
