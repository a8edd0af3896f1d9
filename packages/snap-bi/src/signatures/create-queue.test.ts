import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createQueue } from './create-queue.js'

it('runs only so many at once, all of them, and in order', async () => {
  const works = fc.array(fc.record({ turns: fc.integer({ min: 1, max: 3 }), fails: fc.boolean() }), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(works, fc.integer({ min: 1, max: 5 }), async (list, maxAtOnce) => {
      const queue = createQueue(maxAtOnce)
      const started: number[] = []
      let running = 0
      let most = 0
      const results = list.map(({ turns, fails }, index) =>
        queue(async () => {
          started.push(index)
          most = Math.max(most, ++running)
          for (let turn = 0; turn < turns; turn++) await nextTurn()
          running--
          if (fails) throw new Error(`number ${index}`)
          return index
        })
      )
      const settled = await Promise.allSettled(results)
      expect(started).toEqual(list.map((_, index) => index))
      expect(most).toBe(Math.min(maxAtOnce, list.length))
      for (const [index, result] of settled.entries()) {
        if (list[index]!.fails) expect(result).toMatchObject({ status: 'rejected', reason: { message: `number ${index}` } })
        else expect(result).toEqual({ status: 'fulfilled', value: index })
      }
      // All places are free again.
      expect(await queue(async () => 'later')).toBe('later')
    }),
    { numRuns: 50 }
  )
})
