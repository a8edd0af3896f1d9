import { describe, expect, it } from 'vitest'
import { leastMidFlightKills, makePlan } from './make-plan.js'

const OPTIONS = { seed: 1, seconds: 120, workers: 4, apis: 2, leaseMs: 10_000 }

describe('the plan of a run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makePlan(OPTIONS)).toEqual(makePlan(OPTIONS))
    expect(makePlan({ ...OPTIONS, seed: 2 })).not.toEqual(makePlan(OPTIONS))
  })

  it('does everything that can happen, within the time, in order', () => {
    const plan = makePlan(OPTIONS)
    expect(new Set(plan.map(({ kind }) => kind)).size).toBe(9)
    expect(plan.every(({ atMs }) => atMs >= 0 && atMs < 120_000)).toBe(true)
    expect(plan.map(({ atMs }) => atMs)).toEqual(plan.map(({ atMs }) => atMs).toSorted((left, right) => left - right))
  })

  it('stops a worker for longer than its lease, and hits every process', () => {
    const plan = makePlan(OPTIONS)
    const pauses = plan.filter((fault) => fault.kind === 'pause_worker')
    expect(pauses.length).toBeGreaterThan(0)
    expect(pauses.every(({ forMs }) => forMs > OPTIONS.leaseMs)).toBe(true)
    const killed = new Set(plan.flatMap((fault) => (fault.kind === 'kill_worker' ? [fault.slot] : [])))
    expect([...killed].sort()).toEqual([0, 1, 2, 3])
  })

  it('kills more workers than must be hit between claim and commit', () => {
    for (const seconds of [20, 60, 120, 600]) {
      const kills = makePlan({ ...OPTIONS, seconds }).filter(({ kind }) => kind === 'kill_worker').length
      expect(kills).toBeGreaterThan(leastMidFlightKills(seconds))
    }
    expect(leastMidFlightKills(120)).toBe(50)
    expect(leastMidFlightKills(600)).toBe(50)
  })
})
