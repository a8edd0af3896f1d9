import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A place in the system that one process at a time has; whoever is killed there has a successor. */
export type Slot = {
  name: string
  /** The process that has the place now; undefined while there is none. */
  processId(): number | undefined
  /** What the process said of itself when it was up: `{"url":…}`. */
  started(): Started | undefined
  /** Whether the process said that it is up, and was not stopped since. */
  isUp(): boolean
  /** Starts a process, and waits until it is up. */
  start(): Promise<Started>
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>
  pause(): void
  continue(): void
  /** SIGTERM, then SIGKILL for one that does not end. */
  end(): Promise<void>
}

export type Started = { url: string | null }

export type SlotOptions = {
  name: string
  words: (started: Started | undefined) => string[]
  environment: Record<string, string | undefined>
  logPath: string
  /** Told of a process that ended and was not told to. */
  onUnexpectedEnd: (message: string) => void
}

/** The built command line: what runs is what users run. */
export const MAIN = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))
const START_TIMEOUT_MS = 60_000
const END_TIMEOUT_MS = 20_000

/** Makes a place for `arus …` processes. Each is ended by its own number, never by a name. */
export function createSlot({ name, words, environment, logPath, onUnexpectedEnd }: SlotOptions): Slot {
  let child: ChildProcess | undefined
  let started: Started | undefined
  let paused = false
  let isUp = false
  const expectedToEnd = new WeakSet<ChildProcess>()

  async function start(): Promise<Started> {
    const log = await open(logPath, 'a')
    const next = spawn(process.execPath, [MAIN, ...words(started), '--json'], {
      env: environment,
      stdio: ['ignore', 'pipe', log.fd],
      // A group of its own, so that Ctrl-C reaches only us, who end it in order.
      detached: true
    })
    await log.close()
    child = next
    paused = false
    isUp = false
    next.once('exit', (code, signal) => {
      if (child !== next) return
      child = undefined
      // One that does not get up is tried again by whoever starts it: what it needs may be away.
      const wasUp = isUp
      isUp = false
      if (wasUp && !expectedToEnd.has(next))
        onUnexpectedEnd(`${name} ended by itself (${signal ?? `exit code ${code}`}): see ${logPath}`)
    })
    const lines = createInterface({ input: next.stdout! })
    const timeout = AbortSignal.timeout(START_TIMEOUT_MS)
    const [line] = (await Promise.race([
      once(lines, 'line', { signal: timeout }),
      once(next, 'exit', { signal: timeout })
    ])) as unknown[]
    // A command that can't do its work prints why, over several lines.
    if (typeof line !== 'string' || !line.endsWith('}')) throw new Error(`${name} did not start: see ${logPath}`)
    started = JSON.parse(line) as Started
    isUp = true
    return started
  }

  async function endBy(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child
    if (ending === undefined) return
    expectedToEnd.add(ending)
    const gone = once(ending, 'exit')
    // One that is to be killed must not get a moment to run in before.
    if (paused && signal === 'SIGTERM') ending.kill('SIGCONT')
    ending.kill(signal)
    const killer = setTimeout(() => ending.kill('SIGKILL'), END_TIMEOUT_MS)
    await gone
    clearTimeout(killer)
  }

  return {
    name,
    processId: () => child?.pid,
    started: () => started,
    isUp: () => isUp && !paused,
    start,
    kill: () => endBy('SIGKILL'),
    pause() {
      paused = child?.kill('SIGSTOP') ?? false
    },
    continue() {
      child?.kill('SIGCONT')
      paused = false
    },
    end: () => endBy('SIGTERM')
  }
}
