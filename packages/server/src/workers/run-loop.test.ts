import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeDeferred } from '../testing/make-deferred.js'
import { type Loop, type LoopOptions, runLoop } from './run-loop.js'

/** Longer than a test may take: what happens all the same was not a matter of waiting. */
const LONG_MS = 3_600_000

let loop: Loop | undefined

afterEach(() => loop?.stop())

/** Starts a loop whose n-th step does what is said, and finds nothing to do afterwards. */
function start(steps: (() => number | Promise<number>)[], options: Partial<LoopOptions> = {}) {
  const startedAt: number[] = []
  const onError = vi.fn()
  loop = runLoop({
    async step() {
      startedAt.push(performance.now())
      return (await steps[startedAt.length - 1]?.()) ?? 0
    },
    idleMs: LONG_MS,
    onError,
    ...options
  })
  return { loop, startedAt, onError }
}

describe('runLoop', () => {
  it('runs at once again while there is work, and waits when there is none', async () => {
    const { startedAt } = start([() => 5, () => 1, () => 0])
    await vi.waitFor(() => expect(startedAt).toHaveLength(3))
    await delay(50)
    expect(startedAt).toHaveLength(3)
  })

  it('looks again after the idle time', async () => {
    const { startedAt } = start([], { idleMs: 150 })
    await vi.waitFor(() => expect(startedAt).toHaveLength(3))
    expect(startedAt[1]! - startedAt[0]!).toBeGreaterThan(140)
    expect(startedAt[2]! - startedAt[1]!).toBeGreaterThan(140)
  })

  it('ends the waiting when woken, each time', async () => {
    const { loop, startedAt } = start([])
    for (let wakes = 1; wakes <= 3; wakes++) {
      await delay(20)
      expect(startedAt).toHaveLength(wakes)
      loop.wake()
    }
    await vi.waitFor(() => expect(startedAt).toHaveLength(4))
  })

  it('does not lose a wake that comes during a step, and looks once more for it', async () => {
    const nothingFound = makeDeferred<number>()
    const { loop, startedAt } = start([() => nothingFound.promise])
    await delay(10)
    loop.wake()
    nothingFound.resolve(0)
    await vi.waitFor(() => expect(startedAt).toHaveLength(2))
    await delay(50)
    expect(startedAt).toHaveLength(2)
  })

  it('tells of an error, and goes on after a pause that spares a database that is coming back', async () => {
    const fault = new Error('the database is away')
    const { startedAt, onError } = start([() => Promise.reject(fault), () => 1])
    await vi.waitFor(() => expect(startedAt).toHaveLength(3), { timeout: 5000 })
    expect(onError.mock.calls).toEqual([[fault]])
    expect(startedAt[1]! - startedAt[0]!).toBeGreaterThan(450)
  })

  it('is stopped when the step under way is over, and starts none after', async () => {
    const found = makeDeferred<number>()
    const { loop, startedAt } = start([() => found.promise])
    let isStopped = false
    const stopped = loop.stop().then(() => {
      isStopped = true
    })
    await delay(30)
    expect(isStopped).toBe(false)
    found.resolve(5)
    await stopped
    loop.wake()
    await delay(30)
    expect(startedAt).toHaveLength(1)
  })

  it('does not wait after the last step when it is stopped during that', async () => {
    const found = makeDeferred<number>()
    const { loop } = start([() => found.promise])
    const stopped = loop.stop()
    found.resolve(0)
    await stopped
  })

  it('stops at once while it waits', async () => {
    const { loop, startedAt } = start([])
    await delay(20)
    await loop.stop()
    expect(startedAt).toHaveLength(1)
  })
})
