import { expect, it } from 'vitest'
import { createTestClock } from './create-test-clock.js'

it('stands still, and when it is moved lets everything happen at its time, in its order', async () => {
  const clock = createTestClock(1_000)
  const seen: string[] = []
  const note = (what: string) => () => void seen.push(`${what} at ${clock.nowMs()}, after ${clock.elapsedMs()}`)
  clock.setTimer(20, note('second'))
  clock.setTimer(10, () => {
    note('first')()
    clock.setTimer(5, note('what follows'))
  })
  const cancel = clock.setTimer(15, note('never'))
  cancel()
  void clock.delay(20).then(note('delay'))
  await clock.pass(9)
  expect([seen, clock.nowMs()]).toEqual([[], 1_009])
  await clock.pass(30)
  expect(seen).toEqual([
    'first at 1010, after 10',
    'what follows at 1015, after 15',
    'second at 1020, after 20',
    'delay at 1020, after 20'
  ])
  expect(clock.nowMs()).toBe(1_039)
})

it('ends a delay early whose signal is aborted, before or meanwhile', async () => {
  const clock = createTestClock()
  const controller = new AbortController()
  const delayed = clock.delay(1_000, controller.signal)
  controller.abort()
  await delayed
  await clock.delay(1_000, controller.signal)
})
