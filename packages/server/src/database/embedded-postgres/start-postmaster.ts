import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedPostgresError } from './embedded-postgres-error.js'
import { findFreePort } from './find-free-port.js'
import { findPostmaster, removeStalePidFile } from './postmaster.js'
import { type PostgresPrograms, programFile, spawnOptions } from './run-program.js'

export type StartOptions = {
  programs: PostgresPrograms
  clusterFolder: string
  /** PostgreSQL's own log; what it prints goes there. */
  logFile: string
  /** The port to try first. */
  port: number | undefined
  settings: Record<string, string | number>
}

const MAX_TRIES = 5
/** PostgreSQL's answers to a start that may go well the next time. */
const PORT_IS_TAKEN = /could not bind|Address already in use/
const CRASHED_SERVER_IS_STILL_LEAVING = /pre-existing shared memory block/
/** After a crash PostgreSQL first does again what its log says; that takes as long as it takes. */
const READY_TIMEOUT_MS = 240_000
const POLL_DELAY_MS = 10
const MAX_LOG_BYTES = 10_000_000

/** Loopback only, no socket files; and nothing that merchants sent (which may be in statements and details) in the log. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: 200,
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse'
}

/**
 * Starts a server that outlives this process, on the port given or, when someone has taken that, another.
 *
 * @returns the port, once the server takes connections.
 * @throws EmbeddedPostgresError with the end of PostgreSQL's log.
 */
export async function startPostmaster(options: StartOptions): Promise<number> {
  let port = options.port ?? (await findFreePort())
  for (let attempt = 1; ; attempt++) {
    const fault = await tryToStart(options, port)
    if (fault === undefined) return port
    const isPassing = PORT_IS_TAKEN.test(fault) || CRASHED_SERVER_IS_STILL_LEAVING.test(fault)
    if (!isPassing || attempt >= MAX_TRIES)
      throw new EmbeddedPostgresError(`PostgreSQL did not start:\n${fault}\n(its log is ${options.logFile})`)
    if (PORT_IS_TAKEN.test(fault)) port = await findFreePort()
    else await delay(200)
  }
}

/** @returns what PostgreSQL printed when it gave up; undefined when it is ready. */
async function tryToStart(options: StartOptions, port: number): Promise<string | undefined> {
  await removeStalePidFile(options.clusterFolder)
  await rotateLog(options.logFile)
  const log = await open(options.logFile, 'a', 0o600)
  try {
    const logStart = (await log.stat()).size
    const child = spawnPostmaster(options, port, log.fd)
    const isReady = await waitUntilReady(child, options.clusterFolder)
    return isReady ? undefined : (await readFile(options.logFile)).subarray(logStart).toString().trim()
  } finally {
    await log.close()
  }
}

/** In a session of its own, so that a Ctrl-C in the terminal reaches only us, who stop it in an orderly way. */
function spawnPostmaster({ programs, clusterFolder, settings }: StartOptions, port: number, logFd: number): ChildProcess {
  const given = Object.entries({ ...SETTINGS, port, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programFile(programs, 'postgres'), ['-D', clusterFolder, ...given], {
    ...spawnOptions(programs),
    detached: true,
    stdio: ['ignore', logFd, logFd]
  })
  child.on('error', () => {})
  child.unref()
  return child
}

async function waitUntilReady(child: ChildProcess, clusterFolder: string): Promise<boolean> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const postmaster = await findPostmaster(clusterFolder)
    if (postmaster?.pid === child.pid && postmaster.status === 'ready') return true
    if (Date.now() > deadline)
      throw new EmbeddedPostgresError(`PostgreSQL is not ready after ${READY_TIMEOUT_MS / 1000} s; it goes on, so try again`)
    await delay(POLL_DELAY_MS)
  }
  return false
}

async function rotateLog(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0
  )
  if (size > MAX_LOG_BYTES) await rename(logFile, `${logFile}.1`)
}
