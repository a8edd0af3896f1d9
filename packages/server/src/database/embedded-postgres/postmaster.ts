import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import { identifyProcess, readCommandLine } from './identify-process.js'

/** The process that a running PostgreSQL consists of and that its others descend from. */
export type Postmaster = {
  pid: number
  /** Undefined in the first moments. */
  port: number | undefined
  /** As PostgreSQL words it: `starting`, `ready`, `stopping`; '' in the first moments. */
  status: string
}

const STOP_TIMEOUT_MS = 60_000
const POLL_DELAY_MS = 10

/** Lines of postmaster.pid, counted from 0. */
const LINE = { pid: 0, port: 3, status: 7 }

/** Finds the server that runs on this folder of PostgreSQL's, if any. */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | undefined> {
  const postmaster = await readPidFile(clusterFolder)
  if (postmaster === undefined || !(await isAlive(postmaster.pid, clusterFolder))) return undefined
  return postmaster
}

/**
 * Removes the pid file of a server that is gone. PostgreSQL itself would refuse to start when another process (or an
 * unreaped one) has the old number by now, which in a container is the rule. Call it under the data folder's lock.
 */
export async function removeStalePidFile(clusterFolder: string): Promise<void> {
  if ((await findPostmaster(clusterFolder)) === undefined) await rm(pidFile(clusterFolder), { force: true })
}

/** Stops it in an orderly way (PostgreSQL's "fast" mode: open transactions are undone), and waits until it is gone. */
export async function stopPostmaster(postmaster: Postmaster, clusterFolder: string): Promise<void> {
  process.kill(postmaster.pid, 'SIGINT')
  await waitUntilGone(postmaster, clusterFolder)
}

/** Waits until a server that is being stopped is gone. */
export async function waitUntilGone(postmaster: Postmaster, clusterFolder: string): Promise<void> {
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (await isAlive(postmaster.pid, clusterFolder)) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL (process ${postmaster.pid}) is still stopping after ${STOP_TIMEOUT_MS / 1000} s`
      )
    }
    await delay(POLL_DELAY_MS)
  }
}

async function readPidFile(clusterFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[LINE.pid])
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, port: lines[LINE.port] ? Number(lines[LINE.port]) : undefined, status: lines[LINE.status] ?? '' }
}

/** The number alone proves nothing: the process that has it must have been started on this folder. */
async function isAlive(pid: number, clusterFolder: string): Promise<boolean> {
  if ((await identifyProcess(pid)) === undefined) return false
  const commandLine = await readCommandLine(pid)
  return commandLine === undefined || `${commandLine} `.includes(` -D ${clusterFolder} `)
}

function pidFile(clusterFolder: string): string {
  return join(clusterFolder, 'postmaster.pid')
}
