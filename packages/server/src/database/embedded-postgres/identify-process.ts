import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * A text that is the same for as long as this process lives, and no other process ever has, also when it is given the
 * same number later or after a restart of the machine.
 *
 * @returns undefined when there is no such process, or only its unread exit status is left.
 */
export async function identifyProcess(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined
  if (process.platform === 'linux') return identifyOnLinux(pid)
  if (process.platform === 'win32') return 'alive'
  return ask(pid, 'lstart=')
}

/** The command line with which a process was started; undefined when it can't be found out. */
export async function readCommandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
    return text?.replaceAll('\0', ' ')
  }
  return process.platform === 'win32' ? undefined : ask(pid, 'command=')
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is there, and someone else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time in ticks since the machine started, and which start that was. `ps` is missing in small images. */
async function identifyOnLinux(pid: number): Promise<string | undefined> {
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // Gone since, or hidden from us: then its number must do.
  if (stat === undefined) return exists(pid) ? 'alive' : undefined
  // The second field, the program's name in brackets, may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isZombie = fields[0] === 'Z'
  return isZombie ? undefined : `${bootId.trim()} ${fields[19]}`
}

async function ask(pid: number, column: string): Promise<string | undefined> {
  try {
    return (await promisify(execFile)('ps', ['-o', column, '-p', String(pid)])).stdout.trim()
  } catch {
    return undefined
  }
}
