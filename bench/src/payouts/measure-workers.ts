import { formatNumber, formatTable } from './format-table.js'
import { measureArus } from './measure-arus.js'
import type { PartContext, PartResult } from './part.js'

const WORKER_COUNTS = [1, 2, 4]

/** One batch with one worker process, two and four. */
export async function measureWorkers(context: PartContext): Promise<PartResult> {
  const { items } = context
  const rows: string[][] = []
  for (const workerCount of WORKER_COUNTS) {
    const { stages, usage } = await measureArus(context, { items, workerCount, railLatencyMs: 0, countsWrites: false })
    const workers = usage.filter(({ name }) => name.startsWith('worker'))
    rows.push([
      String(workerCount),
      ...[stages.intake, stages.validate, stages.pay, stages.total].map((seconds) => formatNumber(seconds, 2)),
      formatNumber(items / stages.total),
      workers.map(({ peakMiB }) => peakMiB).join(', ')
    ])
  }
  const head = ['worker processes', 'intake, s', 'validate, s', 'pay, s', 'submit to completed, s', 'items per second']
  return { tables: [formatTable([...head, 'peak memory of each, MiB'], rows)], figures: [] }
}
