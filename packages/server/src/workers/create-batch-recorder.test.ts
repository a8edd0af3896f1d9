import { describe, expect, it, vi } from 'vitest'
import type { PickedBatch } from '../batches/pick-batch.js'
import { createTestClock } from '../testing/create-test-clock.js'
import { type BatchRecorderOptions, createBatchRecorder } from './create-batch-recorder.js'

const LONG_MS = 3_600_000

const batchOf = (batchId: string): PickedBatch => ({ merchantId: 'mer_1', batchId, isLive: false, rail: 'simulated_bank' })
const batch = batchOf('dis_1')

/** A recorder of numbers, its clock, and what it wrote and set aside. */
function makeRecorder(options: Partial<BatchRecorderOptions<number>> = {}) {
  const written: { batchId: string; reports: number[] }[] = []
  const aside: { batchId: string; report: number; error: unknown }[] = []
  const clock = createTestClock()
  const recorder = createBatchRecorder<number>({
    clock,
    async setAside({ batchId }, report, error) {
      aside.push({ batchId, report, error })
    },
    givesUp: () => false,
    flushAfterMs: 5,
    maxReports: 100,
    ...options,
    async write(batch, reports) {
      await options.write?.(batch, reports)
      written.push({ batchId: batch.batchId, reports: [...reports] })
    }
  })
  return { recorder, clock, written, aside }
}

/** A write that waits until the test lets it go on, and counts how many are under way for each batch. */
function makeGate() {
  const underWay = new Map<string, number>()
  const waiting: (() => void)[] = []
  const gate = { most: 0, starts: [] as number[][], letOneGo: () => waiting.shift()!(), write }
  async function write({ batchId }: PickedBatch, reports: number[]): Promise<void> {
    const count = (underWay.get(batchId) ?? 0) + 1
    underWay.set(batchId, count)
    gate.most = Math.max(gate.most, count)
    gate.starts.push([...reports])
    await new Promise<void>((resolve) => waiting.push(resolve))
    underWay.set(batchId, underWay.get(batchId)! - 1)
  }
  return gate
}

const databaseError = (code: string) => Object.assign(new Error(`database says ${code}`), { code })

describe('when the recorder writes', () => {
  it('collects the reports of a batch until the time is over, then writes them together', async () => {
    const { recorder, clock, written } = makeRecorder({ flushAfterMs: 60 })
    const added = [1, 2, 3].map((report) => recorder.add(batch, report))
    await clock.pass(59)
    expect(written).toEqual([])
    await clock.pass(1)
    await Promise.all(added)
    expect(written).toEqual([{ batchId: 'dis_1', reports: [1, 2, 3] }])
  })

  it('writes at once when enough reports are there', async () => {
    const { recorder, written } = makeRecorder({ flushAfterMs: LONG_MS, maxReports: 3 })
    await Promise.all([1, 2, 3].map((report) => recorder.add(batch, report)))
    expect(written).toEqual([{ batchId: 'dis_1', reports: [1, 2, 3] }])
  })

  it('writes no more reports at a time than allowed', async () => {
    const gate = makeGate()
    const { recorder, clock, written } = makeRecorder({ flushAfterMs: LONG_MS, maxReports: 3, write: gate.write })
    const added = Array.from({ length: 8 }, (_, report) => recorder.add(batch, report))
    for (let chunk = 1; chunk <= 3; chunk++) {
      await clock.pass(0)
      expect(gate.starts).toHaveLength(chunk)
      gate.letOneGo()
    }
    await Promise.all(added)
    expect(written.map((chunk) => chunk.reports)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7]
    ])
  })

  it('writes each batch by itself, and none waits for another', async () => {
    const gate = makeGate()
    const { recorder, clock, written } = makeRecorder({ write: gate.write })
    const added = [recorder.add(batch, 1), recorder.add(batchOf('dis_2'), 2), recorder.add(batch, 3)]
    await clock.pass(5)
    expect(gate.starts).toEqual([[1, 3], [2]])
    gate.letOneGo()
    gate.letOneGo()
    await Promise.all(added)
    expect(written).toEqual([
      { batchId: 'dis_1', reports: [1, 3] },
      { batchId: 'dis_2', reports: [2] }
    ])
  })

  it('resolves an add when its report is written, and not before', async () => {
    const gate = makeGate()
    const { recorder, clock } = makeRecorder({ write: gate.write })
    let isResolved = false
    const added = recorder.add(batch, 1).then(() => {
      isResolved = true
    })
    await clock.pass(LONG_MS)
    expect(gate.starts).toHaveLength(1)
    expect(isResolved).toBe(false)
    gate.letOneGo()
    await added
  })

  it('writes one chunk of a batch at a time, however many reports come meanwhile', async () => {
    const gate = makeGate()
    const { recorder, clock, written } = makeRecorder({ maxReports: 2, write: gate.write })
    const added = [recorder.add(batch, 1), recorder.add(batch, 2), recorder.add(batch, 3), recorder.add(batch, 4)]
    await clock.pass(LONG_MS)
    expect(gate.starts).toEqual([[1, 2]])
    gate.letOneGo()
    await clock.pass(0)
    expect(gate.starts).toHaveLength(2)
    gate.letOneGo()
    await Promise.all(added)
    expect(gate.most).toBe(1)
    expect(written.map((chunk) => chunk.reports)).toEqual([
      [1, 2],
      [3, 4]
    ])
  })

  it('writes one chunk of a batch at a time even when a timer of an earlier chunk goes off late', async () => {
    const gate = makeGate()
    const { recorder, clock } = makeRecorder({ flushAfterMs: 100, maxReports: 2, write: gate.write })
    const added = [recorder.add(batch, 1), recorder.add(batch, 2)]
    // Comes while the first chunk is written: starts a timer, but is written right after that chunk.
    added.push(recorder.add(batch, 3))
    gate.letOneGo()
    await clock.pass(0)
    expect(gate.starts).toEqual([[1, 2], [3]])
    gate.letOneGo()
    await Promise.all(added)
    added.push(recorder.add(batch, 4), recorder.add(batch, 5))
    await clock.pass(150)
    added.push(recorder.add(batch, 6), recorder.add(batch, 7))
    await clock.pass(20)
    expect(gate.starts).toEqual([[1, 2], [3], [4, 5]])
    gate.letOneGo()
    await clock.pass(0)
    expect(gate.starts).toHaveLength(4)
    gate.letOneGo()
    await Promise.all(added)
    expect(gate.most).toBe(1)
  })
})

describe('when a write fails', () => {
  it('sets aside the report that can not be written, alone, and writes the others of its chunk', async () => {
    const fault = new Error('report 3 makes no sense')
    const { recorder, clock, written, aside } = makeRecorder({
      async write(_batch, reports) {
        if (reports.includes(3)) throw fault
      }
    })
    const added = [1, 2, 3, 4, 5].map((report) => recorder.add(batch, report))
    await clock.pass(5)
    await Promise.all(added)
    expect(written.flatMap((chunk) => chunk.reports)).toEqual([1, 2, 4, 5])
    expect(aside).toEqual([{ batchId: 'dis_1', report: 3, error: fault }])
  })

  it.each(['57P01', 'ECONNREFUSED'])(
    'offers the whole chunk again after %s until it works, and sets nothing aside',
    async (code) => {
      const offered: { atMs: number; reports: number[] }[] = []
      const { recorder, clock, written, aside } = makeRecorder({
        async write(_batch, reports) {
          offered.push({ atMs: clock.elapsedMs(), reports: [...reports] })
          if (offered.length <= 2) throw databaseError(code)
        }
      })
      const added = [recorder.add(batch, 1), recorder.add(batch, 2)]
      await clock.pass(LONG_MS)
      await Promise.all(added)
      // A database that is coming back is not hammered.
      expect(offered).toEqual([5, 505, 1005].map((atMs) => ({ atMs, reports: [1, 2] })))
      expect(written).toHaveLength(1)
      expect(aside).toEqual([])
    }
  )

  it('offers no more, and sets nothing aside, when the process has to end while the database is away', async () => {
    let gaveUp = false
    const write = vi.fn(async () => {
      if (write.mock.calls.length === 2) gaveUp = true
      throw databaseError('ECONNREFUSED')
    })
    const { recorder, clock, written, aside } = makeRecorder({ write, givesUp: () => gaveUp })
    const added = [recorder.add(batch, 1), recorder.add(batch, 2)]
    await clock.pass(LONG_MS)
    await Promise.all(added)
    expect(write).toHaveBeenCalledTimes(2)
    expect([written, aside]).toEqual([[], []])
  })

  it('still writes what can be written when the process has to end', async () => {
    const { recorder, clock, written } = makeRecorder({ givesUp: () => true })
    const added = recorder.add(batch, 1)
    await clock.pass(5)
    await added
    expect(written).toEqual([{ batchId: 'dis_1', reports: [1] }])
  })

  it('never rejects, and goes on with the next reports, even when setting aside fails too', async () => {
    const { recorder, clock, written } = makeRecorder({
      async write(_batch, reports) {
        if (reports.includes(1)) throw new Error('cannot be written')
      },
      setAside: () => Promise.reject(new Error('cannot be set aside'))
    })
    const added = [recorder.add(batch, 1), recorder.add(batch, 2)]
    await clock.pass(5)
    await expect(Promise.all(added)).resolves.toBeDefined()
    const next = recorder.add(batch, 3)
    await clock.pass(5)
    await next
    expect(written.flatMap((chunk) => chunk.reports)).toEqual([2, 3])
  })
})
