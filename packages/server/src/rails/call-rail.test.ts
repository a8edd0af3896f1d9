import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SYSTEM_CLOCK } from '../time/clock.js'
import { callRail } from './call-rail.js'
import type { Rail, RailCall, RailObservation, RailTransfer, TransferOutcome } from './rail.js'

const TRANSFER: RailTransfer = {
  reference: 'dis_item_A',
  bankCode: 'bca',
  accountNumber: '8422640',
  accountOwnerName: 'Jane Doe',
  amountSen: 1_000_000n
}

/** A rail of which every function does the same. */
function makeRail(answer: () => unknown, timeoutMs = 1000): Rail {
  const call = answer as () => never
  return {
    name: 'fake',
    isLive: false,
    timeoutMs,
    maxConcurrentCalls: 1,
    notFoundHorizonMs: 0,
    refusesRepeatsForMs: undefined,
    inquire: call,
    transfer: call,
    status: call
  }
}

describe('callRail', () => {
  it('hands on an answer that keeps to the contract', async () => {
    const rail = makeRail(async () => ({ kind: 'paid', railReference: 'SB1' }))
    expect(await callRail(rail, 'transfer', TRANSFER)).toEqual({ kind: 'paid', railReference: 'SB1' })
  })

  it('passes the subject, and a signal that is aborted when the time is up', async () => {
    const seen: { subject?: unknown; signal?: AbortSignal } = {}
    const rail = makeRail(() => undefined, 20)
    rail.transfer = (subject, { signal }) => {
      seen.subject = subject
      seen.signal = signal
      return new Promise(() => {})
    }
    expect(await callRail(rail, 'transfer', TRANSFER)).toEqual({ kind: 'unknown', reason: 'no answer within 20 ms' })
    expect(seen.subject).toBe(TRANSFER)
    expect(seen.signal?.aborted).toBe(true)
  })

  it('hands out a signal that is aborted already, to who asks for it after the time is up', async () => {
    let given: RailCall | undefined
    const rail = makeRail(() => undefined, 5)
    rail.transfer = (_subject, call) => {
      given = call
      return new Promise(() => {})
    }
    await callRail(rail, 'transfer', TRANSFER)
    expect(given?.signal.aborted).toBe(true)
    expect(given?.signal).toBe(given?.signal)
  })

  it('takes an answer of the wrong function for unknown', async () => {
    const notFound = makeRail(async () => ({ kind: 'not_found' }))
    expect(await callRail(notFound, 'status', 'dis_item_A')).toEqual({ kind: 'not_found' })
    expect(await callRail(notFound, 'transfer', TRANSFER)).toEqual({
      kind: 'unknown',
      reason: "the rail's answer could not be read"
    })
    const paid = makeRail(async () => ({ kind: 'paid', railReference: 'SB1' }))
    expect(await callRail(paid, 'inquire', TRANSFER)).toMatchObject({ kind: 'unknown' })
  })

  it('takes a rejection without a code for unknown', async () => {
    for (const answer of [
      { kind: 'rejected', reason: 'no' },
      { kind: 'rejected', code: ' ', reason: 'no' }
    ]) {
      expect(
        await callRail(
          makeRail(async () => answer),
          'transfer',
          TRANSFER
        )
      ).toMatchObject({ kind: 'unknown' })
    }
  })

  it('says in words what failed, and never in those of the error, which may hold a secret', async () => {
    const refused = Object.assign(new Error('connect to https://key-123@bank'), { code: 'ECONNREFUSED' })
    const other = new Error('Authorization: Basic c2VjcmV0')
    const outcomes = [
      await callRail(
        makeRail(() => Promise.reject(refused)),
        'transfer',
        TRANSFER
      ),
      await callRail(
        makeRail(() => Promise.reject(other)),
        'transfer',
        TRANSFER
      )
    ]
    expect(outcomes).toEqual([
      { kind: 'unknown', reason: 'the connection was refused' },
      { kind: 'unknown', reason: 'the call failed' }
    ])
  })

  it('leaves no unhandled rejection behind when a rail fails after its time was up', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const rail = makeRail(() => new Promise((_, reject) => setTimeout(reject, 30, new Error('late'))), 5)
    await callRail(rail, 'transfer', TRANSFER)
    await new Promise((resolve) => setTimeout(resolve, 60))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })

  it('makes texts fit for the database, and a long patience an hour', async () => {
    const rail = makeRail(async () => ({ kind: 'deferred', reason: `busy\u0000\ud800${'x'.repeat(1000)}`, retryAfterMs: 1e12 }))
    const outcome = await callRail(rail, 'transfer', TRANSFER)
    expect(outcome).toEqual({ kind: 'deferred', reason: `busy \ufffd${'x'.repeat(494)}`, retryAfterMs: 3_600_000 })
  })

  it('comes back with one of the outcomes, whatever the rail throws or returns', async () => {
    const kinds = ['valid', 'invalid', 'unknown', 'paid', 'accepted', 'rejected', 'deferred', 'not_found']
    const texts = ['accountHolder', 'message', 'railReference', 'code', 'reason']
    const nearlyRight = fc.record(
      {
        kind: fc.oneof(fc.constantFrom(...kinds), fc.anything()),
        retryAfterMs: fc.oneof(fc.double(), fc.anything()),
        ...Object.fromEntries(texts.map((name) => [name, fc.oneof(fc.string({ unit: 'binary' }), fc.anything())]))
      },
      { requiredKeys: [] }
    )
    const value = fc.oneof(nearlyRight, fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }))
    const throwing = new Proxy(
      {},
      {
        get() {
          throw new Error('unreadable')
        }
      }
    )
    const behaviour = fc.record({
      how: fc.constantFrom('returns', 'resolves', 'throws', 'rejects'),
      value: fc.oneof({ weight: 20, arbitrary: value }, { weight: 1, arbitrary: fc.constant(throwing) }),
      call: fc.constantFrom('inquire' as const, 'transfer' as const, 'status' as const)
    })
    await fc.assert(
      fc.asyncProperty(behaviour, async ({ how, value, call }) => {
        const rail = makeRail(() => {
          if (how === 'throws') throw value
          if (how === 'returns') return value
          return how === 'rejects' ? Promise.reject(value) : Promise.resolve(value)
        })
        const outcome = (await (call === 'status' ? callRail(rail, call, 'r') : callRail(rail, call, TRANSFER))) as Record<
          string,
          unknown
        >
        expect(kinds).toContain(outcome.kind)
        if (how === 'throws' || how === 'rejects') expect(outcome.kind).toBe('unknown')
        expect(outcome.kind === 'valid' || outcome.kind === 'invalid').toBe(call === 'inquire' && outcome.kind !== 'unknown')
        for (const [name, field] of Object.entries(outcome)) {
          if (name === 'retryAfterMs') expect(Number.isInteger(field) && Number(field) >= 0).toBe(true)
          else expect(field).toBeTypeOf('string')
          expect(String(field)).not.toContain('\u0000')
        }
      }),
      { numRuns: 500 }
    )
  })
})

describe('an observed rail', () => {
  function observe(transfer: (call: RailCall) => Promise<TransferOutcome>) {
    const seen: RailObservation[] = []
    let nowMs = 0
    const clock = { ...SYSTEM_CLOCK, elapsedMs: () => (nowMs += 250) }
    const rail: Rail = {
      ...makeRail(() => undefined, 30),
      observe: (observation) => seen.push(observation),
      inquire: async () => ({ kind: 'valid', accountHolder: 'SITI' }),
      transfer: (_transfer, call) => transfer(call),
      status: async () => ({ kind: 'not_found' })
    }
    return { rail, seen, clock }
  }

  it('is told of each call what it was about, what came of it and how long it took', async () => {
    const { rail, seen, clock } = observe(async () => ({ kind: 'paid', railReference: 'B1' }))
    await callRail(rail, 'transfer', TRANSFER, clock)
    await callRail(rail, 'inquire', TRANSFER, clock)
    await callRail(rail, 'status', 'dis_item_1', clock)
    expect(seen).toEqual([
      { rail: 'fake', call: 'transfer', outcome: 'paid', durationSeconds: 0.25 },
      { rail: 'fake', call: 'inquire', outcome: 'valid', durationSeconds: 0.25 },
      { rail: 'fake', call: 'status', outcome: 'not_found', durationSeconds: 0.25 }
    ])
  })

  it.each<{ what: string; transfer: (call: RailCall) => Promise<TransferOutcome> }>([
    { what: 'an error', transfer: () => Promise.reject(new Error('gone')) },
    {
      what: 'an error before there is a promise',
      transfer: () => {
        throw new Error('gone')
      }
    },
    { what: 'an answer that is none of the outcomes', transfer: async () => ({ kind: 'fine' }) as never },
    {
      what: 'an answer that comes too late',
      transfer: ({ signal }) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'paid', railReference: 'B1' })))
    }
  ])('is told once that it is unknown after $what', async ({ transfer }) => {
    const { rail, seen, clock } = observe(transfer)
    expect(await callRail(rail, 'transfer', TRANSFER, clock)).toMatchObject({ kind: 'unknown' })
    expect(seen.map(({ outcome }) => outcome)).toEqual(['unknown'])
  })
})
