import { onTestFinished } from 'vitest'
import type { Pool } from '../database/create-pool.js'
import { type ItemReport, recordOutcomes } from '../items/record-outcomes.js'
import { createSender, type Sender } from '../items/send-items.js'
import type { Rail, TransferOutcome } from '../rails/rail.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'
import { createBatchRecorder } from '../workers/create-batch-recorder.js'
import { createCallPlaces } from '../workers/create-call-places.js'

/** A rail that notes what reaches it and answers what the test says. */
export function makeTestRail(
  answer: () => Promise<TransferOutcome>,
  settings: Partial<Rail> = {}
): Rail & { readonly sent: string[] } {
  const sent: string[] = []
  return {
    sent,
    name: 'simulated_bank',
    isLive: false,
    timeoutMs: 500,
    maxConcurrentCalls: 100,
    notFoundHorizonMs: 1_000,
    refusesRepeatsForMs: undefined,
    inquire: async () => ({ kind: 'unknown', reason: '' }),
    status: async () => ({ kind: 'unknown', reason: '' }),
    transfer: async ({ reference }) => {
      sent.push(reference)
      return await answer()
    },
    ...settings
  }
}

/** The part of a worker that pays, over one rail, until the test is finished. It claims when the test says so. */
export function startTestSender(
  pool: Pool,
  rail: Rail,
  { leaseMs, clock = SYSTEM_CLOCK }: { leaseMs: number; clock?: Clock }
): Sender {
  const recorder = createBatchRecorder<ItemReport>({
    flushAfterMs: 5,
    maxReports: 500,
    givesUp: () => false,
    write: (batch, reports) => recordOutcomes(pool, { ...batch, actor: 'test', policy: rail }, reports),
    setAside: async (_batch, _report, error) => {
      throw error
    }
  })
  const rails = new Map([[rail.name, rail]])
  const sender = createSender({
    pool,
    rails,
    lanes: createCallPlaces([rail]).openLanes(),
    workerId: 'worker_1',
    leaseMs,
    recorder,
    onError: () => {},
    clock
  })
  onTestFinished(() => sender.stop())
  return sender
}
