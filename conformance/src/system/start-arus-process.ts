import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))
const START_TIMEOUT_MS = 90_000
const STOP_TIMEOUT_MS = 60_000

export type Environment = Readonly<Record<string, string | undefined>>

export type ArusProcess = {
  /** Where its API listens; null for a worker. */
  url: string | null
  processId: number
  /** Everything that it has logged so far. */
  readLog(): string
  /** Sends SIGTERM, and SIGKILL to what takes too long. @returns the exit code, null after a SIGKILL. */
  stop(): Promise<number | null>
  /** Ends it with no chance to finish anything, as when its machine fails. */
  kill(): Promise<void>
}

/**
 * Starts the built `arus server` as a process of its own, and waits until it says that it is up.
 *
 * @param main another program that takes the same words, such as an earlier `arus`
 */
export async function startArusProcess(
  part: '--api' | '--worker',
  environment: Environment,
  main: string = MAIN
): Promise<ArusProcess> {
  // The channel tells it when we are gone, so that not even a test run that is killed leaves it behind.
  const child = spawnArus(['server', part, '--json'], environment, ['ignore', 'pipe', 'pipe', 'ipc'], main)
  let log = ''
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  const stop = () => stopProcess(child)
  try {
    const line = await readFirstLine(child)
    const { url } = JSON.parse(line) as { url?: string | null }
    // What keeps it from starting it says in JSON as well.
    if (url === undefined) throw new Error(line)
    const kill = async () => {
      child.kill('SIGKILL')
      await stop()
    }
    return { url, processId: child.pid!, readLog: () => log, stop, kill }
  } catch (error) {
    await stop()
    throw new Error(`arus server ${part} did not start: ${log.slice(-2000)} ${(error as Error).message}`, { cause: error })
  }
}

/** Runs a command of the built `arus` to its end. */
export async function runArus(words: string[], environment: Environment): Promise<{ exitCode: number | null; output: string }> {
  const child = spawnArus(words, environment, ['ignore', 'pipe', 'inherit'])
  const [output, [exitCode]] = await Promise.all([text(child.stdout!), once(child, 'close')])
  return { exitCode, output }
}

function spawnArus(
  words: string[],
  environment: Environment,
  stdio: ('ignore' | 'pipe' | 'inherit' | 'ipc')[],
  main: string = MAIN
): ChildProcess {
  if (!existsSync(main)) throw new Error(`${main} is not there: run \`npm run build\` first`)
  return spawn(process.execPath, [main, ...words], { env: { ...environment }, stdio })
}

async function readFirstLine(child: ChildProcess): Promise<string> {
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS)
  let line = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    line += chunk
    if (line.includes('\n') || timeout.aborted) break
  }
  child.stdout!.resume()
  return line
}

async function stopProcess(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  if (!child.killed) child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await gone
  clearTimeout(killer)
  return child.exitCode
}
