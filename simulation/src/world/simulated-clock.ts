import type { Clock } from '../../../packages/server/src/time/clock.js'
import type { Actor } from './actor.js'
import type { Laziness, Scheduler } from './scheduler.js'

/** The clock of one simulated process: the world's time, with this process's errors. */
export function createSimulatedClock(
  scheduler: Scheduler,
  actor: Actor,
  /** Timers that wait for no event of the world, by how long they are. */
  lazyTimers: ReadonlyMap<number, Laziness>
): Clock {
  const lazinessOf = (ms: number) => ({ laziness: lazyTimers.get(ms) ?? 'punctual' })
  return {
    nowMs: () => scheduler.nowMs() + actor.wallOffsetMs,
    elapsedMs: () => scheduler.nowMs() - actor.suspendedMs,
    setTimer: (ms, callback) => scheduler.setTimer(actor, ms, callback, lazinessOf(ms)),
    delay: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const cancel = scheduler.setTimer(actor, ms, done, lazinessOf(ms))
        function done(): void {
          signal?.removeEventListener('abort', abort)
          resolve()
        }
        function abort(): void {
          cancel()
          done()
        }
        signal?.addEventListener('abort', abort, { once: true })
      })
  }
}
