import { describe, expect, it } from 'vitest'
import { findRail } from './find-rail.js'
import type { Rail } from './rail.js'

const test = { name: 'test', isLive: false } as Rail
const live = { name: 'live', isLive: true } as Rail

describe('findRail', () => {
  it('chooses by mode', () => {
    expect(findRail([test, live], false)).toBe(test)
    expect(findRail([test, live], true)).toBe(live)
  })

  it('never gives a test rail to live data', () => {
    expect(() => findRail([test], true)).toThrowError(expect.objectContaining({ code: 'RAIL_NOT_CONFIGURED' }))
  })
})
