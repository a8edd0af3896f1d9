import { describe, expect, it } from 'vitest'
import { createWrongKeyGuard, type KeyTrial } from './create-wrong-key-guard.js'

function makeGuard(perMinute = 3) {
  const time = { ms: 0 }
  const guard = createWrongKeyGuard({ perMinute, elapsedMs: () => time.ms })
  const begin = (key: string, address = '203.0.113.7') => guard.begin(address, key)
  const allow = (key: string, address?: string): KeyTrial => {
    const trial = begin(key, address)
    if ('waitMs' in trial) throw new Error(`${key} was refused`)
    return trial
  }
  return { time, begin, allow }
}

describe('the guard against wrong keys', () => {
  it('refuses an address after its wrong keys, with the time to wait, and no other address', () => {
    const { time, begin, allow } = makeGuard()
    for (const key of ['a', 'b', 'c']) allow(key).fail()
    expect(begin('d')).toEqual({ waitMs: 20_000 })
    allow('d', '203.0.113.8').fail()
    time.ms = 20_000
    allow('d').fail()
    expect(begin('e')).toEqual({ waitMs: 20_000 })
  })

  it('counts wrong keys that are tried at once before any is looked up', () => {
    const { begin } = makeGuard()
    const trials = ['a', 'b', 'c', 'd', 'e'].map((key) => begin(key))
    expect(trials.map((trial) => 'waitMs' in trial)).toEqual([false, false, false, true, true])
  })

  it('takes nothing for keys that are right, however many requests come at once', () => {
    const { allow } = makeGuard()
    for (let round = 0; round < 3; round++) {
      const trials = Array.from({ length: 100 }, () => allow('right'))
      for (const trial of trials) trial.succeed()
    }
    for (const key of ['a', 'b', 'c']) allow(key).fail()
  })

  it('lets a key that was right from an address pass while others there try wrong ones', () => {
    const { begin, allow } = makeGuard()
    allow('right').succeed()
    for (const key of ['a', 'b', 'c']) allow(key).fail()
    expect(begin('d')).toHaveProperty('waitMs')
    allow('right').succeed()
    expect(begin('also right')).toHaveProperty('waitMs')
  })

  it('counts nothing that could not be found out', () => {
    const { begin, allow } = makeGuard()
    for (const key of ['a', 'b', 'c', 'd', 'e']) allow(key).giveUp()
    for (const key of ['a', 'b', 'c']) allow(key).fail()
    expect(begin('f')).toHaveProperty('waitMs')
  })

  it('forgets that a key was right once it is not, and counts it', () => {
    const { begin, allow } = makeGuard(1)
    allow('revoked').succeed()
    allow('revoked').fail()
    expect(begin('revoked')).toEqual({ waitMs: 60_000 })
  })

  it('counts each answer to one wrong key that was sent many times at once', () => {
    const { begin, allow } = makeGuard()
    const trials = Array.from({ length: 5 }, () => allow('wrong'))
    for (const trial of trials) trial.fail()
    expect(begin('other')).toEqual({ waitMs: 60_000 })
  })
})
