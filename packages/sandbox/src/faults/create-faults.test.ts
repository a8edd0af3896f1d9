import { expect, it } from 'vitest'
import { createFaults, type FaultRule } from './create-faults.js'

const make = () => createFaults({ random: () => 0.5 })
const kinds = (faults: ReturnType<typeof make>, operation: string, count: number) =>
  Array.from({ length: count }, () => faults.take(operation)?.kind)

it('hits once, unless it is told otherwise', () => {
  const faults = make()
  expect(faults.take('queryPayment')).toBeUndefined()
  faults.add({ kind: 'drop' })
  faults.add({ kind: 'delay', times: 2 })
  expect(faults.list()).toMatchObject([
    { kind: 'drop', remaining: 1 },
    { kind: 'delay', remaining: 2 }
  ])
  expect(kinds(faults, 'queryPayment', 4)).toEqual(['drop', 'delay', 'delay', undefined])
  expect(faults.list()).toEqual([])
})

it('hits the operation it names, and no other', () => {
  const faults = make()
  faults.add({ kind: 'drop', operation: 'refundOrder' })
  expect(faults.take('queryPayment')).toBeUndefined()
  expect(faults.take('refundOrder')).toMatchObject({ kind: 'drop' })
})

it('keeps faults of requests from notifications, and the other way round', () => {
  const faults = make()
  faults.add({ kind: 'drop' })
  faults.add({ kind: 'duplicate_notification' })
  expect(faults.take('finishNotify')?.kind).toBe('duplicate_notification')
  expect(faults.take('finishNotify')).toBeUndefined()
  expect(faults.take('widgetPayment')?.kind).toBe('drop')
})

it('hits at a rate, in the same way for the same seed', () => {
  const draw = (seed: number) => {
    const faults = make()
    faults.add({ kind: 'html_502', rate: 0.3, seed })
    return kinds(faults, 'queryPayment', 1000)
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  const hits = draw(7).filter((kind) => kind !== undefined).length
  expect(hits).toBeGreaterThan(250)
  expect(hits).toBeLessThan(350)
})

it('hits at a rate for so many times, where both are given', () => {
  const faults = make()
  faults.add({ kind: 'empty_500', rate: 1, times: 2 })
  expect(kinds(faults, 'queryPayment', 3)).toEqual(['empty_500', 'empty_500', undefined])
  faults.add({ kind: 'empty_500', rate: 0.5 })
  expect(faults.take('queryPayment')).toBeUndefined()
  faults.add({ kind: 'empty_500', rate: 0.6 })
  expect(faults.take('queryPayment')).toBeDefined()
})

it('can be cleared, one or all', () => {
  const faults = make()
  const { id } = faults.add({ kind: 'drop', rate: 1 })
  faults.add({ kind: 'delay', rate: 1 })
  faults.remove(id)
  expect(faults.take('queryPayment')?.kind).toBe('delay')
  faults.clear()
  expect(faults.take('queryPayment')).toBeUndefined()
})

it.each([
  [{ kind: 'fire' }, 'no such fault'],
  [{ kind: 'drop', times: 0 }, 'times'],
  [{ kind: 'drop', times: 1.5 }, 'times'],
  [{ kind: 'drop', rate: 2 }, 'rate'],
  [{ kind: 'drop', rate: Number.NaN }, 'rate'],
  [{ kind: 'delay', delayMs: -1 }, 'delayMs'],
  [{ kind: 'answer' }, 'responseCode'],
  [{ kind: 'answer', responseCode: '54' }, 'responseCode']
])('refuses %j', (rule, message) => {
  expect(() => make().add(rule as FaultRule)).toThrow(message)
})
