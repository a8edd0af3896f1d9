import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTestClock } from '../testing/create-test-clock.js'
import { makeDeferred } from '../testing/make-deferred.js'
import { type Loop, type LoopOptions, runLoop } from './run-loop.js'

const LONG_MS = 3_600_000

let loop: Loop | undefined

afterEach(() => loop?.stop())

/** Starts a loop whose n-th step does what is said, and finds nothing to do afterwards. */
function start(steps: (() => number | Promise<number>)[], options: Partial<LoopOptions> = {}) {
  const clock = createTestClock()
  /** When each step began. */
  const startedAtMs: number[] = []
  const onError = vi.fn()
  loop = runLoop({
    async step() {
      startedAtMs.push(clock.elapsedMs())
      return (await steps[startedAtMs.length - 1]?.()) ?? 0
    },
    idleMs: LONG_MS,
    onError,
    clock,
    ...options
  })
  return { loop, clock, startedAtMs, onError }
}

describe('runLoop', () => {
  it('runs at once again while there is work, and waits when there is none', async () => {
    const { clock, startedAtMs } = start([() => 5, () => 1, () => 0])
    await clock.pass(LONG_MS - 1)
    expect(startedAtMs).toEqual([0, 0, 0])
  })

  it('looks again after the idle time', async () => {
    const { clock, startedAtMs } = start([], { idleMs: 150 })
    await clock.pass(449)
    expect(startedAtMs).toEqual([0, 150, 300])
  })

  it('ends the waiting when woken, each time', async () => {
    const { loop, clock, startedAtMs } = start([])
    for (let wakes = 1; wakes <= 3; wakes++) {
      await clock.pass(20)
      expect(startedAtMs).toHaveLength(wakes)
      loop.wake()
    }
    await clock.pass(20)
    expect(startedAtMs).toEqual([0, 20, 40, 60])
  })

  it('does not lose a wake that comes during a step, and looks once more for it', async () => {
    const nothingFound = makeDeferred<number>()
    const { loop, clock, startedAtMs } = start([() => nothingFound.promise])
    await clock.pass(10)
    loop.wake()
    nothingFound.resolve(0)
    await clock.pass(LONG_MS - 1)
    expect(startedAtMs).toEqual([0, 10])
  })

  it('tells of an error, and goes on after a pause that spares a database that is coming back', async () => {
    const fault = new Error('the database is away')
    const { clock, startedAtMs, onError } = start([() => Promise.reject(fault), () => 1])
    await clock.pass(1_000)
    expect(onError.mock.calls).toEqual([[fault]])
    expect(startedAtMs).toEqual([0, 500, 500])
  })

  it('is stopped when the step under way is over, and starts none after', async () => {
    const found = makeDeferred<number>()
    const { loop, clock, startedAtMs } = start([() => found.promise])
    let isStopped = false
    const stopped = loop.stop().then(() => {
      isStopped = true
    })
    await clock.pass(LONG_MS)
    expect(isStopped).toBe(false)
    found.resolve(5)
    await stopped
    loop.wake()
    await clock.pass(2 * LONG_MS)
    expect(startedAtMs).toHaveLength(1)
  })

  it('does not wait after the last step when it is stopped during that', async () => {
    const found = makeDeferred<number>()
    const { loop } = start([() => found.promise])
    const stopped = loop.stop()
    found.resolve(0)
    await stopped
  })

  it('stops at once while it waits', async () => {
    const { loop, clock, startedAtMs } = start([])
    await clock.pass(20)
    await loop.stop()
    expect(startedAtMs).toHaveLength(1)
  })
})
