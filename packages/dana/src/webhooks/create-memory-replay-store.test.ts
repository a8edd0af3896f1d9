import { describe, expect, it } from 'vitest'
import { createMemoryReplayStore, type MemoryReplayStoreOptions } from './create-memory-replay-store.js'

function makeStore(options: MemoryReplayStoreOptions = {}) {
  let now = 1_000_000
  const store = createMemoryReplayStore({ clock: () => now, ...options })
  return {
    store,
    pass: (ms: number) => {
      now += ms
    },
    /** Claims it, and fails the test when it can't. */
    async claim(id: string) {
      const claim = await store.begin(id)
      if (claim.state !== 'new') throw new Error(`${id} is ${claim.state}`)
      return claim.token
    },
    stateOf: async (id: string) => (await store.begin(id)).state
  }
}

describe('the store in memory', () => {
  it('gives one of many at once the delivery', async () => {
    const { store } = makeStore()
    const claims = await Promise.all(Array.from({ length: 10 }, () => store.begin('a')))
    expect(claims.map(({ state }) => state)).toEqual(['new', ...Array.from({ length: 9 }, () => 'in_progress')])
  })

  it('forgets what was handled first when it is full', async () => {
    const { store, claim, stateOf } = makeStore({ maxEntries: 2 })
    for (const id of ['a', 'b', 'c']) {
      await claim(id)
      await store.complete(id)
    }
    expect(await stateOf('b')).toBe('handled')
    expect(await stateOf('c')).toBe('handled')
    expect(await stateOf('a')).toBe('new')
  })

  it('never forgets what is in progress: others have to wait', async () => {
    const { store, claim, stateOf } = makeStore({ maxEntries: 2 })
    const token = await claim('a')
    await claim('b')
    expect(await stateOf('c')).toBe('in_progress')
    await store.abandon('a', token)
    expect(await stateOf('c')).toBe('new')
    expect(await stateOf('b')).toBe('in_progress')
  })

  it('takes a claim for left over once its lease has run out', async () => {
    const { claim, pass, stateOf } = makeStore({ leaseMs: 1000, maxEntries: 1 })
    await claim('a')
    pass(999)
    expect(await stateOf('a')).toBe('in_progress')
    expect(await stateOf('b')).toBe('in_progress')
    pass(1)
    expect(await stateOf('b')).toBe('new')
    pass(1000)
    expect(await stateOf('b')).toBe('new')
  })

  it('lets a late failure undo nothing of who took over', async () => {
    const { store, claim, pass, stateOf } = makeStore({ leaseMs: 1000 })
    const late = await claim('a')
    pass(1000)
    const second = await claim('a')
    await store.abandon('a', late)
    expect(await stateOf('a')).toBe('in_progress')
    // A late success is one all the same, and the failure of who took over does not take it back.
    await store.complete('a')
    await store.abandon('a', second)
    expect(await stateOf('a')).toBe('handled')
  })

  it('stays within its limit when one delivery is completed twice, or after it was forgotten', async () => {
    const { store, claim, pass, stateOf } = makeStore({ leaseMs: 1000, maxEntries: 2 })
    await claim('a')
    await store.complete('a')
    await claim('b')
    await store.complete('b')
    await store.complete('b')
    expect(await stateOf('a')).toBe('handled')
    pass(1000)
    await store.complete('c')
    expect(await stateOf('c')).toBe('handled')
    expect(await stateOf('b')).toBe('handled')
    expect(await stateOf('a')).toBe('new')
  })
})
