import { expect, it } from 'vitest'
import { createActor } from './actor.js'
import { createRandom } from './random.js'
import { createScheduler } from './scheduler.js'
import { createSimulatedClock } from './simulated-clock.js'
import { createStory } from './story.js'

const START_MS = 1_000_000

function makeScheduler(seed = '1') {
  return createScheduler({ random: createRandom(seed), story: createStory(START_MS), startMs: START_MS, stickiness: 0 })
}

/** Lets all go on until nobody is left who can. */
async function goOn(scheduler: ReturnType<typeof makeScheduler>): Promise<void> {
  for (let ready = scheduler.ready(); ready.length > 0; ready = scheduler.ready()) await scheduler.go(scheduler.choose(ready))
}

async function race(seed: string): Promise<string> {
  const scheduler = makeScheduler(seed)
  const order: string[] = []
  const walk = async (name: string) => {
    const actor = createActor(name, 'worker')
    for (let step = 0; step < 3; step++) {
      await scheduler.pass(actor, 'other', '')
      order.push(name)
    }
  }
  void walk('a')
  void walk('b')
  void walk('c')
  await goOn(scheduler)
  return order.join('')
}

it('lets one go on at a time, in an order that follows from the seed', async () => {
  const orders = await Promise.all(['1', '2', '3', '4'].map(race))
  expect(await race('1')).toBe(orders[0])
  expect(new Set(orders).size).toBeGreaterThan(1)
  for (const order of orders) expect([...order].sort().join('')).toBe('aaabbbccc')
})

it('lets nothing of a process go on that is gone, and nothing of one that is paused until it is over', async () => {
  const scheduler = makeScheduler()
  const gone = createActor('gone', 'worker')
  const paused = createActor('paused', 'worker')
  const seen: string[] = []
  void scheduler.pass(gone, 'other', '').then(() => seen.push('gone'))
  void scheduler.pass(paused, 'other', '').then(() => seen.push('paused'))
  gone.isAlive = false
  scheduler.drop(gone)
  paused.pausedUntilMs = START_MS + 500
  await goOn(scheduler)
  expect(seen).toEqual([])
  expect(scheduler.nextTimerMs()).toBe(START_MS + 500)
  scheduler.advanceTo(START_MS + 500)
  await goOn(scheduler)
  expect(seen).toEqual(['paused'])
})

it('goes to a punctual timer, fires a passing one on the way, and leaves one asleep until its actor is woken', async () => {
  const scheduler = makeScheduler()
  const actor = createActor('worker', 'worker')
  const fired: string[] = []
  scheduler.setTimer(actor, 100, () => fired.push('punctual'))
  scheduler.setTimer(actor, 50, () => fired.push('passing'), { laziness: 'passing' })
  scheduler.setTimer(actor, 10, () => fired.push('asleep'), { laziness: 'asleep' })
  scheduler.setTimer(actor, 20, () => fired.push('cancelled'))()
  expect(scheduler.nextTimerMs()).toBe(START_MS + 100)
  scheduler.advanceTo(START_MS + 100)
  await goOn(scheduler)
  expect(fired.sort()).toEqual(['passing', 'punctual'])
  scheduler.wake(actor, () => true)
  await goOn(scheduler)
  expect(fired).toContain('asleep')
  expect(fired).not.toContain('cancelled')
})

it('gives a process a wall clock that jumps, a monotonic one that stands still while it is suspended, and delays that end early', async () => {
  const scheduler = makeScheduler()
  const actor = createActor('worker', 'worker')
  const clock = createSimulatedClock(scheduler, actor, new Map())
  actor.wallOffsetMs = -5_000
  actor.suspendedMs = 300
  expect(clock.nowMs()).toBe(START_MS - 5_000)
  expect(clock.elapsedMs()).toBe(START_MS - 300)
  const controller = new AbortController()
  const delayed = clock.delay(1_000, controller.signal)
  controller.abort()
  expect(await delayed).toBeUndefined()
  expect(scheduler.nextTimerMs()).toBe(Number.POSITIVE_INFINITY)
})
