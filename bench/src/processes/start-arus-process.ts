import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type ArusProcess = {
  name: string
  processId: number
  /** Where its API listens; null for a worker. */
  url: string | null
  stop(): Promise<void>
}

const MAIN = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))

/** Starts one `arus server` process, as built, and waits until it says that it is up. Its log goes to our stderr. */
export async function startArusProcess(
  name: string,
  part: '--api' | '--worker',
  environment: Record<string, string | undefined>
): Promise<ArusProcess> {
  const child = spawn(process.execPath, [MAIN, 'server', part, '--json'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  // It has no other way to learn that we are gone.
  process.once('exit', () => child.kill('SIGTERM'))
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [string | number]
  if (typeof line !== 'string') throw new Error(`${name} ended with ${line} before it was up`)
  const { url } = JSON.parse(line) as { url: string | null }
  return { name, processId: child.pid!, url, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
