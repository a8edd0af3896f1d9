import { readdir, readFile } from 'node:fs/promises'

/** The most memory that a process ever had resident, in MiB, as Linux counts it; undefined elsewhere, or when it is gone. */
export async function readPeakMemory(processId: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '')
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? undefined : Math.round(Number(kibibytes) / 1024)
}

/** The children of a process: a PostgreSQL server's backends. */
export async function readChildren(processId: number): Promise<number[]> {
  const children: number[] = []
  for (const name of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    if (/^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1] === String(processId)) children.push(Number(name))
  }
  return children
}
