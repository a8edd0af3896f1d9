import { expect, it } from 'vitest'
import { makeTestEngine, must, START } from '../testing/make-test-engine.js'

it('moves forwards and backwards, while real time goes on beneath', async () => {
  const { engine, time } = makeTestEngine()
  expect(engine.now()).toBe(START)
  expect(must(await engine.moveClock(60_000)).now).toBe(START + 60_000)
  time.now += 5
  expect(engine.now()).toBe(START + 60_005)
  must(await engine.moveClock(-100_000))
  expect(engine.now()).toBe(START - 39_995)
  expect(engine.clockOffsetMs()).toBe(-40_000)
  must(await engine.setClock(0))
  time.now += 7
  expect(engine.now()).toBe(7)
  must(await engine.resetClock())
  expect(engine.now()).toBe(time.now)
  expect(engine.clockOffsetMs()).toBe(0)
})

it('goes to no time that no timestamp can be written of', async () => {
  const { engine } = makeTestEngine()
  for (const time of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800_000]) {
    expect(await engine.setClock(time)).toMatchObject({ reason: 'time_out_of_range', httpStatus: 400, caseCode: '01' })
  }
  expect(await engine.moveClock(-START - 1)).toMatchObject({ reason: 'time_out_of_range' })
  expect(engine.now()).toBe(START)
})
