import { randomBytes } from 'node:crypto'
import { link, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalError } from './journal-error.js'

/** The folders this process has locked: its own id in a lock file may also be a former process's. */
const locked = new Set<string>()

/**
 * Keeps a folder to one writer. The file `lock` names the process; one that no longer runs, whatever ended it, holds nothing.
 *
 * @returns gives the folder free
 * @throws {JournalError} `locked`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = await realpath(folder)
  const lock = join(path, 'lock')
  if (locked.has(path)) throw inUse(folder, process.pid)
  // Taken before anything is awaited again, so that of two at once one is refused.
  locked.add(path)
  const own = join(path, `lock.${process.pid}.${randomBytes(4).toString('hex')}`)
  try {
    await writeFile(own, JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) }), { mode: 0o600 })
    // A link appears with its content or not at all, and only where there was none.
    for (let attempt = 0; !(await tryLink(own, lock)); attempt++) {
      const holder = await findHolder(lock)
      if (holder !== undefined || attempt >= 10) throw inUse(folder, holder)
      // Moved away, not removed: of two that found the same dead lock, one moves it.
      const stale = `${own}.stale`
      await rename(lock, stale).catch(() => undefined)
      await rm(stale, { force: true })
    }
  } catch (error) {
    locked.delete(path)
    throw error
  } finally {
    await rm(own, { force: true })
  }
  return async () => {
    await rm(lock, { force: true })
    locked.delete(path)
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The process that holds the lock, if it lives. */
async function findHolder(lock: string): Promise<number | undefined> {
  let pid: unknown
  let startedAt: unknown
  try {
    ;({ pid, startedAt } = JSON.parse(await readFile(lock, 'utf8')) as { pid: unknown; startedAt: unknown })
  } catch {
    return undefined
  }
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  const start = await startOf(pid)
  // Another process may have got the number since, this one included, which knows what it locked where nobody else can tell.
  if (typeof startedAt === 'string' && start !== undefined) return start === startedAt ? pid : undefined
  return pid === process.pid ? undefined : pid
}

/** When a process started, in the kernel's ticks; undefined where there is no /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces and brackets of its own.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function inUse(folder: string, pid: number | undefined): JournalError {
  const whose = pid === process.pid ? 'this process' : pid === undefined ? 'another process' : `process ${pid}`
  return new JournalError('locked', `The sandbox's data in ${folder} is in use by ${whose}. Stop it, or choose another folder.`)
}
