import { expect, it } from 'vitest'
import { querystring } from './querystring.js'

it('writes lists and sets by repeating the key, objects by brackets, dates as ISO 8601', () => {
  const when = new Date('2026-01-15T03:04:05.678Z') as never
  expect(querystring({ a: 1, list: ['x y', 'z'], set: new Set([true, null]), inner: { deep: 'é' }, when })).toBe(
    'a=1&list=x%20y&list=z&set=true&set=null&inner%5Bdeep%5D=%C3%A9&when=2026-01-15T03%3A04%3A05.678Z'
  )
})

it('leaves out what is empty inside', () => {
  expect(querystring({ empty: {}, a: 'b' })).toBe('a=b')
})
