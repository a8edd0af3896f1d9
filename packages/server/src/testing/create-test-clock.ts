import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../time/clock.js'

/** A clock that stands still until the test moves it, so that nothing depends on how quick or busy a machine is. */
export type TestClock = Clock & {
  /**
   * Lets so much time pass: whatever was to happen meanwhile happens, in its order, and so does what follows from it without
   * a database or a network.
   */
  pass(ms: number): Promise<void>
}

type Timer = { dueMs: number; callback: () => void }

/**
 * Makes a clock for one test.
 *
 * @example
 * const clock = createTestClock()
 * const loop = runLoop({ step, idleMs: 150, onError, clock })
 * await clock.pass(150)
 */
export function createTestClock(startMs = Date.parse('2026-07-01T02:03:04Z')): TestClock {
  let nowMs = startMs
  const timers = new Set<Timer>()
  const setTimer = (ms: number, callback: () => void) => {
    const timer = { dueMs: nowMs + ms, callback }
    timers.add(timer)
    return () => void timers.delete(timer)
  }
  /** Of those that are due at the same time the one that was set first. */
  const findNext = (untilMs: number): Timer | undefined =>
    [...timers].filter(({ dueMs }) => dueMs <= untilMs).sort((one, other) => one.dueMs - other.dueMs)[0]
  return {
    nowMs: () => nowMs,
    elapsedMs: () => nowMs - startMs,
    setTimer,
    delay: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const cancel = setTimer(ms, resolve)
        signal?.addEventListener(
          'abort',
          () => {
            cancel()
            resolve()
          },
          { once: true }
        )
      }),
    async pass(ms) {
      const untilMs = nowMs + ms
      await turn()
      for (let next = findNext(untilMs); next !== undefined; next = findNext(untilMs)) {
        timers.delete(next)
        nowMs = next.dueMs
        next.callback()
        await turn()
      }
      nowMs = untilMs
    }
  }
}
