import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { makeDeferred } from '../testing/make-deferred.js'
import { createCallPlaces } from './create-call-places.js'

const RAILS = [
  { name: 'bank', maxConcurrentCalls: 3 },
  { name: 'wallet', maxConcurrentCalls: 1 }
]

it('never makes more calls at once over all lanes of a rail than it takes, and makes all of them', async () => {
  const places = createCallPlaces(RAILS)
  const kinds = [places.openLanes(), places.openLanes(), places.openLanes()]
  let running = 0
  let mostRunning = 0
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, number) =>
      kinds[number % 3]!.get('bank')!.run(async () => {
        mostRunning = Math.max(mostRunning, ++running)
        for (let turn = 0; turn <= number % 4; turn++) await setImmediate()
        running--
        return number
      })
    )
  )
  expect(mostRunning).toBe(3)
  expect(answers).toEqual(Array.from({ length: 60 }, (_, number) => number))
})

it('gives the places of one rail to its lanes in turn, each in the order of its calls, and of another rail to others', async () => {
  const places = createCallPlaces(RAILS)
  const [transfers, questions] = [places.openLanes(), places.openLanes()]
  const started: string[] = []
  const ends: (() => void)[] = []
  const call = (name: string) => () => {
    started.push(name)
    const end = makeDeferred<void>()
    ends.push(end.resolve)
    return end.promise
  }
  for (let number = 1; number <= 4; number++) void transfers.get('wallet')!.run(call(`transfer ${number}`))
  for (let number = 1; number <= 2; number++) void questions.get('wallet')!.run(call(`question ${number}`))
  void transfers.get('bank')!.run(call('transfer at the bank'))
  expect(started).toEqual(['transfer 1', 'transfer at the bank'])
  for (const end of ends) {
    end()
    await setImmediate()
  }
  expect(started).toEqual([
    'transfer 1',
    'transfer at the bank',
    'question 1',
    'transfer 2',
    'question 2',
    'transfer 3',
    'transfer 4'
  ])
})

it('gives back the place of a call that fails, and tells its caller', async () => {
  const lane = createCallPlaces(RAILS).openLanes().get('wallet')!
  const failing = lane.run(() => Promise.reject(new Error('no')))
  const next = lane.run(async () => 'paid')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('paid')
})
