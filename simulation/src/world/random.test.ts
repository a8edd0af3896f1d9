import { expect, it } from 'vitest'
import { createRandom } from './random.js'

const draw = (seed: string, count = 50) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

it('gives the same numbers for the same seed, and others for another', () => {
  expect(draw('7')).toEqual(draw('7'))
  expect(draw('7')).not.toEqual(draw('8'))
})

it('gives a stream of its own to each party, whatever others have drawn', () => {
  const one = createRandom('7')
  for (let count = 0; count < 10; count++) one.next()
  expect(one.fork('bank').next()).toBe(createRandom('7').fork('bank').next())
  expect(one.fork('bank').next()).not.toBe(one.fork('receivers').next())
})

it('draws whole numbers from the least to the most, evenly enough, and never what weighs nothing', () => {
  const random = createRandom('dice')
  const counts = new Map<number, number>()
  for (let throwing = 0; throwing < 6_000; throwing++) {
    const points = random.whole(1, 6)
    counts.set(points, (counts.get(points) ?? 0) + 1)
    expect(random.weigh({ often: 3, never: 0 })).toBe('often')
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})
