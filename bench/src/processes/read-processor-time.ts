import { readFile } from 'node:fs/promises'

/** As Linux has it on every machine that Node runs on. */
const TICKS_A_SECOND = 100

/** Seconds of processor time that a process has used, its children that ended included; 0 where that can't be read. */
export async function readProcessorTime(processId: number): Promise<number> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // utime, stime, cutime, cstime
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return Number.isFinite(ticks) ? ticks / TICKS_A_SECOND : 0
}
