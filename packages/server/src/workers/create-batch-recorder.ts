import type { PickedBatch } from '../batches/pick-batch.js'
import { isPassingFault } from '../database/is-passing-fault.js'
import { type Clock, SYSTEM_CLOCK } from '../time/clock.js'

/** Collects what calls bring back, and writes it batch by batch. */
export type BatchRecorder<Report> = {
  /** Resolves when the report is written, or set aside. Never rejects. */
  add(batch: PickedBatch, report: Report): Promise<void>
}

export type BatchRecorderOptions<Report> = {
  /** Writes reports of one batch in one transaction. Must bear to be repeated. */
  write(batch: PickedBatch, reports: Report[]): Promise<void>
  /** Is told of a report that can't be written, whatever else is with it. */
  setAside(batch: PickedBatch, report: Report, error: unknown): Promise<void>
  /** Asked while the database is away: whether to stop offering what was learnt, since this process has to end. */
  givesUp(): boolean
  flushAfterMs: number
  maxReports: number
  clock?: Clock
}

type Entry<Report> = { report: Report; resolve: () => void }
type Buffer<Report> = { batch: PickedBatch; entries: Entry<Report>[]; cancelTimer: (() => void) | undefined; writing: boolean }

/** While the database is away, what was learnt is kept and offered again: it can't be learnt a second time. */
const RETRY_DELAY_MS = 500

/**
 * Makes a recorder that writes every 50 ms or 500 reports (its options), not when the slowest call of a chunk is back,
 * and one chunk of a batch at a time. A report that can't be written is set aside alone, never with its chunk.
 */
export function createBatchRecorder<Report>(options: BatchRecorderOptions<Report>): BatchRecorder<Report> {
  const { clock = SYSTEM_CLOCK } = options
  const buffers = new Map<string, Buffer<Report>>()

  async function flush(key: string, buffer: Buffer<Report>): Promise<void> {
    buffer.cancelTimer?.()
    buffer.cancelTimer = undefined
    if (buffer.writing) return
    buffer.writing = true
    while (buffer.entries.length > 0) await writeChunk(options, buffer.batch, buffer.entries.splice(0, options.maxReports))
    buffer.writing = false
    buffers.delete(key)
  }

  return {
    add(batch, report) {
      return new Promise((resolve) => {
        const key = `${batch.merchantId} ${batch.batchId}`
        const buffer = buffers.get(key) ?? { batch, entries: [], cancelTimer: undefined, writing: false }
        buffers.set(key, buffer)
        buffer.entries.push({ report, resolve })
        if (buffer.entries.length >= options.maxReports) void flush(key, buffer)
        // What comes during a write is written right after it. A timer would outlive this buffer, and remove the next one.
        else if (!buffer.writing) buffer.cancelTimer ??= clock.setTimer(options.flushAfterMs, () => void flush(key, buffer))
      })
    }
  }
}

async function writeChunk<Report>(
  options: BatchRecorderOptions<Report>,
  batch: PickedBatch,
  entries: Entry<Report>[]
): Promise<void> {
  const reports = entries.map((entry) => entry.report)
  for (;;) {
    try {
      await options.write(batch, reports)
      break
    } catch (error) {
      if (isPassingFault(error)) {
        // Lost with this process, as in a crash: after its lease the item is asked about.
        if (options.givesUp()) break
        await (options.clock ?? SYSTEM_CLOCK).delay(RETRY_DELAY_MS)
      } else if (entries.length > 1) {
        for (const entry of entries) await writeChunk(options, batch, [entry])
        return
      } else {
        await options.setAside(batch, reports[0]!, error).catch(() => {})
        break
      }
    }
  }
  for (const entry of entries) entry.resolve()
}
