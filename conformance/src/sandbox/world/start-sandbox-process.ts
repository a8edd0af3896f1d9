import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { SandboxCredentials } from '@arus/sandbox'

const MAIN = fileURLToPath(new URL('../../../../packages/cli/dist/main.js', import.meta.url))

/** A sandbox in a process of its own. */
export type SandboxProcess = {
  url: string
  credentials: SandboxCredentials
  /** Ends it with no chance to finish anything, as when its machine fails. */
  kill(): Promise<void>
}

/** Starts the built `arus sandbox --data FOLDER`, and waits until it says that it is up. */
export async function startSandboxProcess(dataFolder: string): Promise<SandboxProcess> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run \`npm run build\` first`)
  // The channel tells it when we are gone, so that not even a test run that is killed leaves it behind.
  const child = spawn(process.execPath, [MAIN, 'sandbox', '--port', '0', '--data', dataFolder, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  })
  let log = ''
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  const gone = once(child, 'exit')
  const [line] = await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), gone])
  if (typeof line !== 'string') throw new Error(`arus sandbox ended before it was up: ${log}`)
  const { url, credentials } = JSON.parse(line) as Pick<SandboxProcess, 'url' | 'credentials'>
  return {
    url,
    credentials,
    async kill() {
      child.kill('SIGKILL')
      await gone
    }
  }
}
