import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CommandError } from '../command-line/command-result.js'

export type ServerProcess = {
  /** Where its API listens; null for a worker. */
  url: string | null
  processId: number
  stop: () => Promise<void>
}

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url))
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 15_000

/** Starts `arus server` as a process of its own, and waits until it says that it is up. Its log goes to a file. */
export async function startServerProcess(options: {
  part: '--api' | '--worker'
  environment: Readonly<Record<string, string | undefined>>
  logPath: string
}): Promise<ServerProcess> {
  const log = await open(options.logPath, 'a')
  const child = spawn(process.execPath, [MAIN, 'server', options.part, '--json'], {
    env: { ...options.environment },
    // The channel tells it when we are gone. A group of its own, so that Ctrl-C reaches us alone and we stop it in order.
    stdio: ['ignore', 'pipe', log.fd, 'ipc'],
    detached: true
  })
  await log.close()
  try {
    const { url } = JSON.parse(await readFirstLine(child)) as { url: string | null }
    return { url, processId: child.pid!, stop: () => stopProcess(child) }
  } catch {
    await stopProcess(child)
    const told = await readFile(options.logPath, 'utf8').catch(() => '')
    throw new CommandError('unexpected', `arus server ${options.part} did not start; its log ends: ${told.slice(-2000).trim()}`)
  }
}

async function readFirstLine(child: ChildProcess): Promise<string> {
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS)
  let text = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    text += chunk
    if (text.includes('\n') || timeout.aborted) break
  }
  child.stdout!.resume()
  return text
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await gone
  clearTimeout(killer)
}
