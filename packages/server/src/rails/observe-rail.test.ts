import { expect, it } from 'vitest'
import { callRail } from './call-rail.js'
import { observeRail, type RailObservation } from './observe-rail.js'
import type { Rail, TransferOutcome } from './rail.js'

const TRANSFER = { reference: 'dis_item_1', bankCode: 'bca', accountNumber: '8422640', accountOwnerName: '', amountSen: 100n }

function makeRail(transfer: (signal: AbortSignal) => Promise<TransferOutcome>): Rail {
  return {
    name: 'bank',
    isLive: false,
    timeoutMs: 30,
    maxConcurrentCalls: 1,
    notFoundHorizonMs: 0,
    refusesRepeatsForMs: undefined,
    inquire: async () => ({ kind: 'valid', accountHolder: 'SITI' }),
    transfer: (_transfer, signal) => transfer(signal),
    status: async () => ({ kind: 'not_found' })
  }
}

function observe(transfer: (signal: AbortSignal) => Promise<TransferOutcome>) {
  const seen: RailObservation[] = []
  let nowMs = 0
  const rail = observeRail(
    makeRail(transfer),
    (observation) => seen.push(observation),
    () => (nowMs += 250)
  )
  return { rail, seen }
}

it('tells of each call what it was about, what came of it and how long it took, and hands the answer on', async () => {
  const { rail, seen } = observe(async () => ({ kind: 'paid', railReference: 'B1' }))
  expect(await callRail(rail, 'transfer', TRANSFER)).toEqual({ kind: 'paid', railReference: 'B1' })
  await callRail(rail, 'inquire', TRANSFER)
  await callRail(rail, 'status', 'dis_item_1')
  expect(seen).toEqual([
    { rail: 'bank', call: 'transfer', outcome: 'paid', durationSeconds: 0.25 },
    { rail: 'bank', call: 'inquire', outcome: 'valid', durationSeconds: 0.25 },
    { rail: 'bank', call: 'status', outcome: 'not_found', durationSeconds: 0.25 }
  ])
})

it.each<{ what: string; transfer: (signal: AbortSignal) => Promise<TransferOutcome> }>([
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
    transfer: (signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'paid', railReference: 'B1' })))
  }
])('tells once that it is unknown after $what', async ({ transfer }) => {
  const { rail, seen } = observe(transfer)
  expect(await callRail(rail, 'transfer', TRANSFER)).toMatchObject({ kind: 'unknown' })
  expect(seen.map(({ outcome }) => outcome)).toEqual(['unknown'])
})
