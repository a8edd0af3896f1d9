import { readChildren, readPeakMemory } from '../processes/read-peak-memory.js'
import { readProcessorTime } from '../processes/read-processor-time.js'

/** What a process took. */
export type Usage = { name: string; peakMiB: number; processorSeconds: number }

/**
 * Reads what processes, and all of PostgreSQL's together, have taken since they were started: the most memory, and
 * processor time. PostgreSQL's memory is its largest backend's, with the shared buffers that it touched.
 */
export async function readUsage(
  processes: readonly { name: string; processId: number }[],
  postmasterId: number
): Promise<Usage[]> {
  const own = processes.map(async ({ name, processId }) => ({
    name,
    peakMiB: (await readPeakMemory(processId)) ?? 0,
    processorSeconds: await readProcessorTime(processId)
  }))
  const backends = await readChildren(postmasterId)
  const peaks = await Promise.all(backends.map(readPeakMemory))
  const seconds = await Promise.all([postmasterId, ...backends].map(readProcessorTime))
  const postgres = {
    name: 'PostgreSQL (memory: largest backend, with the shared buffers it touched)',
    peakMiB: Math.max(0, ...peaks.map((one) => one ?? 0)),
    processorSeconds: seconds.reduce((sum, one) => sum + one, 0)
  }
  return [...(await Promise.all(own)), postgres]
}

/** What was taken between two readings of the same processes. */
export function subtractUsage(after: readonly Usage[], before: readonly Usage[]): Usage[] {
  return after.map((usage) => {
    const earlier = before.find(({ name }) => name === usage.name)?.processorSeconds ?? 0
    return { ...usage, processorSeconds: usage.processorSeconds - earlier }
  })
}
