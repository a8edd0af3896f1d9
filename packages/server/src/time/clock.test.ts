import { expect, it, vi } from 'vitest'
import { SYSTEM_CLOCK } from './clock.js'

it('ends a delay early and without an error when its signal is aborted, also one that was aborted before', async () => {
  const controller = new AbortController()
  const delayed = SYSTEM_CLOCK.delay(1_000_000, controller.signal)
  controller.abort()
  expect(await delayed).toBeUndefined()
  expect(await SYSTEM_CLOCK.delay(1_000_000, controller.signal)).toBeUndefined()
})

it('calls back after the time, and not once the timer is cancelled', async () => {
  const cancelled = vi.fn()
  const cancel = SYSTEM_CLOCK.setTimer(1, cancelled)
  cancel()
  const before = SYSTEM_CLOCK.elapsedMs()
  await new Promise<void>((resolve) => SYSTEM_CLOCK.setTimer(20, resolve))
  expect(SYSTEM_CLOCK.elapsedMs()).toBeGreaterThan(before)
  expect(cancelled).not.toHaveBeenCalled()
})

it('tells the wall clock in milliseconds since 1970', () => {
  expect(SYSTEM_CLOCK.nowMs()).toBeGreaterThan(Date.parse('2026-01-01T00:00:00Z'))
})
